import type { OutboxId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { changeRow, rowById } from '#src/telegram/outbox/outbox-queries.ts';

/**
 * A person wants a failed or uncertain row sent after all: it starts anew at its old place in its lane. After a lost
 * answer it is marked as repeated, because it may arrive twice. False when there is nothing to retry (sent, under way,
 * waiting, cancelled). `now` in epoch ms; the sender takes it up after the commit.
 */
export async function retryRow(tx: Tx, id: OutboxId, now: number): Promise<boolean> {
  const found = await rowById(tx, id);
  if (!found || (found.state !== 'failed' && found.state !== 'uncertain')) return false;
  const { row, state } = found;
  await changeRow(tx, id, {
    state: 'queued',
    step: 'call',
    attempts: 0,
    agains: 0,
    repeated: row.repeated || state === 'uncertain' ? 1 : 0,
    not_before: 0,
    failure: null,
    finished_at: null,
    claimed_at: null,
    // A person's wish outlives the time it was first meant for.
    ...(row.expiresAt !== null && row.expiresAt <= now ? { expires_at: null } : {}),
  });
  return true;
}

/**
 * A row is no longer wanted: waiting, failed or uncertain, it becomes `cancelled` and its content is cleared. False
 * when it is under way or has ended well. `now` in epoch ms.
 */
export async function cancelRow(tx: Tx, id: OutboxId, now: number): Promise<boolean> {
  const found = await rowById(tx, id);
  const open = found && ['queued', 'failed', 'uncertain'].includes(found.state);
  if (!open) return false;
  await changeRow(tx, id, { state: 'cancelled', payload: null, finished_at: now });
  return true;
}
