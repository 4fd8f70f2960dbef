import { sql } from 'kysely';
import type { Stage } from '#src/features/activity/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { FactsOf } from '../insight.ts';

/** In the order of the picture. */
const stages: readonly Stage[] = ['vip', 'active', 'new', 'cooling', 'lost'];

/** Fans in each stage, and how many of them came into it since then (epoch ms). */
export async function stageCounts(
  reader: Reader,
  since: number,
): Promise<FactsOf<'stages'>['stages']> {
  const rows = await reader.db
    .selectFrom('fan_activity')
    .select((db) => [
      'stage',
      db.fn.countAll<number>().as('count'),
      sql<number>`sum(stage_since >= ${since})`.as('entered'),
    ])
    .groupBy('stage')
    .execute();
  return stages.map((stage) => {
    const row = rows.find((one) => one.stage === stage);
    return { stage, count: row?.count ?? 0, entered: row?.entered ?? 0 };
  });
}
