import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { linksOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { reactionPayload, shownReaction } from '../rules/shown-reaction.ts';
import { tellDesk } from '../services/tell-delivery.ts';
import { reactionRef } from './refs.ts';

/** A reaction on its way to the other side, as it is when its turn comes; taken away, the delivery mark shows again. */
export const reactionKind: OutboxKind = {
  kind: 'reaction',

  async prepare(tx, row): Promise<Prepared> {
    const { messageId, to } = reactionRef(row);
    const message = await messageById(tx, messageId);
    const [place] = await linksOf(tx, messageId, to);
    if (!message || !place || message.delivery !== 'delivered') return { do: 'drop' };
    return {
      do: 'call',
      call: {
        method: 'setMessageReaction',
        payload: {
          chat_id: place.chatId,
          message_id: place.chatMessageId,
          reaction: reactionPayload(shownReaction(message, to)),
        },
      },
    };
  },

  async onFailed(tx, row, failure, services) {
    const { messageId, to } = reactionRef(row);
    if (failure.reason === 'reaction-refused' && to === 'desk') {
      await tellDesk(tx, messageId, 'threads-reaction-custom-fan', services);
    }
    if (failure.reason === 'reaction-refused' && to === 'fan') {
      await tellDesk(tx, messageId, 'threads-reaction-refused', services);
    }
    return 'ended';
  },
};
