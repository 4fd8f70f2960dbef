import { sql } from 'kysely';
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

/**
 * The id of the last change of any tag, also where that is forgotten; 0 before the first. SQLite keeps it (sqlite.org/autoinc.html).
 */
export async function lastTagChange(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom(sql<{ name: string; seq: number }>`sqlite_sequence`.as('sequence'))
    .select('sequence.seq')
    .where('sequence.name', '=', 'tag_change')
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Forgets changes up to this one, which nobody needs any more: what tags were called stays no longer than that. Null: all. */
export async function deleteTagChanges(tx: Tx, until: number | null): Promise<void> {
  await tx.db
    .deleteFrom('tag_change')
    .$if(until !== null, (changes) => changes.where('id', '<=', until))
    .execute();
}
