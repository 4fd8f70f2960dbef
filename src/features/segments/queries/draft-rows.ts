import type { UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { everyone } from '../rules/filter.ts';
import type { Draft } from '../segment.ts';
import { filterReader, storedNow } from './stored-filter.ts';

/** What this person is building; before the first change a new segment with every fan. */
export async function draftOf(reader: Reader, userId: UserId): Promise<Draft> {
  const row = await reader.db
    .selectFrom('segment_draft')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!row) return { userId, version: 0, segmentId: null, filter: everyone, openedAt: 0 };
  const filterFrom = await filterReader(reader);
  return {
    userId,
    version: row.version,
    segmentId: row.segment_id,
    filter: filterFrom(row),
    openedAt: row.opened_at,
  };
}

/** Whether what this person is building was changed after it was begun: button by button, not all at once by a text. */
export async function wasBuilt(reader: Reader, userId: UserId): Promise<boolean> {
  const row = await reader.db
    .selectFrom('segment_draft')
    .select('user_id')
    .where('user_id', '=', userId)
    .whereRef('changed_at', '>', 'opened_at')
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes what a person is building: a new version of it. */
export async function putDraft(
  tx: Tx,
  { userId, version, segmentId, openedAt, filter }: Draft,
  now: number,
): Promise<void> {
  const columns = {
    version,
    segment_id: segmentId,
    ...(await storedNow(tx, filter)),
    opened_at: openedAt,
    changed_at: now,
  };
  await tx.db
    .insertInto('segment_draft')
    .values({ user_id: userId, ...columns })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
    .execute();
}
