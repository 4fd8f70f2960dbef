import { renderMessage } from './render.ts';
import type { BotState, ChatState, Content, Member, MessageState, Person } from './state.ts';
import type { World } from './world.ts';

/** A message about to be put into a chat. */
export interface NewMessage {
  from: Person;
  content: Content;
  topicId?: number | undefined;
  replyTo?: MessageState | undefined;
  quote?: MessageState['quote'];
  albumId?: string | undefined;
  markup?: MessageState['markup'];
  forceReply?: MessageState['forceReply'];
  forward?: MessageState['forward'];
  protect?: boolean;
  viaBot?: BotState | undefined;
}

/** Puts a message into a chat and tells every bot that may see it. */
export function post(world: World, chat: ChatState, input: NewMessage): MessageState {
  const id = chat.nextMessageId;
  chat.nextMessageId += 1;
  const message: MessageState = {
    id,
    chat,
    date: world.date(),
    editDate: undefined,
    from: input.from,
    topicId: input.topicId,
    content: input.content,
    replyTo: input.replyTo,
    quote: input.quote,
    albumId: input.albumId,
    markup: input.markup,
    forceReply: input.forceReply,
    reactions: new Map(),
    forward: input.forward,
    protect: input.protect ?? false,
    viaBot: input.viaBot,
  };
  chat.messages.set(id, message);
  if (input.from.isBot) {
    chat.actions = chat.actions.filter((action) => action.from !== input.from);
    chat.drafts = chat.drafts.filter((draft) => draft.from !== input.from);
  }
  world.bump(chat);
  world.touch(chat);
  announce(world, message, 'message');
  return message;
}

/** Puts a service message into a chat. `value` is what its field holds for one bot. */
export function postService(
  world: World,
  chat: ChatState,
  input: {
    from: Person;
    field: string;
    text: string;
    topicId?: number | undefined;
    value: (bot: BotState) => unknown;
  },
): MessageState {
  const { from, topicId, ...rest } = input;
  return post(world, chat, { from, topicId, content: { kind: 'service', ...rest } });
}

/** Tells the bots of a new or an edited message. */
export function announce(
  world: World,
  message: MessageState,
  type: 'message' | 'edited_message',
): void {
  for (const bot of botsIn(message.chat))
    if (bot.queue.accepts(type) && visibleTo(bot, message))
      bot.queue.push(type, message.chat.id, renderMessage(world, bot, message));
}

/** The bots that take part in a chat now. */
export function botsIn(chat: ChatState): BotState[] {
  if (chat.bot !== undefined) return [chat.bot];
  const bots: BotState[] = [];
  for (const member of chat.members.values())
    if (member.person.isBot && isIn(member)) bots.push(member.person);
  return bots;
}

/** True for someone who has neither left nor been removed. */
export function isIn(member: Member | undefined): member is Member {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked';
}

/** True for the owner and for administrators. */
export function isAdmin(member: Member | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator';
}

// What a bot hears of even when it did it itself (tdlib/telegram-bot-api, Client.cpp, need_skip_update_message).
const heardOfOneself = new Set([
  'pinned_message',
  'new_chat_title',
  'left_chat_member',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
]);

function visibleTo(bot: BotState, message: MessageState): boolean {
  const { content, chat } = message;
  if (message.from === bot) return content.kind === 'service' && heardOfOneself.has(content.field);
  if (chat.bot !== undefined) return true;
  if (content.kind === 'service') return true;
  // A bot hears nothing of other bots.
  if (message.from.isBot) return false;
  if (bot.readsAllGroupMessages || isAdmin(chat.members.get(bot.id))) return true;
  return message.replyTo?.from === bot || isCommandFor(bot, content);
}

/** Privacy mode lets commands pass, unless they name another bot. */
function isCommandFor(bot: BotState, content: Content): boolean {
  if (!('entities' in content)) return false;
  return content.entities.some((entity) => {
    if (entity.type !== 'bot_command') return false;
    const name = content.text.slice(entity.offset, entity.offset + entity.length).split('@')[1];
    return name === undefined || name.toLowerCase() === bot.username.toLowerCase();
  });
}

/** Takes messages off every screen. */
export function remove(world: World, chat: ChatState, ids: Iterable<number>): void {
  for (const id of ids) chat.messages.delete(id);
  chat.pinned = chat.pinned.filter((id) => chat.messages.has(id));
  world.touch(chat);
}

/** Notes an edit. The caller has changed the message. */
export function markEdited(world: World, message: MessageState): void {
  message.editDate = world.date();
  world.touch(message.chat);
}
