import '#src/features/status/tables.ts';
import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';

// States are written as literals: SQLite uses a partial index only when it can read its condition in the statement.

/** One running total. */
export interface Tally {
  readonly ledger: 'update' | 'in' | 'out';
  /** Empty for all that were ever written. */
  readonly state: string;
  readonly count: number;
  readonly purged: number;
}

/** All running totals: a dozen rows. */
export async function tallies(reader: Reader): Promise<Tally[]> {
  return await reader.db
    .selectFrom('tally')
    .select(['ledger', 'state', 'count', 'purged'])
    .execute();
}

/** Stored updates by state (`dropped` told apart from `done`). Reads the whole table. */
export async function countUpdates(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.db
    .selectFrom('stored_update')
    .select((of) => [
      sql<string>`iif(state = 'done' and last_error = 'dropped', 'dropped', state)`.as('shown'),
      of.fn.countAll<number>().as('count'),
    ])
    .groupBy('shown')
    .execute();
  return new Map(rows.map(({ shown, count }) => [shown, count]));
}

/** Messages of one direction by how far they have come. Reads the whole table. */
export async function countMessages(
  reader: Reader,
  direction: 'in' | 'out',
): Promise<Map<string, number>> {
  const rows = await reader.db
    .selectFrom('message')
    .select((of) => ['delivery', of.fn.countAll<number>().as('count')])
    .where('direction', '=', direction)
    .groupBy('delivery')
    .execute();
  return new Map(rows.map(({ delivery, count }) => [delivery, count]));
}

/** Updates in a state that has an index of its own. */
export async function countOpenUpdates(
  reader: Reader,
  state: 'waiting' | 'parked',
): Promise<number> {
  const { count } = await reader.db
    .selectFrom('stored_update')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit(state))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Messages that are said to be on their way although no outbox row would send them: a fault of the program. Reads the
 * open rows of both tables only.
 */
export async function countStranded(reader: Reader): Promise<number> {
  const { count } = await reader.db
    .selectFrom('message')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('delivery', '<>', sql.lit('delivered'))
    .where('delivery', '=', 'queued')
    .where('id', 'not in', (open) =>
      open
        .selectFrom('outbox')
        .select(sql<never>`coalesce(json_extract(ref, '$.messageId'), 0)`.as('messageId'))
        .where(sql<boolean>`state in ('queued', 'sending')`),
    )
    .executeTakeFirstOrThrow();
  return count;
}
