import type { ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Records a wait that an answer ended. */
export async function insertResponse(
  tx: Tx,
  response: { threadId: ThreadId; askedAt: number; answeredAt: number },
): Promise<void> {
  await tx.db
    .insertInto('response')
    .values({
      thread_id: response.threadId,
      asked_at: response.askedAt,
      answered_at: response.answeredAt,
    })
    .execute();
}

/** How long the last answers since a time took, in ms; `limit` at most, newest first. */
export async function latestWaits(reader: Reader, since: number, limit: number): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('response')
    .select((eb) => eb('answered_at', '-', eb.ref('asked_at')).as('ms'))
    .where('answered_at', '>=', since)
    .orderBy('answered_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ ms }) => ms);
}
