import { sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { complement, type FanSet, fansUpTo, noFans } from '../rules/fan-set.ts';
import type { Fact } from './fact-of.ts';
import { ids, setOf } from './ids-of.ts';

/**
 * Who meets all of these, which are of one table: one pass over its narrow index (the migration create_segment). Facts that
 * all say who does not meet them are met by who has no row, too.
 */
export async function factFans(reader: Reader, facts: readonly Fact[]): Promise<FanSet> {
  const [first] = facts;
  const onlyNegated = facts.every(({ negated }) => negated);
  const holds = onlyNegated
    ? sql.join(
        facts.map((fact) => sql`(${fact.holds})`),
        sql` or `,
      )
    : sql.join(
        facts.map(({ holds: what, negated }) => (negated ? sql`not (${what})` : sql`(${what})`)),
        sql` and `,
      );
  const where = sql<boolean>`(${holds})`;
  const found =
    first?.table === 'fan_activity'
      ? await setOf(reader.db.selectFrom('fan_activity').select(ids('fan_id')).where(where))
      : await setOf(reader.db.selectFrom('fan').select(ids('id')).where(where));
  return onlyNegated ? complement(found) : found;
}

/** Fans whose accounts are deleted. */
export async function goneFans(reader: Reader): Promise<FanSet> {
  return await setOf(
    reader.db.selectFrom('fan').select(ids('id')).where('reach', '=', sql.lit('gone')),
  );
}

/** All fans there are. As long as none was ever erased, their row ids are known without reading them. */
export async function everyFan(reader: Reader): Promise<FanSet> {
  const { count, last } = await reader.db
    .selectFrom('fan')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.selectFrom('fan').select(eb.fn.max<FanId | null>('id').as('most')).as('last'),
    ])
    .executeTakeFirstOrThrow();
  if (last === null) return noFans;
  return count === last
    ? fansUpTo(last)
    : await setOf(reader.db.selectFrom('fan').select(ids('id')));
}
