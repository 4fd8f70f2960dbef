import { chatOfPerson } from './access.ts';
import { botsIn, isIn } from './messages.ts';
import { commandsFor } from './methods/commands.ts';
import { messageView, personView } from './phone-message.ts';
import type { ChatView, MessageView, People, Screen, TopicView } from './screen.ts';
import type { BotState, ChatState, MessageState, UserState } from './state.ts';
import type { World } from './world.ts';

/** The whole phone of one person. */
export function screenOf(world: World, user: UserState): Screen {
  const chats = [...user.chats]
    .filter((chat) => chat.migratedTo === undefined && onPhone(chat, user))
    .sort((a, b) => b.activity - a.activity);
  return { user: personView(user), chats: chats.map((chat) => chatView(world, user, chat)) };
}

function onPhone(chat: ChatState, user: UserState): boolean {
  return chat.type === 'private' || isIn(chat.members.get(user.id));
}

/** The messages of one chat on the phone, oldest first; empty when there is no such chat yet. */
export function messagesSeen(world: World, user: UserState, chatId: number): MessageView[] {
  const bot = world.bots.get(chatId);
  const chat = bot === undefined ? groupSeen(world, user, chatId) : bot.privateChats.get(user.id);
  return chat === undefined ? [] : viewsOf(world, user, chat);
}

function groupSeen(world: World, user: UserState, chatId: number): ChatState | undefined {
  const group = world.groups.get(chatId);
  return group !== undefined && onPhone(group, user)
    ? chatOfPerson(world, user, chatId)
    : undefined;
}

function viewsOf(world: World, user: UserState, chat: ChatState): MessageView[] {
  const bot = botsIn(chat)[0];
  return [...chat.messages.values()].map((message) => ({
    ...messageView(world, bot, message),
    ...askedOf(user, message),
  }));
}

/** Where a reply is asked for in a group, only whom the message answers is meant by a selective one. */
function askedOf(user: UserState, { forceReply, chat, replyTo }: MessageState): object {
  if (!forceReply) return {};
  const { selective, ...shown } = forceReply;
  const meant = !selective || chat.type === 'private' || replyTo?.from === user;
  return meant ? { forceReply: shown } : {};
}

function chatView(world: World, user: UserState, chat: ChatState): ChatView {
  const now = world.now();
  const bots = chat.bot === undefined ? botsIn(chat) : [chat.bot];
  const inTopic = (topicId: number | undefined) => (topicId === undefined ? {} : { topicId });
  return {
    chatId: chat.bot?.id ?? chat.id,
    type: chat.type,
    title: chat.title,
    bots: bots.map(personView),
    isForum: chat.isForum,
    topics: topicsOf(chat),
    pinned: [...chat.pinned],
    messages: viewsOf(world, user, chat),
    actions: chat.actions
      .filter((action) => action.until > now)
      .map(({ from, action, topicId }) => ({
        from: personView(from),
        action,
        ...inTopic(topicId),
      })),
    drafts: chat.drafts
      .filter((draft) => draft.until > now)
      .map(({ from, text, topicId }) => ({ from: personView(from), text, ...inTopic(topicId) })),
    commands: menu(bots, chat, user),
    blocked: chat.blocked,
    toasts: chat.toasts
      .filter((toast) => toast.until > now && toast.userId === user.id)
      .map(({ text, alert }) => ({ text, alert })),
  };
}

function menu(bots: readonly BotState[], chat: ChatState, user: UserState): ChatView['commands'] {
  return bots.flatMap((bot) =>
    commandsFor(bot, chat, user).map(({ command, description }) => ({ command, description })),
  );
}

function topicsOf(chat: ChatState): TopicView[] {
  if (!chat.isForum) return [];
  const general = { topicId: 0, name: 'General', iconColor: 7322096, closed: false };
  const made = [...chat.topics.values()].map(({ id, name, iconColor, closed }) => ({
    topicId: id,
    name,
    iconColor,
    closed,
  }));
  return [general, ...made];
}

/** Nothing stands in any chat of this person, though there is one: they are known from before, and sleep. */
function sleeps({ chats }: UserState): boolean {
  return chats.size > 0 && [...chats].every((chat) => chat.user && chat.messages.size === 0);
}

/** Everybody there is, for the demo page; who wrote before and has no message yet is left out. */
export function peopleOf(world: World): People {
  return {
    bots: [...world.bots.values()].map(personView),
    users: [...world.users.values()].filter((user) => !sleeps(user)).map(personView),
    groups: [...world.groups.values()]
      .filter((chat) => chat.migratedTo === undefined)
      .map((chat) => ({
        chatId: chat.id,
        title: chat.title,
        isForum: chat.isForum,
        members: [...chat.members.values()].filter(isIn).map((member) => member.person.id),
      })),
  };
}
