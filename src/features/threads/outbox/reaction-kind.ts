import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { placesOf } from '../queries/link-rows.ts';
import { messageById } from '../queries/message-rows.ts';
import { reactionCall } from '../rules/shown-reaction.ts';
import { tellDesk } from '../services/tell-delivery.ts';
import { giveWay } from './give-way.ts';
import { reactionRef } from './refs.ts';

/** A reaction on its way to the other side, as it is when its turn comes; taken away, the delivery mark shows again. */
export const reactionKind: OutboxKind = {
  kind: 'reaction',

  async prepare(tx, row, services): Promise<Prepared> {
    const { messageId, to } = reactionRef(row);
    const message = await messageById(tx, messageId);
    const arrived = message?.delivery === 'delivered' || message?.delivery === 'merged';
    const [place] = arrived ? await placesOf(tx, message, to) : [];
    if (!arrived || !place) return { do: 'drop' };
    const given = to === 'desk' ? await giveWay(tx, row, services) : null;
    if (given) return given;
    return { do: 'call', call: reactionCall(message, place) };
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
