import type { MessageId, PastAnswerId, ThreadId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** Whose words a past answer holds. */
export interface ExampleSource {
  readonly id: PastAnswerId;
  readonly threadId: ThreadId;
  /** The fan's and the reply, in their order. */
  readonly messages: readonly MessageId[];
}

/**
 * Where these past answers come from, in no order: less those that are gone, since a message of theirs was changed or deleted
 * or the fan erased, and those with fans who keep their messages away from AI providers.
 */
export async function exampleSources(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<ExampleSource[]> {
  if (ids.length === 0) return [];
  const rows = await reader.db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['past_answer.id', 'thread.id as threadId'])
    .where('past_answer.id', 'in', ids)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('ai_opt_out')
            .select('ai_opt_out.fan_id')
            .whereRef('ai_opt_out.fan_id', '=', 'thread.fan_id')
            .where('ai_opt_out.taken_back_at', 'is', null),
        ),
      ),
    )
    .execute();
  const parts = await reader.db
    .selectFrom('past_answer_part')
    .select(['answer_id as id', 'message_id as messageId'])
    .where('answer_id', 'in', ids)
    .orderBy('message_id')
    .execute();
  return rows.map((row) => ({
    ...row,
    messages: parts.filter(({ id }) => id === row.id).map(({ messageId }) => messageId),
  }));
}
