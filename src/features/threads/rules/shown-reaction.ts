import type { StoredMessage } from '../message.ts';

/** The reaction that marks a creator's message as delivered; one of Telegram's standard emoji. */
export const deliveredMark = '🕊';

/**
 * The one reaction that the bot shows on a message at one side: what the other side gave, else the delivery mark on the
 * creator's own delivered messages, else none.
 */
export function shownReaction(message: StoredMessage, at: 'fan' | 'desk'): string | null {
  const given = at === 'desk' ? message.fanReaction : message.creatorReaction;
  if (given !== null) return given;
  const ownAnswer = at === 'desk' && message.direction === 'out';
  return ownAnswer && message.delivery === 'delivered' ? deliveredMark : null;
}

/** A reaction as `setMessageReaction` takes it. */
export function reactionPayload(emoji: string | null): { type: 'emoji'; emoji: string }[] {
  return emoji === null ? [] : [{ type: 'emoji', emoji }];
}
