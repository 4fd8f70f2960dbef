import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';
import type { Counted } from '../rules/buckets.ts';

/** From `since` up to, and without, `until`; epoch ms. */
interface Between {
  readonly since: number;
  readonly until: number;
}

/** Quarters of an hour with messages from fans (`in`) or to them (`out`), in order of time. */
export async function quartersOf(
  reader: Reader,
  direction: 'in' | 'out',
  { since, until }: Between,
): Promise<Counted[]> {
  return await reader.db
    .selectFrom('quarter')
    .select(['at', 'count'])
    .where('at', '>=', since)
    .where('at', '<', until)
    .where('direction', '=', direction)
    .orderBy('at')
    .execute();
}

/** How many messages there were. */
export async function messagesBetween(
  reader: Reader,
  direction: 'in' | 'out',
  { since, until }: Between,
): Promise<number> {
  const row = await reader.db
    .selectFrom('quarter')
    .select((db) => db.fn.coalesce(db.fn.sum<number>('count'), sql<number>`0`).as('count'))
    .where('at', '>=', since)
    .where('at', '<', until)
    .where('direction', '=', direction)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** How many answers there were. */
export async function countAnswers(reader: Reader, { since, until }: Between): Promise<number> {
  const row = await reader.db
    .selectFrom('response')
    .select((db) => db.fn.countAll<number>().as('count'))
    .where('answered_at', '>=', since)
    .where('answered_at', '<', until)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Waits (ms) that an answer ended in this time; of every so many answers one. */
export async function waitsBetween(
  reader: Reader,
  { since, until }: Between,
  every = 1,
): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('response')
    .select(sql<number>`answered_at - asked_at`.as('wait'))
    .where('answered_at', '>=', since)
    .where('answered_at', '<', until)
    .where(sql`id % ${every}`, '=', 0)
    .execute();
  return rows.map(({ wait }) => wait);
}
