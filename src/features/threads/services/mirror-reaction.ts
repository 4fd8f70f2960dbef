import type { MessageReactionUpdated, ReactionType } from 'grammy/types';
import type { ChatId, ChatMessageId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { deskLane } from './enqueue-rows.ts';
import type { ReactionRef } from '../outbox/refs.ts';
import { deskInChat } from '../queries/desk-rows.ts';
import { linkAt, placesOf } from '../queries/link-rows.ts';
import { updateReaction } from '../queries/message-rows.ts';
import { shownMessage } from './shown-message.ts';
import { tellDesk } from './tell-delivery.ts';

/**
 * A reaction on one side appears on the other. A bot can set one standard emoji on a message (Bot API,
 * setMessageReaction), so the newest standard one is shown; a custom emoji cannot be, and the creator is told.
 */
export async function mirrorReaction(
  tx: Tx,
  by: 'fan' | 'creator',
  reaction: MessageReactionUpdated,
  services: Services,
): Promise<void> {
  const chatId = reaction.chat.id as ChatId;
  const place = await linkAt(tx, chatId, reaction.message_id as ChatMessageId);
  const message = place && (await shownMessage(tx, place.messageId));
  if (!message || place.side !== (by === 'fan' ? 'fan' : 'desk') || place.role === 'notice') return;
  const emoji = standardEmoji(reaction.new_reaction);
  await updateReaction(tx, message.id, by, emoji);
  if (emoji === null && reaction.new_reaction.length > 0) {
    const key = by === 'fan' ? 'threads-reaction-custom-fan' : 'threads-reaction-custom-creator';
    await tellDesk(tx, message.id, key, services);
    return;
  }
  const to = by === 'fan' ? 'desk' : 'fan';
  const [target] = await placesOf(tx, message, to);
  if (!target) return;
  const ref: ReactionRef = { messageId: message.id, threadId: message.threadId, to };
  await enqueue(tx, services.clock.now(), {
    kind: 'reaction',
    method: 'setMessageReaction',
    payload: {},
    ref: { ...ref },
    audience: to,
    chatId: target.chatId,
    lane: await laneOf(tx, to, target.chatId, message.threadId),
    priority: priority.relay,
  });
}

async function laneOf(
  tx: Tx,
  to: 'fan' | 'desk',
  chatId: ChatId,
  threadId: ThreadId,
): Promise<string> {
  if (to === 'fan') return `${chatId}`;
  const desk = await deskInChat(tx, chatId);
  return desk ? deskLane(desk, threadId) : `${chatId}`;
}

function standardEmoji(reactions: readonly ReactionType[]): string | null {
  return reactions.findLast((reaction) => reaction.type === 'emoji')?.emoji ?? null;
}
