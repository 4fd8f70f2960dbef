/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
/** @import { Popups } from './popups.js' */
/** @import { Toast } from './new-toasts.js' */
import { h } from './dom.js';
import { newToasts } from './new-toasts.js';
import { snippet } from './snippet.js';

/** @typedef {{ key: string, toasts: readonly Toast[], messages: readonly MessageView[], me: number, visible: boolean }} NewsView */

/**
 * Tells what came since the last look: toasts and alerts, and new messages to screen readers.
 *
 * @param {Popups} popups
 * @returns {{ element: HTMLElement, tell(view: NewsView): void }}
 */
export function createNews(popups) {
  const element = h('div', { class: 'unseen', 'aria-live': 'polite' });
  let key = '';
  let newest = 0;
  /** @type {readonly Toast[]} */
  let toasts = [];

  return {
    element,
    tell(view) {
      const same = view.key === key;
      for (const toast of newToasts(same ? toasts : [], view.toasts)) {
        if (toast.alert) popups.alert(toast.text);
        else popups.toast(toast.text);
      }
      const message = view.messages.at(-1);
      const isNew = message && message.messageId > newest && message.from.id !== view.me;
      if (same && view.visible && isNew) {
        element.textContent = `${message.from.name}: ${snippet(message)}`;
      }
      key = view.key;
      toasts = view.toasts;
      newest = message?.messageId ?? 0;
    },
  };
}
