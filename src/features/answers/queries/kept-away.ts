import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** Which of these pairs are with fans who keep their messages away from AI providers. */
export async function keptAway(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<Set<PastAnswerId>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('ai_opt_out', 'ai_opt_out.fan_id', 'thread.fan_id')
    .select('past_answer.id')
    .where('past_answer.id', 'in', ids)
    .where('ai_opt_out.taken_back_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
