import type { Message } from 'grammy/types';
import type { ChatId, TopicId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { contentOf } from '../rules/content-of.ts';
import { deskInChat, topicAt } from '../queries/desk-rows.ts';

/** Whether somebody wrote this message in the topic of a fan. */
export async function isFanTopic(reader: Reader, message: Message): Promise<boolean> {
  if (!message.is_topic_message || message.message_thread_id === undefined) return false;
  if (!contentOf(message) || (message.from?.is_bot === true && !message.sender_chat)) return false;
  const desk = await deskInChat(reader, message.chat.id as ChatId);
  if (!desk) return false;
  const topic = await topicAt(reader, desk.id, message.message_thread_id as TopicId);
  return topic !== undefined;
}
