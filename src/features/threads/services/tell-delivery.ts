import type { InlineKeyboardMarkup } from 'grammy/types';
import type { ChatId, MessageId, OutboxId, TopicId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanName } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';
import { deskTexts } from './desk-texts.ts';
import { failureText } from '../rules/failure-text.ts';
import type { StoredMessage } from '../message.ts';
import { activeDesk, deskInChat, topicOf } from '../queries/desk-rows.ts';
import { deskLane } from './enqueue-rows.ts';
import { linksOf, placesOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** Marks the creator's message as delivered: one call, no new message at the desk. */
export async function markDelivered(
  tx: Tx,
  message: Pick<StoredMessage, 'id' | 'threadId'>,
  services: Services,
): Promise<void> {
  const origin = (await linksOf(tx, message.id, 'desk')).find((link) => link.role === 'origin');
  if (!origin) return;
  const desk = await deskInChat(tx, origin.chatId);
  await enqueue(tx, services.clock.now(), {
    kind: 'delivery-mark',
    method: 'setMessageReaction',
    payload: {},
    ref: { messageId: message.id, threadId: message.threadId },
    audience: 'desk',
    chatId: origin.chatId,
    lane: desk ? deskLane(desk, message.threadId) : `${origin.chatId}`,
    priority: priority.relay,
  });
}

/** Tells the creator why a message did not arrive, with a Retry button where that can help. */
export async function tellUndelivered(
  tx: Tx,
  news: { message: StoredMessage; reason: FailureReason; retryRow: OutboxId | null },
  services: Services,
): Promise<void> {
  const thread = await threadById(tx, news.message.threadId);
  if (!thread) return;
  const name = await fanName(tx, thread.fanId);
  const t = await deskTexts(tx, services);
  const keyboard: InlineKeyboardMarkup | undefined =
    news.retryRow === null
      ? undefined
      : { inline_keyboard: [[{ text: 'Retry', callback_data: tapData('retry', news.retryRow) }]] };
  await sendNotice(tx, news.message, failureText(news.reason, name, t), keyboard, services);
}

/** Says one sentence at the desk, as an answer to the creator's message that it is about. */
export async function tellDesk(
  tx: Tx,
  messageId: MessageId,
  key: string,
  services: Services,
): Promise<void> {
  const message = await messageById(tx, messageId);
  const thread = message && (await threadById(tx, message.threadId));
  if (!thread) return;
  const name = await fanName(tx, thread.fanId);
  const t = await deskTexts(tx, services);
  await sendNotice(tx, message, t(key, { name }), undefined, services);
}

async function sendNotice(
  tx: Tx,
  message: StoredMessage,
  text: string,
  keyboard: InlineKeyboardMarkup | undefined,
  services: Services,
): Promise<void> {
  const [shown] = await placesOf(tx, message, 'desk');
  // A reply that was chosen, not written, may fail before it is shown: then it is said without a place.
  const desk = shown ? undefined : await activeDesk(tx);
  const chatId = shown?.chatId ?? desk?.chatId;
  if (chatId === undefined) return;
  await enqueue(tx, services.clock.now(), {
    kind: 'notice',
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      ...(await topicOfPlace(tx, chatId, message)),
      text,
      ...(shown
        ? {
            reply_parameters: {
              message_id: shown.chatMessageId,
              allow_sending_without_reply: true,
            },
          }
        : {}),
      ...(keyboard ? { reply_markup: keyboard } : {}),
    },
    ref: { messageId: message.id },
    audience: 'desk',
    chatId,
    priority: priority.reply,
  });
}

async function topicOfPlace(
  tx: Tx,
  chatId: ChatId,
  message: StoredMessage,
): Promise<{ message_thread_id?: TopicId }> {
  const desk = await deskInChat(tx, chatId);
  if (desk?.kind !== 'forum') return {};
  const topic = await topicOf(tx, desk.id, message.threadId);
  return topic ? { message_thread_id: topic.topicId } : {};
}
