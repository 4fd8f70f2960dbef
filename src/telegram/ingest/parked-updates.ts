import { sql } from 'kysely';
import type { StoredUpdateId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** An update that failed too often and waits for a person. Never its content. */
export interface ParkedUpdate {
  readonly id: StoredUpdateId;
  /** The update's type: `message`, `edited_message`, … */
  readonly kind: string;
  readonly lane: string;
  readonly attempts: number;
  /** Code of the last error. */
  readonly error: string;
  readonly receivedAt: number;
}

/** What stands as the error of an update that was given up; also in the triggers of migration `create_tally`. */
const droppedError = 'dropped';

/** Parked updates, oldest first. */
export async function parkedUpdates(
  reader: Reader,
  page: { limit: number; offset: number },
): Promise<ParkedUpdate[]> {
  const rows = await reader.db
    .selectFrom('stored_update')
    .select(['id', 'kind', 'lane', 'attempts', 'last_error', 'received_at'])
    .where('state', '=', sql.lit('parked'))
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    lane: row.lane,
    attempts: row.attempts,
    error: row.last_error ?? 'unknown',
    receivedAt: row.received_at,
  }));
}

/**
 * A person wants a parked update handled after all: it waits again, with five tries, ahead of everything of its lane
 * that came later and is not handled yet. False when it is not parked.
 */
export async function retryUpdate(tx: Tx, id: StoredUpdateId): Promise<boolean> {
  const retried = await tx.db
    .updateTable('stored_update')
    .set({ state: 'waiting', attempts: 0, not_before: 0, finished_at: null })
    .where('id', '=', id)
    .where('state', '=', sql.lit('parked'))
    .executeTakeFirst();
  return retried.numUpdatedRows === 1n;
}

/** Retries every parked update; the answer is how many there were. */
export async function retryParked(tx: Tx): Promise<number> {
  const retried = await tx.db
    .updateTable('stored_update')
    .set({ state: 'waiting', attempts: 0, not_before: 0, finished_at: null })
    .where('state', '=', sql.lit('parked'))
    .executeTakeFirst();
  return Number(retried.numUpdatedRows);
}

/** Gives a parked update up for good: its content is cleared, the books count it as dropped. False when it is not parked. */
export async function dropUpdate(tx: Tx, id: StoredUpdateId, now: number): Promise<boolean> {
  const dropped = await tx.db
    .updateTable('stored_update')
    .set({ state: 'done', payload: null, last_error: droppedError, finished_at: now })
    .where('id', '=', id)
    .where('state', '=', sql.lit('parked'))
    .executeTakeFirst();
  return dropped.numUpdatedRows === 1n;
}
