import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { hurryRows } from '#src/telegram/outbox/hurry-rows.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { MessageRef, RelayRef } from '../outbox/refs.ts';
import { messageById } from '../queries/message-rows.ts';
import type { Desk, Thread } from '../thread.ts';

/** How long the first part of an album waits for the others, which Telegram delivers as updates of their own. */
export const albumPatienceMs = 1_200;

/** How long a topic's card waits: in a rush of new fans it takes no message's place. */
const cardPatienceMs = 2_000;

/** The lane of a thread at a desk: the private chat is one lane, in a forum each thread has its own. */
export function deskLane(desk: Desk, threadId: ThreadId): string {
  return desk.kind === 'private' ? `${desk.chatId}` : `${desk.chatId}/t${threadId}`;
}

/**
 * Something else was written in a thread, so an album that waits for its last parts has them all (Telegram delivers one
 * chat in order): it leaves now, before what was written after it.
 */
export async function endAlbums(
  tx: Tx,
  now: number,
  kind: 'relay' | 'reply',
  next: { threadId: ThreadId; albumId: string | null },
): Promise<void> {
  await hurryRows(tx, kind, now, async (ref) => {
    const { threadId, messageId } = ref as unknown as MessageRef;
    if (threadId !== next.threadId) return false;
    const message = await messageById(tx, messageId);
    return message?.albumId !== next.albumId;
  });
}

/** Enqueues the relay of a fan's message to the desk. */
export async function enqueueRelay(
  tx: Tx,
  now: number,
  desk: Desk,
  message: { id: MessageId; threadId: ThreadId; albumId: string | null },
  options: Omit<RelayRef, keyof MessageRef> = {},
  notBefore: number = message.albumId === null || options.opened ? 0 : now + albumPatienceMs,
): Promise<void> {
  await enqueue(tx, now, {
    kind: 'relay',
    method: 'sendMessage',
    payload: {},
    ref: { messageId: message.id, threadId: message.threadId, ...options },
    audience: 'desk',
    chatId: desk.chatId,
    lane: deskLane(desk, message.threadId),
    priority: options.opened ? priority.reply : priority.relay,
    notBefore,
  });
}

/** Enqueues the card for a thread's topic; it waits a little, to see whether messages need the room. */
export async function enqueueTopicCard(
  tx: Tx,
  now: number,
  desk: Desk,
  threadId: ThreadId,
): Promise<void> {
  await enqueue(tx, now, {
    kind: 'topic-card',
    method: 'sendMessage',
    payload: {},
    ref: { deskId: desk.id, threadId },
    audience: 'desk',
    chatId: desk.chatId,
    lane: `${deskLane(desk, threadId)}/card`,
    priority: priority.relay,
    notBefore: now + cardPatienceMs,
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
