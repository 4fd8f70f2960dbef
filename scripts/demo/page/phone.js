/** @import { Act, ChatView, MessageView, PersonView, Screen } from '../../../test/support/sandbox/screen.ts' */
/** @import { Mode } from './composer.js' */
import { act, start } from './api.js';
import { createComposer } from './composer.js';
import { createHeader, headerView } from './chat-header.js';
import { createMessageList } from './message-list.js';
import { createPinnedBar } from './pinned-bar.js';
import { createPopups } from './popups.js';
import { createTopicList } from './topic-list.js';
import { createUnread } from './unread.js';
import { h } from './dom.js';
import { createNews } from './news.js';
import { openMessageMenu } from './message-menu.js';
import { openPicture } from './lightbox.js';
import { openQuestion } from './open-question.js';
import { ownReaction } from './reactions.js';
import { statusBar } from './status-bar.js';
import { watchScreen } from './watch.js';

/**
 * An act without whose and where, which the phone adds.
 *
 * @typedef {Act extends infer A ? A extends Act ? Omit<A, 'user' | 'chat'> : never : never} BareAct
 * @typedef {{
 *   setUser(id: number | undefined): void, setBot(bot: PersonView): void, setChat(chatId: number | undefined): void,
 *   setVisible(visible: boolean): void, unread(chatId?: number): number,
 * }} Phone
 */

/**
 * One phone: loads what its person sees, shows one chat of it, and does what the person does.
 *
 * @param {{ host: HTMLElement, bot: PersonView, mayBlock: boolean, onScreen: (screen: Screen) => void }} options
 * @returns {Phone}
 */
