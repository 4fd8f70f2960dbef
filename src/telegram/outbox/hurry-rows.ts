import { sql } from 'kysely';
import type { Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

const selectWaiting = statement((db, given: { kind: string; now: number }) =>
  db
    .selectFrom('outbox')
    .select(['id', 'ref'])
    .where('state', '=', sql.lit('queued'))
    .where('not_before', '>', sql.lit(0))
    .where('not_before', '>', given.now)
    .where('claimed_at', 'is', null)
    .where('kind', '=', given.kind),
);

/**
 * Rows of this kind that were put in for later, and whose turn has not come, may leave at once where `which` says so: what
 * they waited for has come. `now` in epoch ms.
 */
export async function hurryRows(
  tx: Tx,
  kind: string,
  now: number,
  which: (ref: Readonly<Record<string, unknown>>) => Promise<boolean>,
): Promise<void> {
  for (const { id, ref } of await selectWaiting.all(tx, { kind, now })) {
    if (!(await which(JSON.parse(ref ?? '{}')))) continue;
    await tx.db.updateTable('outbox').set({ not_before: 0 }).where('id', '=', id).execute();
  }
}
