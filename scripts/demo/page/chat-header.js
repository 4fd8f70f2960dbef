/** @import { ChatView, PersonView } from '../../../test/support/sandbox/screen.ts' */
import { avatar } from './people.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';

/** @type {Record<string, string>} */
const DOING = {
  typing: 'typing',
  upload_photo: 'sending a photo',
  record_video: 'recording a video',
  upload_video: 'sending a video',
  record_voice: 'recording a voice message',
  upload_voice: 'sending a voice message',
  upload_document: 'sending a file',
  choose_sticker: 'choosing a sticker',
  find_location: 'choosing a place',
  record_video_note: 'recording a video message',
  upload_video_note: 'sending a video message',
};

/**
 * What somebody does in this chat now ("typing"), or undefined.
 *
 * @param {ChatView} chat
 * @param {number} [topicId] only what happens in this topic
 * @returns {string | undefined}
 */
export function doing(chat, topicId) {
  const now = chat.actions.filter(
    (action) => topicId === undefined || (action.topicId ?? 0) === topicId,
  );
  const action = now.at(-1);
  if (!action) return undefined;
  const what = DOING[action.action] ?? 'typing';
  return chat.type === 'private' ? what : `${action.from.name} is ${what}`;
}

/**
 * @typedef {{
 *   who: Pick<PersonView, 'id' | 'name'>, title: string, status: string, doing?: string | undefined,
 *   back: boolean, menu: boolean,
 * }} HeaderView
 */

/**
 * What the bar says of a chat, of one topic, or of the bot that nobody has written to yet.
 *
 * @param {PersonView} bot
 * @param {ChatView | undefined} chat
 * @param {number | undefined} topicId
 * @param {boolean} online
 * @returns {Omit<HeaderView, 'menu'>}
 */
export function headerView(bot, chat, topicId, online) {
  const topic = chat?.topics.find((other) => other.topicId === topicId);
  const group = chat && chat.type !== 'private' ? chat : undefined;
  const who = group ? { id: group.chatId, name: group.title } : bot;
  const kind = group ? (group.isForum ? 'forum' : 'group') : 'bot';
  return {
    who: topic ? { id: topic.topicId, name: topic.name } : who,
    title: topic?.name ?? who.name,
    status: online ? (topic ? who.name : kind) : 'Connecting…',
    doing: chat && online ? doing(chat, topic?.topicId) : undefined,
    back: topic !== undefined,
  };
}

/**
 * The bar at the top of the chat.
 *
 * @param {{ onBack: () => void, onMenu: (anchor: HTMLElement) => void }} actions
 * @returns {{ element: HTMLElement, render(view: HeaderView): void }}
 */
export function createHeader(actions) {
  const back = h(
    'button',
    { class: 'round', type: 'button', 'aria-label': 'Back to topics', onclick: actions.onBack },
    icon('back'),
  );
  const face = h('span', { class: 'header-face' });
  const title = h('h2', { dir: 'auto' });
  const status = h('p', { class: 'status', role: 'status' });
  const menu = h(
    'button',
    { class: 'round', type: 'button', 'aria-label': 'Chat menu', 'aria-haspopup': 'menu' },
    icon('more'),
  );
  menu.addEventListener('click', () => actions.onMenu(menu));
  const element = h(
    'header',
    { class: 'chat-header' },
    back,
    face,
    h('div', { class: 'names' }, title, status),
    menu,
  );
  let shown = '';

  return {
    element,
    render(view) {
      const signature = JSON.stringify(view);
      if (signature === shown) return;
      shown = signature;
      back.hidden = !view.back;
      menu.hidden = !view.menu;
      fill(face, avatar(view.who));
      title.textContent = view.title;
      status.classList.toggle('busy', view.doing !== undefined);
      const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
      fill(status, view.doing !== undefined && dots, view.doing ? `${view.doing}…` : view.status);
    },
  };
}
