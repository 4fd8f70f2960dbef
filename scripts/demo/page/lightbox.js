/** @import { MediaView } from '../../../test/support/sandbox/screen.ts' */
import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * Shows one picture over the whole page until it is closed.
 *
 * @param {MediaView} media
 * @param {string} label
 */
export function openPicture(media, label) {
  const close = h(
    'button',
    { class: 'round', type: 'button', 'aria-label': 'Close' },
    icon('close'),
  );
  const image = h('img', { src: media.url, alt: label });
  const dialog = h('dialog', { class: 'lightbox', 'aria-label': label }, image, close);
  dialog.addEventListener('click', (event) => {
    if (event.target !== image) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
