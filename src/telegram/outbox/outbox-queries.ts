import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { ChatId, OutboxId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { type Statement, statement } from '#src/storage/statement.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';
import { longestOwnWaitMs } from '#src/telegram/outbox/due.ts';
import type { OutboxRow, Priority } from '#src/telegram/outbox/outbox-row.ts';
import type { OutboxTable } from '#src/telegram/tables.ts';

// States are written as literals: SQLite uses a partial index only when it can read its condition in the statement.

/** An outbox row as the sender sees it: the kind's view and what only the sender needs. */
export interface SenderRow extends OutboxRow {
  readonly notBefore: number;
  readonly expiresAt: number | null;
  readonly step: 'call' | 'prelude';
  readonly agains: number;
}

/** Calls of one lane that are claimed together at most. After a crash each of them may be shown a second time, marked. */
export const longestRun = 6;

/** Changes of a row's state. */
export type RowChange = Partial<
  Pick<
    Selectable<OutboxTable>,
    | 'state'
    | 'step'
    | 'method'
    | 'payload'
    | 'attempts'
    | 'agains'
    | 'repeated'
    | 'not_before'
    | 'expires_at'
    | 'failure'
    | 'claimed_at'
    | 'finished_at'
    | 'chat_id'
    | 'lane'
  >
>;

function isTheirTurn(or: ExpressionBuilder<TenantTables, 'outbox'>, now: number) {
  return or.or([
    or('not_before', '<=', now),
    or('claimed_at', 'is not', null),
    // Put in before the clock was set back (see isDue).
    or('created_at', '>', now).and(
      (wait) => sql`${wait.ref('not_before')} - ${wait.ref('created_at')}`,
      '<=',
      sql.lit(longestOwnWaitMs),
    ),
  ]);
}

const selectNextHead = statement((db, at: { priority: Priority; afterLane: string; now: number }) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', sql.lit('queued'))
    .where('priority', '=', at.priority)
    .where('lane', '>', at.afterLane)
    .where((or) => isTheirTurn(or, at.now))
    .orderBy('lane')
    .orderBy('id')
    .limit(1),
);

/**
 * The head of the next lane after this one that has a row of this priority. A row that was put in for later and whose
 * turn has never come is passed over; one that waits to be tried again keeps its place and is given as it is.
 */
export async function nextHead(
  tx: Tx,
  at: { priority: Priority; afterLane: string; now: number },
): Promise<SenderRow | undefined> {
  const row = await selectNextHead.first(tx, at);
  return row && toSenderRow(row);
}

const selectBehind = statement((db, head: { priority: Priority; lane: string; id: OutboxId }) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', sql.lit('queued'))
    .where('priority', '=', head.priority)
    .where('lane', '=', head.lane)
    .where('id', '>', head.id)
    .orderBy('id')
    .limit(sql.lit(longestRun - 1)),
);

const selectLaneHead = statement((db, at: { priority: Priority; lane: string; now: number }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', sql.lit('queued'))
    .where('priority', '=', at.priority)
    .where('lane', '=', at.lane)
    .where((or) => isTheirTurn(or, at.now))
    .orderBy('id')
    .limit(1),
);

/** The row of this priority in a lane whose turn is next. */
export async function laneHead(
  tx: Tx,
  at: { priority: Priority; lane: string; now: number },
): Promise<OutboxId | undefined> {
  return (await selectLaneHead.first(tx, at))?.id;
}

/** The rows that follow this one in its lane with its priority, in order, as many as a run may have. */
export async function rowsBehind(tx: Tx, head: SenderRow): Promise<SenderRow[]> {
  const rows = await selectBehind.all(tx, head);
  return rows.map(toSenderRow);
}

const selectNextDue = statement((db, given: { now: number }) =>
  db
    .selectFrom('outbox')
    .select('not_before as at')
    .where('state', '=', sql.lit('queued'))
    .where('not_before', '>', sql.lit(0))
    .where('not_before', '>', given.now)
    .orderBy('not_before')
    .limit(1),
);

/** When the next row that waits for a time is due, after `now` (epoch ms). */
export async function nextDueAt(reader: Reader, now: number): Promise<number | null> {
  const row = await selectNextDue.first(reader, { now });
  return row?.at ?? null;
}

/** Whether any row waits to be sent or was left in a call. */
export async function hasUnsent(reader: Reader): Promise<boolean> {
  const queued = await reader.db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', sql.lit('queued'))
    .limit(1)
    .executeTakeFirst();
  return queued !== undefined || (await hasSending(reader));
}

async function hasSending(reader: Reader): Promise<boolean> {
  const row = await reader.db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', sql.lit('sending'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Rows that were in a call. */
export async function rowsSending(reader: Reader): Promise<SenderRow[]> {
  const rows = await reader.db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', sql.lit('sending'))
    .orderBy('id')
    .execute();
  return rows.map(toSenderRow);
}

/** Queued rows of one chat. */
export async function queuedRowsOfChat(reader: Reader, chatId: ChatId): Promise<SenderRow[]> {
  const rows = await reader.db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', sql.lit('queued'))
    .where('chat_id', '=', chatId)
    .orderBy('id')
    .execute();
  return rows.map(toSenderRow);
}

/** One row with its state. */
export async function rowById(
  reader: Reader,
  id: OutboxId,
): Promise<{ row: SenderRow; state: OutboxTable['state']['__select__'] } | undefined> {
  const row = await reader.db
    .selectFrom('outbox')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { row: toSenderRow(row), state: row.state };
}

/** An update for each set of columns that is ever changed together. */
const updates = new Map<string, Statement<RowChange & { id: OutboxId }, unknown>>();

function updateOf(columns: readonly string[]): Statement<RowChange & { id: OutboxId }, unknown> {
  const name = columns.join();
  const update =
    updates.get(name) ??
    statement((db, given: RowChange & { id: OutboxId }) =>
      db
        .updateTable('outbox')
        .set(Object.fromEntries(columns.map((name) => [name, given[name as keyof RowChange]])))
        .where('id', '=', given.id),
    );
  updates.set(name, update);
  return update;
}

/** Changes one row. */
export async function changeRow(tx: Tx, id: OutboxId, change: RowChange): Promise<void> {
  await updateOf(Object.keys(change)).run(tx, { ...change, id });
}

/** Forgets at most `limit` sent and cancelled rows that ended before this time; the answer is how many. */
export async function purgeEnded(tx: Tx, before: number, limit: number): Promise<number> {
  const purged = await tx.db
    .deleteFrom('outbox')
    .where('id', 'in', (old) =>
      old
        .selectFrom('outbox')
        .select('id')
        .where(sql<boolean>`state in ('sent', 'cancelled')`)
        .where('finished_at', '<', before)
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(purged.numDeletedRows);
}

function toSenderRow(row: Selectable<OutboxTable>): SenderRow {
  return {
    id: row.id,
    kind: row.kind,
    method: row.method,
    payload: row.payload === null ? {} : (JSON.parse(row.payload) as Record<string, unknown>),
    ref: row.ref === null ? {} : (JSON.parse(row.ref) as Record<string, unknown>),
    lane: row.lane,
    chatId: row.chat_id,
    audience: row.audience,
    priority: row.priority,
    attempts: row.attempts,
    repeated: row.repeated === 1,
    createdAt: row.created_at,
    notBefore: row.not_before,
    expiresAt: row.expires_at,
    step: row.step,
    agains: row.agains,
    claimedAt: row.claimed_at,
  };
}