export function createPhone({ host, bot, mayBlock, onScreen }) {
  const popups = createPopups(() => surface);
  const header = createHeader({ onBack: () => openTopic(undefined), onMenu: openChatMenu });
  const pinned = createPinnedBar(jumpTo);
  const topics = createTopicList((topicId) => openTopic(topicId));
  const list = createMessageList({
    onCommand: (command) => void perform({ do: 'send', text: command, ...inTopic() }),
    onPicture: openPicture,
    onReply: (message) => composer.reply(message),
    onQuote: jumpTo,
    onReact: react,
    onButton: (message, button, element) => void press(message, button, element),
    onMenu: (message, anchor, point) =>
      openMessageMenu({
        popups,
        message,
        me: userId ?? 0,
        anchor,
        point,
        onReply: () => composer.reply(message),
        onEdit: () => composer.edit(message),
        onDelete: () => void remove(message),
        onReact: (emoji) => react(message, emoji),
      }),
  });
  const composer = createComposer(popups, {
    onSend: (message) => perform({ do: 'send', ...message, ...inTopic() }),
    onEdit: (message, text, entities) =>
      perform({ do: 'edit', message: message.messageId, text, entities }),
    onStart: () => void tryOut(() => start(userId ?? 0, bot.id)),
    onUnblock: () => void perform({ do: 'unblock' }),
  });
  const empty = h('div', { class: 'empty', hidden: true }, h('span', { class: 'notice' }));
  const news = createNews(popups);
  const body = h('div', { class: 'wallpaper' }, list.element, empty);
  const surface = h(
    'div',
    { class: 'surface' },
    statusBar(),
    header.element,
    pinned.element,
    topics.element,
    body,
    composer.element,
  );
  const screenElement = h('div', { class: 'screen' }, surface, popups.element, news.element);
  host.append(h('div', { class: 'phone' }, screenElement));

  const unread = createUnread();
  /** @type {number | undefined} */
  let userId;
  /** @type {Screen | undefined} */
  let screen;
  /** The group that is open; undefined is the private chat with the bot. @type {number | undefined} */
  let groupId;
  /** @type {number | undefined} */
  let topicId;
  let online = true;
  let visible = true;
  /** @type {ReturnType<typeof watchScreen> | undefined} */
  let watch;
  /** Acts happen in the order in which the person did them. */
  let queue = Promise.resolve(true);

  /** @returns {ChatView | undefined} */
  function openChat() {
    return screen?.chats.find((chat) =>
      groupId === undefined
        ? chat.type === 'private' && chat.bots.some((other) => other.id === bot.id)
        : chat.chatId === groupId,
    );
  }

  function inTopic() {
    return topicId !== undefined && topicId !== 0 ? { topic: topicId } : {};
  }

  /**
   * Says a failure as a toast; nothing is swallowed.
   *
   * @param {() => Promise<void>} work
   * @returns {Promise<boolean>}
   */
  async function tryOut(work) {
    try {
      await work();
      return true;
    } catch (error) {
      popups.toast(error instanceof Error ? error.message : 'That did not work.');
      return false;
    } finally {
      watch?.refresh();
    }
  }

  /**
   * @param {BareAct} what
   * @returns {Promise<boolean>}
   */
  function perform(what) {
    const chat = openChat();
    const user = userId;
    if (!chat || user === undefined) return Promise.resolve(false);
    queue = queue.then(() => tryOut(() => act({ user, chat: chat.chatId, ...what })));
    return queue;
  }

  /**
   * @param {MessageView} message
   * @param {string} emoji
   */
  function react(message, emoji) {
    const away = ownReaction(message, userId ?? 0) === emoji;
    void perform({ do: 'react', message: message.messageId, emoji: away ? [] : [emoji] });
  }

  /**
   * @param {MessageView} message
   * @param {{ data?: string }} button
   * @param {HTMLElement} element
   */
  async function press(message, button, element) {
    // As in Telegram, a button that waits for its answer takes no second tap.
    if (button.data === undefined || element.classList.contains('waiting')) return;
    element.classList.add('waiting');
    await perform({ do: 'tap', message: message.messageId, data: button.data });
    element.classList.remove('waiting');
  }

  /** @param {MessageView} message */
  async function remove(message) {
    if (await popups.confirm('Delete this message for everyone?', 'Delete')) {
      await perform({ do: 'delete', message: message.messageId });
    }
  }

  /** @param {number} messageId */
  function jumpTo(messageId) {
    if (!list.jumpTo(messageId)) popups.toast('That message is no longer here.');
  }

  /** @param {number | undefined} id */
  function openTopic(id) {
    topicId = id;
    render();
    if (id === undefined) topics.element.querySelector('button')?.focus();
    else composer.focus();
  }

  /** @param {HTMLElement} anchor */
  function openChatMenu(anchor) {
    const chat = openChat();
    if (!chat) return;
    popups.menu(
      [
        chat.blocked
          ? { label: 'Unblock bot', icon: 'check', run: () => void perform({ do: 'unblock' }) }
          : {
              label: 'Block bot',
              icon: 'block',
              danger: true,
              run: () => void perform({ do: 'block' }),
            },
      ],
      anchor,
    );
  }

  /** @param {Screen} next */
  function take(next) {
    unread.learn(next);
    screen = next;
    render();
    onScreen(next);
  }

  function render() {
    const chat = openChat();
    if (!chat?.topics.some((topic) => topic.topicId === topicId)) topicId = undefined;
    const inTopics = chat?.isForum === true && topicId === undefined;
    const key = `${userId}:${chat?.chatId}:${topicId}`;
    const messages = (chat?.messages ?? []).filter(
      (message) => !chat?.isForum || (message.topicId ?? 0) === topicId,
    );
    const menu = mayBlock && chat?.type === 'private';
    header.render({ ...headerView(bot, chat, topicId, online), menu });
    topics.element.hidden = !inTopics;
    body.hidden = inTopics;
    if (inTopics) topics.render(chat, (id) => (screen ? unread.count(screen, chat.chatId, id) : 0));
    const pins = inTopics ? [] : (chat?.pinned ?? []);
    pinned.render(pins.flatMap((id) => messages.find((message) => message.messageId === id) ?? []));
    if (!inTopics) {
      const drafts = (chat?.drafts ?? [])
        .filter((draft) => !chat?.isForum || (draft.topicId ?? 0) === topicId)
        .map((draft) => draft.text);
      const group = chat !== undefined && chat.type !== 'private';
      list.render({ key, messages, drafts, me: userId ?? 0, group });
    }
    composer.render({ key, mode: modeOf(chat, inTopics), commands: chat?.commands ?? [] });
    const question = inTopics ? undefined : openQuestion(messages, userId);
    if (question) composer.ask(question);
    renderEmpty(chat, messages.length === 0);
    if (chat) news.tell({ key, toasts: chat.toasts, messages, me: userId ?? 0, visible });
    if (chat && visible && !inTopics) unread.see(chat, chat.isForum ? topicId : undefined);
  }

  /**
   * @param {ChatView | undefined} chat
   * @param {boolean} inTopics
   * @returns {Mode}
   */
  function modeOf(chat, inTopics) {
    if (userId === undefined || !screen || inTopics) return 'none';
    if (chat?.blocked) return 'blocked';
    if (groupId !== undefined) return chat ? 'write' : 'none';
    return chat && chat.messages.length > 0 ? 'write' : 'start';
  }

  /**
   * @param {ChatView | undefined} chat
   * @param {boolean} nothing
   */
  function renderEmpty(chat, nothing) {
    empty.hidden = !nothing;
    const notice = empty.firstElementChild;
    if (!notice) return;
    if (userId === undefined) notice.textContent = 'Nobody is here yet. Fans join in a moment.';
    else if (!screen) notice.textContent = 'Loading…';
    else
      notice.textContent =
        groupId === undefined && !chat?.blocked
          ? `Press Start to write to ${bot.name}.`
          : 'No messages here yet.';
  }

  screenElement.addEventListener('dragover', (event) => event.preventDefault());
  screenElement.addEventListener('drop', (event) => {
    event.preventDefault();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length > 0 && !composer.element.querySelector('.line')?.hasAttribute('hidden'))
      composer.addFiles(dropped);
  });

  return {
    setUser(id) {
      if (id === userId && watch) return;
      watch?.close();
      watch = undefined;
      userId = id;
      screen = undefined;
      topicId = undefined;
      unread.forget();
      popups.closeMenu();
      online = true;
      render();
      if (id === undefined) return;
      watch = watchScreen(id, take, (state) => {
        online = state;
        render();
      });
    },
    setBot(next) {
      if (next.name === bot.name && next.id === bot.id) return;
      bot = next;
      render();
    },
    setChat(chatId) {
      groupId = chatId;
      topicId = undefined;
      popups.closeMenu();
      render();
    },
    setVisible(next) {
      visible = next;
      render();
    },
    unread: (chatId) => (screen ? unread.count(screen, chatId) : 0),
  };
}
