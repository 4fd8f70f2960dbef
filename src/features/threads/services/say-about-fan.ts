import type { FanId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Card } from '#src/telegram/present.ts';
import { activeDesk, topicOf } from '../queries/desk-rows.ts';
import { lastMessageId } from '../queries/message-rows.ts';
import { threadOfFan } from '../queries/thread-rows.ts';

/**
 * Says something about a fan at the desk, in the fan's topic where there is one; answering it answers the fan. Nothing is
 * said without a desk.
 */
export async function sayAboutFan(
  tx: Tx,
  fanId: FanId,
  card: Card,
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (!desk) return;
  const thread = await threadOfFan(tx, fanId);
  const topic = thread && desk.kind === 'forum' ? await topicOf(tx, desk.id, thread.id) : undefined;
  const messageId = thread && (await lastMessageId(tx, thread.id));
  const { text, entities } =
    typeof card.text === 'string' ? { text: card.text, entities: [] } : card.text;
  await enqueue(tx, services.clock.now(), {
    ...(messageId === undefined ? {} : { kind: 'notice', ref: { messageId } }),
    method: 'sendMessage',
    payload: {
      chat_id: desk.chatId,
      ...(topic ? { message_thread_id: topic.topicId } : {}),
      text,
      entities: entities ?? [],
      reply_markup: { inline_keyboard: card.rows.map((row) => [...row]) },
    },
    audience: 'desk',
    chatId: desk.chatId,
  });
}
