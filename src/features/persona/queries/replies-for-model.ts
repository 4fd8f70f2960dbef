import type { FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import { longQuery } from '#src/storage/long-query.ts';
import { selectReplies } from './select-replies.ts';

/** A reply of the creator's that may go to a provider, and what its fan is called. */
export interface ReplyForModel {
  readonly id: MessageId;
  readonly text: string;
  readonly fanId: FanId;
  readonly threadId: ThreadId;
  /** First name, last name, @name without the sign, as far as there are any. */
  readonly fanNames: readonly string[];
}

/** The creator's last replies to fans who do not keep away from AI providers, newest first. */
export const repliesForModel = longQuery(
  import.meta.url,
  'repliesForModel',
  async (reader, { limit }: { readonly limit: number }): Promise<ReplyForModel[]> => {
    const { query } = await selectReplies(reader);
    const rows = await query
      .innerJoin('thread', 'thread.id', 'message.thread_id')
      .innerJoin('fan', 'fan.id', 'thread.fan_id')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('ai_opt_out')
              .select('ai_opt_out.fan_id')
              .whereRef('ai_opt_out.fan_id', '=', 'fan.id')
              .where('ai_opt_out.taken_back_at', 'is', null),
          ),
        ),
      )
      .select(['message.id', 'message.text', 'fan.id as fanId', 'thread.id as threadId'])
      .select(['fan.first_name', 'fan.last_name', 'fan.username'])
      .limit(limit)
      .execute();
    return rows.map(
      ({ id, text, fanId, threadId, first_name: first, last_name: last, username }) => ({
        id,
        text,
        fanId,
        threadId,
        fanNames: [first, last ?? '', username ?? ''].filter((name) => name !== ''),
      }),
    );
  },
);
