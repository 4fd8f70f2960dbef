import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { MessageRef, RelayRef } from '../outbox/refs.ts';
import type { Desk, Thread } from '../thread.ts';

/** How long the first part of an album waits for the others, which Telegram delivers as updates of their own. */
export const albumPatienceMs = 1_200;

/** The lane of a thread at a desk: the private chat is one lane, in a forum each thread has its own. */
export function deskLane(desk: Desk, threadId: ThreadId): string {
  return desk.kind === 'private' ? `${desk.chatId}` : `${desk.chatId}/t${threadId}`;
}

/** Enqueues the relay of a fan's message to the desk. */
export async function enqueueRelay(
  tx: Tx,
  now: number,
  desk: Desk,
  message: { id: MessageId; threadId: ThreadId; albumId: string | null },
  options: Omit<RelayRef, keyof MessageRef> = {},
): Promise<void> {
  await enqueue(tx, now, {
    kind: 'relay',
    method: 'sendMessage',
    payload: {},
    ref: { messageId: message.id, threadId: message.threadId, ...options },
    audience: 'desk',
    chatId: desk.chatId,
    lane: deskLane(desk, message.threadId),
    priority: priority.relay,
    notBefore: message.albumId === null ? 0 : now + albumPatienceMs,
  });
}

/** Enqueues the reply that brings a creator's message to the fan. */
export async function enqueueReply(
  tx: Tx,
  now: number,
  thread: Thread,
  message: { id: MessageId; albumId: string | null },
): Promise<void> {
  await enqueue(tx, now, {
    kind: 'reply',
    method: 'sendMessage',
    payload: {},
    ref: { messageId: message.id, threadId: thread.id },
    audience: 'fan',
    chatId: thread.chatId,
    notBefore: message.albumId === null ? 0 : now + albumPatienceMs,
  });
}
