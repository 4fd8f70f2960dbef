import { sql } from 'kysely';
import { type FanSet, fanSetOf } from '../rules/fan-set.ts';

/** All row ids of the column in one text: a row for each would take ten times as long. */
export function ids(column: string) {
  return sql<string | null>`group_concat(${sql.ref(column)})`.as('ids');
}

/** The fans whose ids such a query gives. */
export async function setOf(query: {
  executeTakeFirst(): Promise<{ ids: string | null } | undefined>;
}): Promise<FanSet> {
  const row = await query.executeTakeFirst();
  return fanSetOf(row?.ids ?? null);
}
