import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';
import type { Span } from '../insight.ts';
import type { Counted } from '../rules/buckets.ts';

/** Time zones differ by quarters of an hour, so fans that came in one may be counted together. */
const quarterMs = 900_000;

/** When fans came, by quarter of an hour, and how many fans there are in all. */
export async function fansSince(
  reader: Reader,
  { since }: Pick<Span, 'since'>,
): Promise<{ came: Counted[]; all: number }> {
  const quarter = sql<number>`first_seen_at / ${sql.lit(quarterMs)} * ${sql.lit(quarterMs)}`;
  const came = await reader.db
    .selectFrom('fan')
    .select((db) => [quarter.as('at'), db.fn.countAll<number>().as('count')])
    .where('first_seen_at', '>=', since)
    .groupBy(quarter)
    .execute();
  const all = await reader.db
    .selectFrom('fan')
    .select((db) => db.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return { came, all: all?.count ?? 0 };
}

/** How many fans came from `since` up to `until` (epoch ms). */
export async function fansBetween(
  reader: Reader,
  { since, until }: { readonly since: number; readonly until: number },
): Promise<number> {
  const row = await reader.db
    .selectFrom('fan')
    .select((db) => db.fn.countAll<number>().as('count'))
    .where('first_seen_at', '>=', since)
    .where('first_seen_at', '<', until)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** The fans of a period by the tag of the link they came by, most first; null: by none. */
export async function countSources(
  reader: Reader,
  { since }: Pick<Span, 'since'>,
): Promise<{ source: string | null; count: number }[]> {
  return await reader.db
    .selectFrom('fan')
    .select((db) => ['source', db.fn.countAll<number>().as('count')])
    .where('first_seen_at', '>=', since)
    .groupBy('source')
    .orderBy('count', 'desc')
    .orderBy('source')
    .limit(200)
    .execute();
}
