import type { Outgoing, SandboxBot, SandboxGroup, SandboxUser } from './contract.ts';
import { becomeSupergroup, ownerOf, setMember } from './groups.ts';
import { sendInlineQuery, sendResult } from './methods/inline.ts';
import { createTopic, deleteTopic, renameTopic, setTopicClosed } from './methods/forum.ts';
import {
  block,
  deactivate,
  edit,
  erase,
  forgeCallback,
  pinAs,
  react,
  send,
  start,
  tap,
  unblock,
} from './people.ts';
import { messagesSeen, screenOf } from './phone.ts';
import { nameOf } from './render.ts';
import type { BotState, ChatState, Person, TopicState, UserState } from './state.ts';
import type { World } from './world.ts';

/** What a test holds of a bot. */
export function botHandle(world: World, bot: BotState): SandboxBot {
  return {
    id: bot.id,
    username: bot.username,
    name: bot.firstName,
    get token() {
      return bot.token;
    },
    revokeToken: () => world.newToken(bot),
    get webhook() {
      const webhook = bot.queue.webhook;
      if (webhook === undefined) return undefined;
      const { url, secretToken, maxConnections } = webhook.target;
      return {
        url,
        maxConnections,
        ...(secretToken === undefined ? {} : { secretToken }),
        ...(webhook.lastError === undefined ? {} : { lastError: webhook.lastError.message }),
      };
    },
    get pendingUpdates() {
      return bot.queue.size;
    },
  };
}

function botOf(world: World, bot: { id: number }): BotState {
  const state = world.bots.get(bot.id);
  if (state === undefined) throw new Error(`There is no bot ${bot.id}.`);
  return state;
}

/** What a test holds of a person. */
export function userHandle(world: World, user: UserState): SandboxUser {
  const sends = (chat: { id: number }, out: Outgoing) => send(world, user, chat.id, out);
  return {
    id: user.id,
    get name() {
      return nameOf(user);
    },
    firstName: user.firstName,
    lastName: user.lastName,
    username: user.username,
    start: (bot, payload) => start(world, user, botOf(world, bot), payload),
    wroteBefore: (bot, { blocked = false } = {}) => {
      world.privateChat(botOf(world, bot), user).blocked = blocked;
    },
    sends: (chat, what) => sends(chat, typeof what === 'string' ? { text: what } : what)[0] ?? 0,
    sendsAlbum: (chat, files, { caption, ...rest } = {}) =>
      sends(chat, { files, ...rest, ...(caption === undefined ? {} : { text: caption }) }),
    edits: (chat, messageId, text) =>
      edit(world, user, chat.id, messageId, typeof text === 'string' ? { text } : text),
    deletes: (chat, messageId) => erase(world, user, chat.id, messageId),
    reacts: (chat, messageId, ...emoji) => react(world, user, chat.id, messageId, emoji),
    taps: (chat, messageId, button) => tap(world, user, chat.id, messageId, button),
    sendsForgedCallback: (chat, messageId, data) =>
      forgeCallback(world, user, chat.id, messageId, data),
    renames: (to) => void Object.assign(user, to),
    queries: (bot, words) => sendInlineQuery(world, user, botOf(world, bot), words),
    offered: (id) =>
      world.inlineQueries
        .get(id)
        ?.answer?.map((result) => ({ id: result.id, title: result.title })),
    sendsOffered: (id, resultId, chat, options = {}) => {
      const query = world.inlineQueries.get(id);
      if (query?.user !== user) throw new Error('This person asked nothing like that.');
      return sendResult(world, query, resultId, { chatId: chat.id, ...options }).id;
    },
    pins: (chat, messageId) => pinAs(world, user, chat.id, messageId),
    blocks: (bot) => block(world, user, botOf(world, bot)),
    unblocks: (bot) => unblock(world, user, botOf(world, bot)),
    deactivates: () => deactivate(world, user),
    sees: (chat) => messagesSeen(world, user, chat.id),
    seesTexts: (chat) =>
      messagesSeen(world, user, chat.id)
        .filter((message) => message.kind !== 'service' && message.text !== '')
        .map((message) => message.text),
    screen: () => screenOf(world, user),
    answersTo: (id) => world.callbacks.get(id)?.answer,
  };
}

/** What a test holds of a group; it follows the group when that becomes a supergroup. */
export function groupHandle(world: World, initial: ChatState): SandboxGroup {
  let chat = initial;
  const person = ({ id }: { id: number }): Person => {
    const found = world.users.get(id) ?? world.bots.get(id);
    if (found === undefined) throw new Error(`There is nobody with id ${id}.`);
    return found;
  };
  const topic = (topicId: number): TopicState => {
    const found = chat.topics.get(topicId);
    if (found === undefined) throw new Error(`There is no topic ${topicId}.`);
    return found;
  };
  return {
    get id() {
      return chat.id;
    },
    title: chat.title,
    adds: (member, rights) =>
      setMember(world, chat, ownerOf(chat), person(member), 'member', rights),
    promotes: (member, rights) =>
      setMember(world, chat, ownerOf(chat), person(member), 'member', { admin: true, ...rights }),
    demotes: (member) => setMember(world, chat, ownerOf(chat), person(member), 'member'),
    removes: (member) => setMember(world, chat, ownerOf(chat), person(member), 'kicked'),
    becomesSupergroup: ({ forum } = {}) => {
      chat = becomeSupergroup(world, chat, forum ?? chat.isForum);
      return chat.id;
    },
    createsTopic: (by, name) => createTopic(world, chat, person(by), { name }).id,
    renamesTopic: (by, topicId, name) =>
      renameTopic(world, chat, person(by), topic(topicId), { name }),
    closesTopic: (by, topicId) => setTopicClosed(world, chat, person(by), topic(topicId), true),
    deletesTopic: (topicId) => deleteTopic(world, chat, topic(topicId).id),
    get topics() {
      return [...chat.topics.values()].map(({ id, name, closed }) => ({
        topicId: id,
        name,
        closed,
      }));
    },
  };
}
