import type { MessageId } from '#src/core/ids.ts';
import { requireFan } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { StoredMessage } from '../message.ts';
import { linksOf, insertLink } from '../queries/link-rows.ts';
import { messageById, queuedAlbum, updateDelivery } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';
import { canRetry } from '../rules/can-retry.ts';
import { replyAlbumCall, replyCall } from '../rules/reply-call.ts';
import { reviewWait } from '../services/review-wait.ts';
import { markDelivered, tellUndelivered } from '../services/tell-delivery.ts';
import { messageRef } from './refs.ts';
import { sentIds } from './sent-ids.ts';

/**
 * A creator's message on its way to the fan. Parts of an album have a row each; the first whose turn comes sends all
 * that have arrived. A lost answer is not tried again by itself: the message becomes `unknown` and the creator decides.
 * As long as it did not arrive, the fan waits.
 */
export const replyKind: OutboxKind = {
  kind: 'reply',

  async prepare(tx, row, services): Promise<Prepared> {
    const message = await messageById(tx, messageRef(row).messageId);
    if (message?.delivery !== 'queued' || message.deletedAt !== null) return { do: 'drop' };
    const thread = await threadById(tx, message.threadId);
    if (!thread) return { do: 'drop' };
    const fan = await requireFan(tx, thread.fanId);
    const deskLinks = await linksOf(tx, message.id, 'desk');
    const view = {
      origin: deskLinks.find((link) => link.role === 'origin'),
      answers: await quotedAt(tx, message),
      t: services.texts.for(fan.languageCode),
    };
    const album = await albumOf(tx, message);
    const call = album ? replyAlbumCall(album, view) : replyCall(message, view);
    const payload = { chat_id: thread.chatId, ...call.payload };
    return { do: 'call', call: { method: call.method, payload } };
  },

  async onSent(tx, row, result, services) {
    const message = await messageById(tx, messageRef(row).messageId);
    if (!message || row.chatId === null) return;
    const ids = sentIds(result);
    const parts = ids.length > 1 ? ((await albumOf(tx, message)) ?? [message]) : [message];
    const delivered: MessageId[] = [];
    for (const [index, chatMessageId] of ids.entries()) {
      const part = parts[index];
      if (!part) continue;
      const place = { chatId: row.chatId, chatMessageId };
      const now = services.clock.now();
      await insertLink(
        tx,
        { messageId: part.id, side: 'fan', role: 'copy', part: 0, ...place },
        now,
      );
      delivered.push(part.id);
    }
    await updateDelivery(tx, delivered, 'delivered');
    await markDelivered(tx, message, services);
  },

  async onFailed(tx, row, failure, services) {
    const message = await messageById(tx, messageRef(row).messageId);
    if (message?.delivery !== 'queued') return 'ended';
    const parts = (await albumOf(tx, message)) ?? [message];
    const ids = parts.map((part) => part.id);
    await updateDelivery(tx, ids, failure.reason === 'unknown' ? 'unknown' : 'failed');
    await reviewWait(tx, message.threadId, services);
    await tellUndelivered(
      tx,
      { message, reason: failure.reason, retryRow: canRetry(failure.reason) ? row.id : null },
      services,
    );
    return 'ended';
  },
};

async function albumOf(tx: Tx, message: StoredMessage): Promise<StoredMessage[] | null> {
  if (message.albumId === null) return null;
  const parts = (await queuedAlbum(tx, message.threadId, message.albumId)).slice(0, 10);
  return parts.length > 1 ? parts : null;
}

async function quotedAt(tx: Tx, message: StoredMessage) {
  if (message.answersMessageId === null) return undefined;
  const links = await linksOf(tx, message.answersMessageId, 'fan');
  return links[0];
}
