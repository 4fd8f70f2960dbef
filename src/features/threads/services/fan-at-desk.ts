import type { Message } from 'grammy/types';
import type { ChatId, ChatMessageId, FanId, ThreadId, TopicId, UserId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { deskInChat, topicAt } from '../queries/desk-rows.ts';
import { focusOf } from '../queries/focus-rows.ts';
import { linkAt } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';

/** A card that was shown longer ago is no longer what a person means. */
const focusMs = 30 * 60_000;

/**
 * The fan whom a command at the desk means: of the relay or card that it answers, else of the topic in which it stands,
 * else of the card that this person looked at within the last half hour.
 */
export async function fanAtDesk(
  reader: Reader,
  message: Message,
  userId: UserId,
  now: number,
): Promise<FanId | undefined> {
  return (await fanMeant(reader, message)) ?? (await focusOf(reader, userId, now - focusMs));
}

/** The fan whom a message at the desk is about by its place alone: the relay or card that it answers, or its topic. */
export async function fanMeant(reader: Reader, message: Message): Promise<FanId | undefined> {
  const threadId = await threadMeant(reader, message);
  return threadId === undefined ? undefined : (await threadById(reader, threadId))?.fanId;
}

async function threadMeant(reader: Reader, message: Message): Promise<ThreadId | undefined> {
  const chatId = message.chat.id as ChatId;
  const answered = message.reply_to_message;
  const link = answered && (await linkAt(reader, chatId, answered.message_id as ChatMessageId));
  const known = link && (await messageById(reader, link.messageId));
  if (known) return known.threadId;
  if (!message.is_topic_message || message.message_thread_id === undefined) return undefined;
  const desk = await deskInChat(reader, chatId);
  const topic = desk && (await topicAt(reader, desk.id, message.message_thread_id as TopicId));
  return topic?.threadId;
}
