import type { FanId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** The marks of each fact of a fan's that must not come back. */
export async function goneOf(reader: Reader, fanId: FanId): Promise<string[][]> {
  const rows = await reader.db
    .selectFrom('fact_gone')
    .select('marks')
    .where('fan_id', '=', fanId)
    .execute();
  return rows.map(({ marks }) => marks.split(' '));
}

/** Writes down that a fact with these marks must not come back. `now` in epoch ms. */
export async function insertGone(
  tx: Tx,
  fanId: FanId,
  marks: readonly string[],
  now: number,
): Promise<void> {
  if (marks.length === 0) return;
  await tx.db
    .insertInto('fact_gone')
    .values({ fan_id: fanId, marks: marks.join(' '), created_at: now })
    .execute();
}
