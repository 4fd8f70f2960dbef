import type { MessageId } from '#src/core/ids.ts';
import { longQuery } from '#src/storage/long-query.ts';
import { type Habits, habitsOf } from '../rules/habits.ts';

/** Replies that are read. */
const mostReplies = 100;
/** Messages that are looked through for them at most, the newest: some tenth of a second. */
const mostMessages = 50_000;

/**
 * How the creator writes, by their last replies: texts that they wrote themselves, without saved replies and without
 * drafts that went as they were.
 */
export const ownHabits = longQuery(
  import.meta.url,
  'ownHabits',
  async (reader, _args: null): Promise<Habits> => {
    const newest = await reader.db
      .selectFrom('message')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirst();
    const rows = await reader.db
      .selectFrom('message')
      .select(['text', 'thread_id as thread'])
      .where('id', '>', ((newest?.id ?? 0) - mostMessages) as MessageId)
      .where('direction', '=', 'out')
      .where('actor', '=', 'creator')
      .where('kind', '=', 'text')
      .where('deleted_at', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('saved_reply_sent')
              .select('saved_reply_sent.message_id')
              .whereRef('saved_reply_sent.message_id', '=', 'message.id'),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('draft_sent')
              .select('draft_sent.message_id')
              .whereRef('draft_sent.message_id', '=', 'message.id')
              .where('draft_sent.edited', '=', 0),
          ),
        ),
      )
      .orderBy('id', 'desc')
      .limit(mostReplies)
      .execute();
    return habitsOf(rows);
  },
);
