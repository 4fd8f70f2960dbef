import type { RawUpdate } from '#src/telegram/ingest/update-kind.ts';
import { updateKind } from '#src/telegram/ingest/update-kind.ts';

/** The lane of updates that belong to no chat. */
const botLane = 'bot';

/**
 * The lane of an update, inside which order holds.
 *
 * - `chat/topic`: messages, edits and taps inside a forum topic.
 * - `chat`: everything else that belongs to a chat.
 * - `chat/*`: reactions. Telegram does not say in which topic the message stands that was reacted to, so a reaction
 *   waits for every lane of its chat, and nothing waits for it.
 * - `bot`: no chat.
 */
export function laneOfUpdate(update: RawUpdate): string {
  const kind = updateKind(update);
  const event = record(update[kind]);
  if (!event) return botLane;
  const message = kind === 'callback_query' ? record(event['message']) : event;
  const chatId = integer(record(message?.['chat'])?.['id']);
  if (!message || chatId === undefined) return botLane;
  if (kind === 'message_reaction' || kind === 'message_reaction_count') return `${chatId}/*`;
  // Outside forums message_thread_id only names a chain of replies.
  const topic =
    message['is_topic_message'] === true ? integer(message['message_thread_id']) : undefined;
  return topic === undefined ? `${chatId}` : `${chatId}/${topic}`;
}

/** The lanes that must wait while a row of `lane` waits to be tried again: itself, and its chat's reactions. */
export function lanesHeldBy(lane: string): string[] {
  const chat = lane.split('/', 1)[0];
  return lane === `${chat}/*` ? [lane] : [lane, `${chat}/*`];
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}
