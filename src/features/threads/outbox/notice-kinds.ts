import type { ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { insertLink, linksOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { reactionCall } from '../rules/shown-reaction.ts';
import { tellDesk } from '../services/tell-delivery.ts';
import { giveWay } from './give-way.ts';
import { messageRef } from './refs.ts';
import { sentIds } from './sent-ids.ts';

/** Something said at the desk about a message (a failure, a card): answering it answers the fan, too. */
export const noticeKind: OutboxKind = {
  kind: 'notice',
  async onSent(tx, row, result, services) {
    const [chatMessageId] = sentIds(result) as [ChatMessageId];
    if (row.chatId === null) return;
    const { messageId } = messageRef(row);
    const place = { chatId: row.chatId, chatMessageId };
    await insertLink(
      tx,
      { messageId, side: 'desk', role: 'notice', part: 0, ...place },
      services.clock.now(),
    );
  },

  async onFailed(tx, row, failure, services) {
    if (lostPlaces.has(failure.reason)) await sayElsewhere(tx, row, services);
    return 'ended';
  },
};

/** Failures that mean: nothing can be said at this place any more. */
const lostPlaces: ReadonlySet<FailureReason> = new Set([
  'topic-missing',
  'topic-closed',
  'not-a-forum',
  'no-access',
  'chat-missing',
]);

/** The topic is gone, or the whole group: said at the desk of now, outside topics. Once: that place may be lost, too. */
async function sayElsewhere(tx: Tx, row: OutboxRow, services: Services): Promise<void> {
  const desk = await activeDesk(tx);
  const inTopic = row.payload['message_thread_id'] !== undefined;
  if (!desk || (desk.chatId === row.chatId && !inTopic)) return;
  const { message_thread_id: _topic, reply_parameters: answered, ...said } = row.payload;
  const stays = desk.chatId === row.chatId && answered !== undefined;
  await enqueue(tx, services.clock.now(), {
    kind: 'notice',
    method: row.method,
    payload: { ...said, chat_id: desk.chatId, ...(stays ? { reply_parameters: answered } : {}) },
    ref: row.ref,
    audience: 'desk',
    chatId: desk.chatId,
    priority: row.priority,
  });
}

/** The delivery mark. Where reactions are not allowed, a short message says it instead. */
export const deliveryMarkKind: OutboxKind = {
  kind: 'delivery-mark',

  async prepare(tx, row, services): Promise<Prepared> {
    const { messageId } = messageRef(row);
    const message = await messageById(tx, messageId);
    const origin = (await linksOf(tx, messageId, 'desk')).find((link) => link.role === 'origin');
    if (!origin || message?.delivery !== 'delivered') return { do: 'drop' };
    const given = await giveWay(tx, row, services);
    if (given) return given;
    return { do: 'call', call: reactionCall(message, origin) };
  },

  async onFailed(tx, row, failure, services) {
    if (failure.reason === 'reaction-refused') {
      await tellDesk(tx, messageRef(row).messageId, 'threads-delivered', services);
    }
    return 'ended';
  },
};
