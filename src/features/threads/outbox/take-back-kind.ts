import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { deleteLink, linksOf } from '../queries/link-rows.ts';
import { messageById, updateWithdrawn } from '../queries/message-rows.ts';
import { reviewWait } from '../services/review-wait.ts';
import { tellDesk } from '../services/tell-delivery.ts';
import { messageRef } from './refs.ts';

/**
 * Deletes a creator's message at the fan's. It stands in the fan's lane behind the message itself, so that it finds it
 * delivered, or failed and then has nothing to delete.
 */
export const takeBackKind: OutboxKind = {
  kind: 'take-back',

  async prepare(tx, row, services): Promise<Prepared> {
    const { messageId } = messageRef(row);
    const message = await messageById(tx, messageId);
    if (!message || message.delivery === 'withdrawn') return { do: 'drop' };
    const place = (await linksOf(tx, messageId, 'fan')).find((link) => link.role === 'copy');
    if (!place) {
      await updateWithdrawn(tx, messageId, services.clock.now());
      await reviewWait(tx, message.threadId, services);
      await tellDesk(tx, messageId, 'threads-taken-back', services);
      return { do: 'drop' };
    }
    const payload = { chat_id: place.chatId, message_id: place.chatMessageId };
    return { do: 'call', call: { method: 'deleteMessage', payload } };
  },

  async onSent(tx, row, _result, services) {
    const { messageId } = messageRef(row);
    const message = await messageById(tx, messageId);
    for (const link of await linksOf(tx, messageId, 'fan')) await deleteLink(tx, link);
    await updateWithdrawn(tx, messageId, services.clock.now());
    if (message) await reviewWait(tx, message.threadId, services);
    await tellDesk(tx, messageId, 'threads-taken-back', services);
  },

  async onFailed(tx, row, failure, services) {
    const key =
      failure.reason === 'cannot-delete'
        ? 'threads-take-back-too-late'
        : 'threads-take-back-failed';
    await tellDesk(tx, messageRef(row).messageId, key, services);
    return 'ended';
  },
};
