import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { linksOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { replyEditCall } from '../rules/reply-call.ts';
import { tellDesk } from '../services/tell-delivery.ts';
import { messageRef, replyEditRef } from './refs.ts';

/** An edited answer: the fan's message is edited to what the answer says now. */
export const replyEditKind: OutboxKind = {
  kind: 'reply-edit',

  async prepare(tx, row): Promise<Prepared> {
    const ref = replyEditRef(row);
    const message = await messageById(tx, ref.messageId);
    if (message?.delivery !== 'delivered') return { do: 'drop' };
    const [link] = await linksOf(tx, message.id, 'fan');
    const edit = link && replyEditCall(message, ref.mediaChanged);
    if (!edit) return { do: 'drop' };
    const payload = { chat_id: link.chatId, message_id: link.chatMessageId, ...edit.payload };
    return { do: 'call', call: { method: edit.method, payload } };
  },

  async onFailed(tx, row, _failure, services) {
    await tellDesk(tx, messageRef(row).messageId, 'threads-edit-failed', services);
    return 'ended';
  },
};
