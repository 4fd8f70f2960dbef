import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import type { MessageLink, StoredMessage } from '../message.ts';

/** The reaction that marks a creator's message as delivered; one of Telegram's standard emoji. */
const deliveredMark = '🕊';

/**
 * The one reaction that the bot shows on a message at one side: what the other side gave, else the delivery mark on the
 * creator's own delivered messages, else none.
 */
function shownReaction(message: StoredMessage, at: 'fan' | 'desk'): string | null {
  const given = at === 'desk' ? message.fanReaction : message.creatorReaction;
  if (given !== null) return given;
  const ownAnswer = at === 'desk' && message.direction === 'out';
  return ownAnswer && message.delivery === 'delivered' ? deliveredMark : null;
}

/** The call that brings the reaction of the bot's at this place up to date. */
export function reactionCall(message: StoredMessage, place: MessageLink): ApiCall {
  const emoji = shownReaction(message, place.side);
  return {
    method: 'setMessageReaction',
    payload: {
      chat_id: place.chatId,
      message_id: place.chatMessageId,
      reaction: emoji === null ? [] : [{ type: 'emoji', emoji }],
    },
  };
}
