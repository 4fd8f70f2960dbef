/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
/** @import { MenuEntry, Point, Popups } from './popups.js' */
import { coloured, COMMON_REACTIONS, ownReaction } from './reactions.js';
import { h } from './dom.js';

/** Kinds whose words can be changed afterwards, as in Telegram. */
const EDITABLE = new Set(['text', 'photo', 'video', 'animation', 'audio', 'document', 'voice']);

/**
 * What one can do with a message: a row of reactions, then reply, copy, and with one's own also edit and delete.
 *
 * @param {{
 *   popups: Popups, message: MessageView, me: number, anchor: HTMLElement, point?: Point | undefined,
 *   onReply: () => void, onEdit: () => void, onDelete: () => void, onReact: (emoji: string) => void,
 * }} options
 */
export function openMessageMenu(options) {
  const { popups, message, me } = options;
  const given = ownReaction(message, me);
  const own = message.from.id === me;
  const row = COMMON_REACTIONS.map((emoji) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitemradio',
        'aria-checked': String(emoji === given),
        'aria-label': `React with ${emoji}`,
        dataset: { closes: '', emoji },
        onclick: () => options.onReact(emoji),
      },
      coloured(emoji),
    ),
  );
  /** @type {MenuEntry[]} */
  const entries = [{ label: 'Reply', icon: 'reply', run: options.onReply }];
  if (message.text !== '') {
    entries.push({ label: 'Copy text', icon: 'copy', run: () => void copy(message.text, popups) });
  }
  if (own && EDITABLE.has(message.kind))
    entries.push({ label: 'Edit', icon: 'edit', run: options.onEdit });
  if (own) entries.push({ label: 'Delete', icon: 'trash', danger: true, run: options.onDelete });
  popups.menu(entries, options.anchor, {
    ...(options.point && { point: options.point }),
    top: h('div', { class: 'reaction-row' }, ...row),
  });
}

/**
 * @param {string} text
 * @param {Popups} popups
 */
async function copy(text, popups) {
  try {
    await navigator.clipboard.writeText(text);
    popups.toast('Copied');
  } catch {
    popups.toast('The browser did not allow to copy.');
  }
}
