import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';
import { complement, type FanSet } from '../rules/fan-set.ts';
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

/** Fans whose accounts are deleted, or all others. */
export async function goneFans(reader: Reader, gone: boolean): Promise<FanSet> {
  const fans = reader.db.selectFrom('fan').select(ids('id'));
  return await setOf(
    gone ? fans.where('reach', '=', sql.lit('gone')) : fans.where('reach', '<>', sql.lit('gone')),
  );
}
