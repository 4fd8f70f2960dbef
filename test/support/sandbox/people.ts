import type { MessageEntity } from 'grammy/types';
import { chatOfPerson, may, memberOf } from './access.ts';
import type { Outgoing } from './contract.ts';
import { announce, botsIn, isAdmin, markEdited, post, remove } from './messages.ts';
import { sendCallback } from './methods/callbacks.ts';
import { newAlbumId } from './methods/media.ts';
import { pin } from './methods/pin.ts';
import { standardReactions } from './methods/reactions.ts';
import { renderBlock, renderChat, renderReactions, renderUser } from './render.ts';
import { captionLimit, codePoints, formatText, textLimit } from './text/formatted-text.ts';
import type { BotState, ChatState, MessageState, UserState } from './state.ts';
import type { World } from './world.ts';
import { contentOf } from './person-content.ts';

/** core.telegram.org/bots/features#deep-linking */
const startPayload = /^[A-Za-z0-9_-]{1,64}$/;

/** Opens the private chat with a bot and presses Start, with the payload of a deep link if there is one. */
export function start(world: World, user: UserState, bot: BotState, payload?: string): number {
  if (payload !== undefined && !startPayload.test(payload))
    throw new Error('A start parameter has 1 to 64 characters of A-Z, a-z, 0-9, _ and -.');
  const chat = world.privateChat(bot, user);
  if (chat.blocked) unblock(world, user, bot);
  return (
    send(world, user, bot.id, {
      text: payload === undefined ? '/start' : `/start ${payload}`,
    })[0] ?? 0
  );
}

/** A person sends something. Returns the ids of the new messages; throws when a phone could not do it. */
export function send(world: World, user: UserState, chatId: number, out: Outgoing): number[] {
  const chat = chatToWriteIn(world, user, chatId);
  const replyTo = out.replyTo === undefined ? undefined : messageOf(chat, out.replyTo);
  const topicId = out.topic === undefined || out.topic === 0 ? replyTo?.topicId : out.topic;
  checkTopic(chat, user, topicId);
  const contents = contentOf(world, out);
  const albumId = contents.length > 1 ? newAlbumId({ world }) : undefined;
  const forward =
    out.forwardedFrom === undefined ? undefined : { from: out.forwardedFrom, date: world.date() };
  return contents.map(
    (content) => post(world, chat, { from: user, content, topicId, replyTo, albumId, forward }).id,
  );
}

function chatToWriteIn(world: World, user: UserState, chatId: number): ChatState {
  if (user.deactivated) throw new Error('This account is deleted.');
  const chat = chatOfPerson(world, user, chatId);
  if (chat.blocked) throw new Error('This person has blocked the bot.');
  return chat;
}

function checkTopic(chat: ChatState, user: UserState, topicId: number | undefined) {
  if (topicId === undefined) return;
  const topic = chat.topics.get(topicId);
  if (topic === undefined) throw new Error(`There is no topic ${topicId}.`);
  if (topic.closed && !may(chat, user, 'manageTopics')) throw new Error('This topic is closed.');
}

function messageOf(chat: ChatState, messageId: number): MessageState {
  const message = chat.messages.get(messageId);
  if (message === undefined) throw new Error(`There is no message ${messageId} in this chat.`);
  return message;
}

function ownMessage(chat: ChatState, user: UserState, messageId: number): MessageState {
  const message = messageOf(chat, messageId);
  if (message.from !== user) throw new Error('This message is somebody else’s.');
  return message;
}

/** A person edits the text or caption of an own message. */
export function edit(
  world: World,
  user: UserState,
  chatId: number,
  messageId: number,
  change: { text: string; entities?: MessageEntity[] | undefined },
): void {
  const chat = chatToWriteIn(world, user, chatId);
  const message = ownMessage(chat, user, messageId);
  const { content } = message;
  if (!('entities' in content)) throw new Error('This message has no text.');
  const formatted = formatText(change.text, undefined, change.entities);
  const limit = content.kind === 'text' ? textLimit : captionLimit;
  if (codePoints(formatted.text) > limit) throw new Error('This text is too long.');
  if (content.kind === 'text' && formatted.text === '') throw new Error('This text is empty.');
  message.content = { ...content, ...formatted };
  markEdited(world, message);
  announce(world, message, 'edited_message');
}

