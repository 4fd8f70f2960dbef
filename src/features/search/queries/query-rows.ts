import type { SearchQueryId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Keeps what somebody looks for. `now` in epoch ms. */
export async function insertQuery(
  tx: Tx,
  userId: UserId,
  text: string,
  now: number,
): Promise<SearchQueryId> {
  const { id } = await tx.db
    .insertInto('search_query')
    .values({ user_id: userId, text, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What was looked for; undefined when that is too long ago. */
export async function queryText(reader: Reader, id: SearchQueryId): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('search_query')
    .select('text')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.text;
}

/** Forgets what was looked for before this time (epoch ms). */
export async function deleteQueriesBefore(tx: Tx, time: number): Promise<void> {
  await tx.db.deleteFrom('search_query').where('created_at', '<', time).execute();
}
