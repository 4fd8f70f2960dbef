/** @import { ChatView } from '../../../test/support/sandbox/screen.ts' */
import { colourOf, initials } from './people.js';
import { doing } from './chat-header.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { snippet } from './snippet.js';
import { timeOf } from './format.js';

/**
 * The topics of a forum as a list, the busiest just now first, as Telegram shows a group with topics.
 *
 * @param {(topicId: number) => void} onOpen
 * @returns {{ element: HTMLElement, render(chat: ChatView, unread: (topicId: number) => number): void }}
 */
export function createTopicList(onOpen) {
  const list = h('ul', { class: 'topic-rows', 'aria-label': 'Topics' });
  const element = h('div', { class: 'topics', hidden: true }, list);
  let shown = '';

  return {
    element,
    render(chat, unread) {
      const topics = chat.topics
        .map((topic) => {
          const last = chat.messages.findLast(
            (message) => (message.topicId ?? 0) === topic.topicId,
          );
          return { topic, last, unread: unread(topic.topicId), doing: doing(chat, topic.topicId) };
        })
        .toSorted(
          (a, b) =>
            (b.last?.date ?? 0) - (a.last?.date ?? 0) ||
            (b.last?.messageId ?? 0) - (a.last?.messageId ?? 0),
        );
      const signature = JSON.stringify([chat.chatId, topics]);
      if (signature === shown) return;
      shown = signature;
      const focused = document.activeElement;
      const key =
        focused instanceof HTMLElement && list.contains(focused)
          ? focused.dataset['topic']
          : undefined;
      fill(list, ...topics.map((row) => h('li', {}, topicRow(row, onOpen))));
      if (key === undefined) return;
      const heir = list.querySelector(`[data-topic="${CSS.escape(key)}"]`);
      if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
    },
  };
}

/**
 * @param {{
 *   topic: ChatView['topics'][number], last: ChatView['messages'][number] | undefined,
 *   unread: number, doing: string | undefined,
 * }} row
 * @param {(topicId: number) => void} onOpen
 */
function topicRow({ topic, last, unread, doing }, onOpen) {
  const general = topic.topicId === 0;
  const face = general
    ? h('span', { class: 'avatar general', 'aria-hidden': 'true' }, '#')
    : h(
        'span',
        { class: `avatar topic-face ${colourOf(topic.topicId)}`, 'aria-hidden': 'true' },
        initials(topic.name),
      );
  if (!general && topic.iconColor) {
    face.style.setProperty('--face', `#${topic.iconColor.toString(16).padStart(6, '0')}`);
  }
  const line =
    last && (last.kind === 'service' ? last.text : `${last.from.name}: ${snippet(last)}`);
  return h(
    'button',
    {
      class: 'topic',
      type: 'button',
      dataset: { topic: String(topic.topicId) },
      onclick: () => onOpen(topic.topicId),
    },
    face,
    h(
      'span',
      { class: 'topic-text' },
      h(
        'span',
        { class: 'topic-line' },
        h('b', { dir: 'auto' }, topic.name),
        topic.closed && icon('lock'),
        last && h('time', {}, timeOf(last.date)),
      ),
      h(
        'span',
        { class: 'topic-line' },
        h(
          'span',
          { class: doing ? 'topic-last busy' : 'topic-last', dir: 'auto' },
          doing ? `${doing}…` : (line ?? 'No messages yet'),
        ),
        unread > 0 && h('span', { class: 'count', 'aria-label': `${unread} unread` }, unread),
      ),
    ),
  );
}