/** A person deletes a message for everybody. No bot hears of it. */
export function erase(world: World, user: UserState, chatId: number, messageId: number): void {
  const chat = chatOfPerson(world, user, chatId);
  const message = messageOf(chat, messageId);
  const allowed = message.from === user || may(chat, user, 'deleteMessages');
  if (!allowed) throw new Error('This message is somebody else’s.');
  remove(world, chat, [message.id]);
}

/** A person pins a message. */
export function pinAs(world: World, user: UserState, chatId: number, messageId: number): void {
  const chat = chatToWriteIn(world, user, chatId);
  if (!may(chat, user, 'pinMessages')) throw new Error('This person may not pin.');
  pin(world, user, messageOf(chat, messageId));
}

/** Sets a person's reactions on a message; bots hear of it in private chats and where they are administrators. */
export function react(
  world: World,
  user: UserState,
  chatId: number,
  messageId: number,
  emoji: string[],
): void {
  const chat = chatToWriteIn(world, user, chatId);
  const message = messageOf(chat, messageId);
  if (emoji.length > 3 || emoji.some((each) => !standardReactions.has(each)))
    throw new Error('These are no reactions.');
  const before = message.reactions.get(user.id)?.emoji ?? [];
  if (emoji.length === 0) message.reactions.delete(user.id);
  else message.reactions.set(user.id, { person: user, emoji: [...emoji] });
  world.touch(chat);
  for (const bot of botsIn(chat)) {
    if (chat.type !== 'private' && !isAdmin(chat.members.get(bot.id))) continue;
    bot.queue.push('message_reaction', chat.id, {
      chat: renderChat(chat),
      message_id: message.id,
      user: renderUser(user),
      date: world.date(),
      old_reaction: renderReactions(before),
      new_reaction: renderReactions(emoji),
    });
  }
}

/** Presses the button with this text or this callback data. Returns the id of the callback query. */
export function tap(
  world: World,
  user: UserState,
  chatId: number,
  messageId: number,
  button: string,
): string {
  const chat = chatOfPerson(world, user, chatId);
  const message = messageOf(chat, messageId);
  const buttons = (message.markup?.inline_keyboard ?? []).flat();
  const found =
    buttons.find((each) => 'callback_data' in each && each.callback_data === button) ??
    buttons.find((each) => each.text === button);
  if (found === undefined)
    throw new Error(
      `There is no button “${button}”, only: ${buttons.map((each) => each.text).join(', ')}`,
    );
  if (!('callback_data' in found)) throw new Error(`The button “${button}” has no callback data.`);
  return callback(world, user, chat, messageId, found.callback_data);
}

/** Sends callback data that need not be on any button. */
export function forgeCallback(
  world: World,
  user: UserState,
  chatId: number,
  messageId: number,
  data: string,
) {
  return callback(world, user, chatOfPerson(world, user, chatId), messageId, data);
}

function callback(
  world: World,
  user: UserState,
  chat: ChatState,
  messageId: number,
  data: string,
): string {
  if (chat.blocked) throw new Error('This person has blocked the bot.');
  const sender = chat.messages.get(messageId)?.from;
  const bot = sender?.isBot ? sender : botsIn(chat)[0];
  if (bot === undefined) throw new Error('There is no bot in this chat.');
  return sendCallback(world, bot, user, chat, messageId, data);
}

/** Blocks a bot; it hears of it and can no longer write. */
export function block(world: World, user: UserState, bot: BotState): void {
  setBlocked(world, user, bot, true);
}

/** Lets a bot write again. */
export function unblock(world: World, user: UserState, bot: BotState): void {
  setBlocked(world, user, bot, false);
}

function setBlocked(world: World, user: UserState, bot: BotState, blocked: boolean): void {
  const chat = world.privateChat(bot, user);
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  world.touch(chat);
  bot.queue.push('my_chat_member', chat.id, renderBlock(chat, user, bot, world.date()));
}

/** Deletes a person's account. Groups lose the member; bots are told nothing. */
export function deactivate(world: World, user: UserState): void {
  user.deactivated = true;
  for (const chat of user.chats) {
    if (chat.type !== 'private') memberOf(chat, user).status = 'left';
    world.touch(chat);
  }
}
