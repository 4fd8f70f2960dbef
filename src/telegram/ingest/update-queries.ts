import { sql } from 'kysely';
import type { BotId, StoredUpdateId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import { longestUpdateWaitMs } from '#src/telegram/ingest/update-retry.ts';

// States are written as literals: SQLite uses a partial index only when it can read its condition in the statement.

/** A stored update whose turn may have come. */
export interface WaitingUpdate {
  readonly id: StoredUpdateId;
  readonly updateId: number;
  readonly botId: BotId;
  readonly lane: string;
  readonly kind: string;
  readonly payload: string;
  readonly attempts: number;
}

/** An update about to be stored. */
interface NewUpdate {
  readonly botId: BotId;
  readonly updateId: number;
  readonly lane: string;
  readonly kind: string;
  readonly payload: string;
  readonly receivedAt: number;
}

type Insertion = Omit<NewUpdate, 'payload'> & {
  readonly payload: string | null;
  readonly state: 'waiting' | 'done';
  readonly finishedAt: number | null;
};

const insertion = statement((db, row: Insertion) =>
  db
    .insertInto('stored_update')
    .values({
      bot_id: row.botId,
      update_id: row.updateId,
      lane: row.lane,
      kind: row.kind,
      payload: row.payload,
      state: row.state,
      last_error: null,
      received_at: row.receivedAt,
      finished_at: row.finishedAt,
    })
    .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doNothing()),
);

/** Stores one update unless it is there already; true when it was new. */
export async function insertUpdate(tx: Tx, row: NewUpdate): Promise<boolean> {
  return (await insertion.run(tx, { ...row, state: 'waiting', finishedAt: null })) === 1;
}

/**
 * Stores one update as `markDone` leaves it, unless it is there already; true when it was new. For what is handled in the same
 * transaction.
 */
export async function insertDone(
  tx: Tx,
  row: Omit<NewUpdate, 'payload'>,
  now: number,
): Promise<boolean> {
  const done = { payload: null, state: 'done', finishedAt: now } as const;
  return (await insertion.run(tx, { ...row, ...done })) === 1;
}

const selectLanesInRetry = statement((db, given: { now: number; latest: number }) =>
  db
    .selectFrom('stored_update')
    .select(['lane', 'not_before as at'])
    .where('state', '=', sql.lit('waiting'))
    .where('not_before', '>', sql.lit(0))
    .where('not_before', '>', given.now)
    .where('not_before', '<=', given.latest)
    .orderBy('not_before'),
);

/**
 * Lanes whose first row waits to be tried again, with the earliest time of each (epoch ms). A wait that is longer than
 * any can be is none: the machine's clock was set back meanwhile.
 */
export async function lanesInRetry(
  reader: Reader,
  now: number,
): Promise<{ lane: string; at: number }[]> {
  return await selectLanesInRetry.all(reader, { now, latest: now + longestUpdateWaitMs });
}

/** Updates that share one commit. Small enough that a busy tenant gives way to others soon. */
export const batchSize = 16;

const waitingColumns = [
  'id',
  'update_id as updateId',
  'bot_id as botId',
  'lane',
  'kind',
  'payload',
  'attempts',
] as const;

const oldestWaiting = (db: Reader['db']) =>
  db
    .selectFrom('stored_update')
    .select(waitingColumns)
    .where('state', '=', sql.lit('waiting'))
    .orderBy('id')
    .limit(sql.lit(batchSize));
const selectOldest = statement(oldestWaiting);

/** The oldest waiting updates outside these lanes, a batch at most, in the order they came. */
export async function nextWaiting(
  reader: Reader,
  without: readonly string[],
): Promise<WaitingUpdate[]> {
  const rows =
    without.length === 0
      ? await selectOldest.all(reader, {})
      : await oldestWaiting(reader.db).where('lane', 'not in', without).execute();
  return rows.map((row) => ({ ...row, payload: row.payload ?? '{}' }));
}

const updateToDone = statement((db, given: { id: StoredUpdateId; now: number }) =>
  db
    .updateTable('stored_update')
    .set({ state: sql.lit('done'), payload: null, finished_at: given.now })
    .where('id', '=', given.id),
);

/** Marks an update as done; only what deduplication needs is kept. */
export async function markDone(tx: Tx, id: StoredUpdateId, now: number): Promise<void> {
  await updateToDone.run(tx, { id, now });
}

/** Notes a failed try; the update is tried again from `notBefore` on. */
export async function markRetry(
  tx: Tx,
  id: StoredUpdateId,
  change: { attempts: number; notBefore: number; error: string },
): Promise<void> {
  await tx.db
    .updateTable('stored_update')
    .set({ attempts: change.attempts, not_before: change.notBefore, last_error: change.error })
    .where('id', '=', id)
    .execute();
}

/** Parks an update that failed too often; its payload stays for a retry by a person. */
export async function markParked(
  tx: Tx,
  id: StoredUpdateId,
  change: { attempts: number; error: string; now: number },
): Promise<void> {
  await tx.db
    .updateTable('stored_update')
    .set({
      state: 'parked',
      attempts: change.attempts,
      not_before: 0,
      last_error: change.error,
      finished_at: change.now,
    })
    .where('id', '=', id)
    .execute();
}

/** Forgets at most `limit` updates that were done before this time; the answer is how many. */
export async function purgeDone(tx: Tx, before: number, limit: number): Promise<number> {
  const purged = await tx.db
    .deleteFrom('stored_update')
    .where('id', 'in', (old) =>
      old
        .selectFrom('stored_update')
        .select('id')
        .where('state', '=', sql.lit('done'))
        .where('finished_at', '<', before)
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(purged.numDeletedRows);
}

const anyWaiting = (db: Reader['db']) =>
  db
    .selectFrom('stored_update')
    .select('id')
    .where('state', '=', sql.lit('waiting'))
    .limit(sql.lit(1));
const selectAny = statement(anyWaiting);

/** Whether any update waits, outside these lanes. */
export async function hasWaiting(
  reader: Reader,
  without: readonly string[] = [],
): Promise<boolean> {
  const row =
    without.length === 0
      ? await selectAny.first(reader, {})
      : await anyWaiting(reader.db).where('lane', 'not in', without).executeTakeFirst();
  return row !== undefined;
}
