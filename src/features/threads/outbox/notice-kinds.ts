import type { ChatMessageId } from '#src/core/ids.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { insertLink, linksOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { reactionPayload, shownReaction } from '../rules/shown-reaction.ts';
import { tellDesk } from '../services/tell-delivery.ts';
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
};

/** The delivery mark. Where reactions are not allowed, a short message says it instead. */
export const deliveryMarkKind: OutboxKind = {
  kind: 'delivery-mark',

  async prepare(tx, row): Promise<Prepared> {
    const { messageId } = messageRef(row);
    const message = await messageById(tx, messageId);
    const origin = (await linksOf(tx, messageId, 'desk')).find((link) => link.role === 'origin');
    if (!origin || message?.delivery !== 'delivered') return { do: 'drop' };
    return {
      do: 'call',
      call: {
        method: 'setMessageReaction',
        payload: {
          chat_id: origin.chatId,
          message_id: origin.chatMessageId,
          reaction: reactionPayload(shownReaction(message, 'desk')),
        },
      },
    };
  },

  async onFailed(tx, row, failure, services) {
    if (failure.reason === 'reaction-refused') {
      await tellDesk(tx, messageRef(row).messageId, 'threads-delivered', services);
    }
    return 'ended';
  },
};
