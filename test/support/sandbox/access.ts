import { ApiError, badRequest, forbidden } from './api-error.ts';
import { isAdmin, isIn } from './messages.ts';
import type { BotState, ChatState, Member, MessageState, Person } from './state.ts';
import type { World } from './world.ts';

/** The chat a bot means by `chat_id`. Throws the Bot API's errors. */
export function findChat(world: World, bot: BotState, chatId: unknown): ChatState {
  const id = Number(chatId);
  if (id > 0) {
    const chat = bot.privateChats.get(id);
    if (chat !== undefined) return chat;
    const user = world.users.get(id);
    if (user !== undefined && [...bot.groups].some((group) => group.members.has(id)))
      throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  const chat = world.groups.get(id);
  const member = chat?.members.get(bot.id);
  if (chat === undefined || member === undefined) throw badRequest('chat not found');
  if (chat.migratedTo !== undefined)
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  const name = chat.type === 'group' ? 'group chat' : 'supergroup chat';
  if (member.status === 'kicked') throw forbidden(`bot was kicked from the ${name}`);
  if (member.status === 'left') throw forbidden(`bot is not a member of the ${name}`);
  return chat;
}

/** Like {@link findChat}, for a chat that shall change: the person must not have blocked the bot or be gone. */
export function writableChat(world: World, bot: BotState, chatId: unknown): ChatState {
  const chat = findChat(world, bot, chatId);
  if (chat.user?.deactivated === true) throw forbidden('user is deactivated');
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  return chat;
}

/** True when this member (of a private chat: anybody) may do it. */
export function may(
  chat: ChatState,
  person: Person,
  right: 'manageTopics' | 'pinMessages' | 'deleteMessages',
): boolean {
  if (chat.type === 'private') return true;
  const member = chat.members.get(person.id);
  return member?.status === 'creator' || (isAdmin(member) && member?.[right] === true);
}

/** The topic a bot means by `message_thread_id`; undefined for General. Throws the Bot API's errors. */
export function findTopic(chat: ChatState, threadId: unknown): number | undefined {
  if (threadId === undefined) return undefined;
  const topic = chat.isForum ? chat.topics.get(Number(threadId)) : undefined;
  if (topic === undefined) throw badRequest('message thread not found');
  return topic.id;
}

/** A message the bot can see in a chat, or the error `notFound`. */
export function findMessage(
  world: World,
  chat: ChatState,
  messageId: unknown,
  notFound: string,
): MessageState {
  const message = world.message(chat, messageId);
  if (message === undefined) throw badRequest(notFound);
  return message;
}

/** A member's standing; made on first use. */
export function memberOf(chat: ChatState, person: Person): Member {
  const known = chat.members.get(person.id);
  if (known !== undefined) return known;
  const fresh: Member = {
    person,
    status: 'left',
    manageTopics: false,
    pinMessages: false,
    deleteMessages: false,
  };
  chat.members.set(person.id, fresh);
  return fresh;
}

/** The chat in which a person writes: a bot's id for the private chat, a group's id otherwise. Throws when it is not possible. */
export function chatOfPerson(world: World, person: Person, chatId: number): ChatState {
  if (chatId > 0) {
    const bot = world.bots.get(chatId);
    const user = world.users.get(person.id);
    if (bot === undefined || user === undefined) throw new Error(`There is no bot ${chatId}.`);
    return world.privateChat(bot, user);
  }
  const chat = world.groups.get(chatId);
  if (chat === undefined || !isIn(chat.members.get(person.id)))
    throw new Error(`This person is not in chat ${chatId}.`);
  if (chat.migratedTo !== undefined) return chatOfPerson(world, person, chat.migratedTo);
  return chat;
}
