import { sql } from 'kysely';
import type { MessageId, PastAnswerId, ThreadId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

/** Whose words a past answer holds. */
export interface ExampleSource {
  readonly id: PastAnswerId;
  readonly threadId: ThreadId;
  /** The fan's and the reply, in their order. */
  readonly messages: readonly MessageId[];
}

const selectThreads = statement((db, given: { ids: string }) =>
  db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['past_answer.id', 'thread.id as threadId'])
    .where('past_answer.id', 'in', sql<PastAnswerId>`(select value from json_each(${given.ids}))`)
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
    ),
);

const selectParts = statement((db, given: { ids: string }) =>
  db
    .selectFrom('past_answer_part')
    .select(['answer_id as id', 'message_id as messageId'])
    .where('answer_id', 'in', sql<PastAnswerId>`(select value from json_each(${given.ids}))`)
    .orderBy('message_id'),
);

/**
 * Where these past answers come from, in no order: less those that are gone, since a message of theirs was changed or deleted
 * or the fan erased, and those with fans who keep their messages away from AI providers.
 */
export async function exampleSources(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<ExampleSource[]> {
  if (ids.length === 0) return [];
  const given = { ids: JSON.stringify(ids) };
  const rows = await selectThreads.all(reader, given);
  const parts = await selectParts.all(reader, given);
  return rows.map((row) => ({
    ...row,
    messages: parts.filter(({ id }) => id === row.id).map(({ messageId }) => messageId),
  }));
}

/** Whether all of these past answers are there still, and may be told. Quick: it is asked again and again while a model thinks. */
export async function mayTellExamples(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  return (await selectThreads.all(reader, { ids: JSON.stringify(ids) })).length === ids.length;
}
