import type { Selectable } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { SearchStaleTable } from '../tables.ts';

/** Something that is to be indexed anew. */
export type Stale = Selectable<SearchStaleTable>;

/** Some of what is to be indexed anew. */
export async function staleRows(reader: Reader, limit: number): Promise<Stale[]> {
  return await reader.db.selectFrom('search_stale').selectAll().limit(limit).execute();
}

/** It was indexed. */
export async function deleteStale(tx: Tx, { kind, id }: Stale): Promise<void> {
  await tx.db.deleteFrom('search_stale').where('kind', '=', kind).where('id', '=', id).execute();
}

/** Fans whose names changed a moment ago or who are new, the newest first. */
export async function staleNames(reader: Reader, limit: number): Promise<FanId[]> {
  const rows = await reader.db
    .selectFrom('search_stale')
    .select('id')
    .where('kind', '=', 'name')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id as FanId);
}
