import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Renaming } from '../rules/name-after.ts';

/** Writes down that a tag was renamed, became another, or was deleted. */
export async function insertTagChange(tx: Tx, change: Renaming): Promise<void> {
  await tx.db
    .insertInto('tag_change')
    .values({ was: change.was, becomes: change.becomes })
    .execute();
}

/** What became of tags after this change, in that order; after 0: ever. */
export async function tagChangesAfter(reader: Reader, id: number): Promise<Renaming[]> {
  return await reader.db
    .selectFrom('tag_change')
    .select(['was', 'becomes'])
    .where('id', '>', id)
    .orderBy('id')
    .execute();
}

/** The id of the last change of any tag; 0 before the first. */
export async function lastTagChange(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('tag_change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}
