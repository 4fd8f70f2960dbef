import type { Selectable } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { SegmentId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Filter } from '../rules/filter.ts';
import type { Segment } from '../segment.ts';
import type { SegmentTable } from '../tables.ts';
import { filterReader, type ReadStored, storedNow } from './stored-filter.ts';

/** How many segments there are. */
export async function countSegments(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('segment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The ids of the segments that were saved first, so many at most. */
export async function oldestSegments(reader: Reader, limit: number): Promise<Set<SegmentId>> {
  const rows = await reader.db
    .selectFrom('segment')
    .select('id')
    .orderBy('id')
    .limit(limit)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** One page of the segments, by name. */
export async function segmentsPage(
  reader: Reader,
  page: { limit: number; offset: number },
): Promise<Segment[]> {
  const rows = await reader.db
    .selectFrom('segment')
    .selectAll()
    .orderBy('key')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const filterFrom = await filterReader(reader);
  return rows.map((row) => toSegment(row, filterFrom));
}

/** The segment with this id. */
export async function segmentById(reader: Reader, id: SegmentId): Promise<Segment | undefined> {
  const row = await reader.db
    .selectFrom('segment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSegment(row, await filterReader(reader));
}

/** The segment under this key. */
export async function segmentByKey(reader: Reader, key: string): Promise<Segment | undefined> {
  const row = await reader.db
    .selectFrom('segment')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toSegment(row, await filterReader(reader));
}

/** Saves a filter under a key that is free. */
export async function insertSegment(
  tx: Tx,
  segment: { key: string; name: string; filter: Filter; actor: Actor },
  now: number,
): Promise<SegmentId> {
  const { key, name, filter, actor } = segment;
  const stored = await storedNow(tx, filter);
  const row = await tx.db
    .insertInto('segment')
    .values({ key, name, ...stored, actor, created_at: now, changed_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Puts another filter under a segment's name. */
export async function updateSegmentFilter(
  tx: Tx,
  id: SegmentId,
  filter: Filter,
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('segment')
    .set({ ...(await storedNow(tx, filter)), changed_at: now })
    .where('id', '=', id)
    .execute();
}

/** Gives a segment another name, whose key is free. */
export async function updateSegmentName(
  tx: Tx,
  id: SegmentId,
  name: { key: string; name: string },
): Promise<void> {
  await tx.db.updateTable('segment').set(name).where('id', '=', id).execute();
}

/** Removes a segment; false when it is not there. */
export async function deleteSegment(tx: Tx, id: SegmentId): Promise<boolean> {
  const gone = await tx.db.deleteFrom('segment').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

function toSegment(row: Selectable<SegmentTable>, filterFrom: ReadStored): Segment {
  return {
    id: row.id,
    name: row.name,
    filter: filterFrom(row),
    savedAt: row.changed_at ?? row.created_at,
  };
}
