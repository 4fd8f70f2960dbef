import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** The names of the fans of these pairs, as they are now: first name, last name, handle. */
export async function fanNames(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<Map<PastAnswerId, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select(['past_answer.id', 'fan.first_name', 'fan.last_name', 'fan.username'])
    .where('past_answer.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      [row.first_name, row.last_name, row.username].flatMap((name) => name || []),
    ]),
  );
}
