import type { OutboxId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';

/**
 * A row that waits for a time is wanted earlier: at `at` (epoch ms). False when it does not wait any more (under way,
 * ended, not there).
 */
export async function bringForward(tx: Tx, id: OutboxId, at: number): Promise<boolean> {
  const changed = await tx.db
    .updateTable('outbox')
    .set({ not_before: at })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
