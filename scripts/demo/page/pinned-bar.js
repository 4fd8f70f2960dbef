/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
import { h } from './dom.js';
import { icon } from './icons.js';
import { snippet } from './snippet.js';

/**
 * The bar with the pinned message. Each tap goes to it and then shows the one pinned before.
 *
 * @param {(messageId: number) => void} onJump
 * @returns {{ element: HTMLElement, render(pinned: readonly MessageView[]): void }}
 */
export function createPinnedBar(onJump) {
  const title = h('b');
  const line = h('span', { dir: 'auto' });
  const button = h(
    'button',
    { class: 'pinned', type: 'button', hidden: true },
    icon('pushpin'),
    h('span', { class: 'pinned-text' }, title, line),
  );
  /** @type {readonly MessageView[]} */
  let pins = [];
  let at = 0;

  function show() {
    const message = pins[at];
    button.hidden = !message;
    if (!message) return;
    title.textContent =
      pins.length > 1 ? `Pinned message ${at + 1} of ${pins.length}` : 'Pinned message';
    line.textContent = snippet(message);
  }

  button.addEventListener('click', () => {
    const message = pins[at];
    if (!message) return;
    at = (at + pins.length - 1) % pins.length;
    show();
    onJump(message.messageId);
  });

  return {
    element: button,
    render(pinned) {
      const same =
        pinned.length === pins.length &&
        pinned.every((pin, i) => pin.messageId === pins[i]?.messageId);
      pins = pinned;
      if (!same) at = pins.length - 1;
      show();
    },
  };
}
