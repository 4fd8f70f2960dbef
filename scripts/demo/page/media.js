/** @import { MediaView, MessageView } from '../../../test/support/sandbox/screen.ts' */
import { clock, sizeOf } from './format.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { musicPlayer, voicePlayer } from './player.js';

/** @typedef {{ onPicture(media: MediaView, label: string): void }} MediaActions */

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * The picture, film, sound or file of a message.
 *
 * @param {MessageView} message
 * @param {MediaView} media
 * @param {MediaActions} actions
 * @param {boolean} [tile] true inside an album, where the grid gives the shape
 * @returns {HTMLElement}
 */
export function mediaBody(message, media, actions, tile = false) {
  switch (message.kind) {
    case 'photo':
      return framed(media, tile, picture(media, actions));
    case 'video':
      return framed(
        media,
        tile,
        film(media, { controls: true, preload: 'metadata' }),
        clock(media.duration ?? 0),
      );
    case 'animation':
      return framed(media, tile, moving(media, actions), 'GIF');
    case 'video_note':
      return roundFilm(media);
    case 'voice':
      return voicePlayer(media);
    case 'audio':
      return musicPlayer(media);
    case 'sticker':
      return sticker(media);
    default:
      return documentCard(media);
  }
}

/**
 * Gives the content its shape before its bytes are there, so that nothing jumps, and hides spoilers.
 *
 * @param {MediaView} media
 * @param {boolean} tile
 * @param {HTMLElement} content
 * @param {string} [badge]
 */
function framed(media, tile, content, badge) {
  const ratio = media.width && media.height ? media.width / media.height : 4 / 3;
  const shape = Math.min(Math.max(ratio, 0.62), 2.4);
  const style = tile ? {} : { '--ratio': String(shape) };
  const frame = h(
    'div',
    { class: 'frame', style },
    content,
    badge && h('span', { class: 'badge' }, badge),
  );
  if (media.spoiler) frame.append(cover(frame));
  return frame;
}

/** @param {HTMLElement} frame */
function cover(frame) {
  frame.classList.add('covered');
  const button = h('button', {
    class: 'cover',
    type: 'button',
    'aria-label': 'Show hidden picture',
  });
  button.addEventListener('click', () => {
    frame.classList.remove('covered');
    button.remove();
  });
  return button;
}

/**
 * @param {MediaView} media
 * @param {MediaActions} actions
 */
function picture(media, actions) {
  const image = h('img', {
    src: media.url,
    alt: 'Photo',
    loading: 'lazy',
    decoding: 'async',
    draggable: 'false',
  });
  const button = h(
    'button',
    {
      class: 'picture',
      type: 'button',
      'aria-label': 'Open photo',
      onclick: () => actions.onPicture(media, 'Photo'),
    },
    image,
  );
  image.addEventListener('error', () => button.replaceChildren(broken('image')));
  return button;
}

/** @param {'image' | 'video'} name */
function broken(name) {
  return h(
    'span',
    { class: 'broken-media', role: 'img', 'aria-label': 'Cannot be shown here' },
    icon(name),
  );
}

/**
 * @param {MediaView} media
 * @param {Record<string, unknown>} props
 */
function film(media, props) {
  const video = h('video', { src: media.url, playsinline: true, ...props });
  video.addEventListener('error', () => video.replaceWith(broken('video')));
  return video;
}

/**
 * @param {MediaView} media
 * @param {MediaActions} actions
 */
function moving(media, actions) {
  if (media.mimeType?.startsWith('image/')) return picture(media, actions);
  const still = calm.matches;
  const video = film(media, { loop: true, autoplay: !still, controls: still });
  video.muted = true;
  return video;
}

/** @param {MediaView} media */
function roundFilm(media) {
  const video = film(media, { preload: 'metadata' });
  const label = `video message, ${clock(media.duration ?? 0)}`;
  const button = h(
    'button',
    { class: 'round-film', type: 'button', 'aria-label': `Play ${label}` },
    video,
  );
  const badge = h('span', { class: 'badge' }, clock(media.duration ?? 0));
  const mark = h('span', { class: 'round-play' }, icon('play'));
  button.append(mark, badge);
  button.addEventListener('click', () => {
    if (video.paused) video.play().catch(() => button.classList.add('broken'));
    else video.pause();
  });
  for (const name of ['play', 'pause', 'ended']) {
    video.addEventListener(name, () => button.classList.toggle('running', !video.paused));
  }
  return button;
}

/** @param {MediaView} media */
function sticker(media) {
  const label = media.emoji ? `Sticker ${media.emoji}` : 'Sticker';
  const box = h('div', { class: 'sticker', role: 'img', 'aria-label': label });
  const fallback = () =>
    box.replaceChildren(h('span', { class: 'sticker-emoji' }, media.emoji ?? 'Sticker'));
  if (media.mimeType?.startsWith('video/')) {
    const video = film(media, { loop: true, autoplay: !calm.matches });
    video.muted = true;
    box.append(video);
  } else {
    const image = h('img', { src: media.url, alt: '', loading: 'lazy' });
    image.addEventListener('error', fallback);
    box.append(image);
  }
  return box;
}

/** @param {MediaView} media */
function documentCard(media) {
  const name = media.fileName ?? 'File';
  const ending = /\.([\p{L}\d]{1,5})$/u.exec(name)?.[1];
  return h(
    'a',
    { class: 'document', href: media.url, download: name, rel: 'noreferrer' },
    h('span', { class: 'document-icon' }, ending ? ending.toLowerCase() : icon('file')),
    h(
      'span',
      { class: 'document-text' },
      h('span', { class: 'title' }, name),
      h('span', { class: 'detail' }, sizeOf(media.size)),
    ),
  );
}
