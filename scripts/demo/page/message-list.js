/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
/** @import { MessageActions } from './message-actions.js' */
import { h } from './dom.js';
import { icon } from './icons.js';
import { listItems } from './list-items.js';
import { listenToMessages } from './message-actions.js';
import { draftRow, messageRow } from './message.js';

/** Nearer to the end than this counts as being at the end. */
const END_PX = 80;
const FLASH_MS = 1400;

/** @typedef {{ key: string, messages: readonly MessageView[], drafts: readonly string[], me: number, group: boolean }} ListView */

/**
 * The scrolling list of messages. Rows are kept by key and made anew only when what they show changed; the place
 * where a person reads stays, and the end is followed only by who is there.
 *
 * @param {MessageActions} actions
 * @returns {{ element: HTMLElement, render(view: ListView): void, jumpTo(messageId: number): boolean }}
 */
export function createMessageList(actions) {
  const rows = h('ol', { class: 'rows', 'aria-label': 'Messages' });
  const scroller = h(
    'div',
    { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Conversation' },
    rows,
  );
  const count = h('span', { class: 'count', hidden: true });
  const jump = h(
    'button',
    {
      class: 'jump',
      type: 'button',
      'aria-label': 'Go to the newest message',
      hidden: true,
      onclick: () => toEnd(),
    },
    icon('down'),
    count,
  );
  const element = h('div', { class: 'list' }, scroller, jump);

  /** @type {Map<string, { node: HTMLElement, signature: string }>} */
  let shown = new Map();
  /** @type {Map<number, MessageView>} */
  let known = new Map();
  let viewKey = '';
  let atEnd = true;
  let unseen = 0;

  listenToMessages(rows, (id) => known.get(id), actions);
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < END_PX;
    if (atEnd) unseen = 0;
    showJump();
  });
  new ResizeObserver(() => {
    if (atEnd) toEnd();
  }).observe(rows);
  new ResizeObserver(() => {
    if (atEnd) toEnd();
  }).observe(scroller);

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    atEnd = true;
    unseen = 0;
    showJump();
  }

  function showJump() {
    jump.hidden = atEnd;
    count.hidden = unseen === 0;
    count.textContent = String(unseen);
  }

  /** @param {ListView} view */
  function render(view) {
    const fresh = view.key !== viewKey;
    if (fresh) {
      viewKey = view.key;
      shown = new Map();
      rows.replaceChildren();
    }
    const arrived = fresh ? [] : view.messages.filter((message) => !known.has(message.messageId));
    known = new Map(view.messages.map((message) => [message.messageId, message]));
    patch(view, fresh);
    const own = arrived.some((message) => message.from.id === view.me);
    unseen += arrived.filter((message) => message.from.id !== view.me).length;
    if (fresh || own || atEnd) toEnd();
    showJump();
  }

  /**
   * @param {ListView} view
   * @param {boolean} fresh
   */
  function patch(view, fresh) {
    const previous = shown;
    shown = new Map();
    const items = listItems(view.messages, view.drafts);
    const keys = new Set(items.map((item) => item.key));
    for (const [key, { node }] of previous) if (!keys.has(key)) node.remove();
    let cursor = rows.firstElementChild;
    for (const item of items) {
      const before = previous.get(item.key);
      const signature = JSON.stringify([item, view.group]);
      let node = before?.node;
      if (!node || before?.signature !== signature) {
        node = rowOf(item, view, before?.node);
        if (before) {
          if (cursor === before.node) cursor = node;
          replaceKeepingFocus(before.node, node);
        } else if (!fresh) node.classList.add('arriving');
      }
      shown.set(item.key, { node, signature });
      if (node === cursor) cursor = cursor.nextElementSibling;
      else rows.insertBefore(node, cursor);
    }
  }

  /**
   * @param {ReturnType<typeof listItems>[number]} item
   * @param {ListView} view
   * @param {HTMLElement | undefined} old
   */
  function rowOf(item, view, old) {
    if ('day' in item)
      return h('li', { class: 'row day' }, h('span', { class: 'notice' }, item.day));
    if ('draft' in item) return draftRow(item.draft);
    return messageRow(item.parts, { ...item, me: view.me, group: view.group }, actions, old);
  }

  /** @param {number} messageId */
  function jumpTo(messageId) {
    const target = rows.querySelector(`[data-mid="${messageId}"]`);
    if (!(target instanceof HTMLElement)) return false;
    const row = target.closest('.row') ?? target;
    atEnd = false;
    row.scrollIntoView({ block: 'center' });
    row.classList.add('flash');
    setTimeout(() => row.classList.remove('flash'), FLASH_MS);
    target.focus({ preventScroll: true });
    return true;
  }

  return { element, render, jumpTo };
}

/**
 * A row that changes while one of its buttons has the focus gives it on to the same button of the new row.
 *
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 */
function replaceKeepingFocus(before, after) {
  const focused = document.activeElement;
  const key =
    focused instanceof HTMLElement && before.contains(focused)
      ? focused.dataset['focus']
      : undefined;
  before.replaceWith(after);
  if (key === undefined) return;
  const heir =
    after.querySelector(`[data-focus="${CSS.escape(key)}"]`) ?? after.querySelector('.bubble');
  if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
}
