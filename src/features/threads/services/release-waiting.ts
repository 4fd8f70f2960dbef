import type { ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { messagesMaybeThere, unrelayedMessages, waitingMessages } from '../queries/load-rows.ts';
import { updateDelivery } from '../queries/message-rows.ts';
import type { Desk } from '../thread.ts';
import { enqueueRelay } from './enqueue-rows.ts';

/**
 * Messages that wait are relayed to this desk, oldest first: all of them at once, or so many, one in each `everyMs`.
 * Meant for a part of what waits, because rows that are put in for later may be overtaken by what comes without.
 */
export async function releaseWaiting(
  tx: Tx,
  desk: Desk,
  services: Services,
  part: { limit: number; everyMs: number } = { limit: -1, everyMs: 0 },
): Promise<void> {
  const now = services.clock.now();
  const waiting = await waitingMessages(tx, part.limit);
  for (const [index, message] of waiting.entries()) {
    await updateDelivery(tx, [message.id], 'queued');
    const after = index * part.everyMs;
    await enqueueRelay(tx, now, desk, message, {}, after === 0 ? undefined : now + after);
  }
}

/**
 * What waits of one thread is relayed before everything else, together with what was already on its way, so that the
 * order holds: rows of before find their messages delivered. The answer is how many messages these are.
 */
export async function releaseThread(
  tx: Tx,
  desk: Desk,
  threadId: ThreadId,
  services: Services,
): Promise<number> {
  const messages = await unrelayedMessages(tx, threadId);
  const maybeThere = await messagesMaybeThere(tx);
  for (const message of messages) {
    await updateDelivery(tx, [message.id], 'queued');
    const repeated = maybeThere.has(message.id) ? { repeated: true } : {};
    await enqueueRelay(tx, services.clock.now(), desk, message, { opened: true, ...repeated });
  }
  return messages.length;
}
