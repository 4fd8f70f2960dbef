import { longQuery } from '#src/storage/long-query.ts';
import { type Habits, habitsOf } from '../rules/habits.ts';
import { selectReplies } from './select-replies.ts';

/** Replies that are read. */
const mostReplies = 100;

/** How the creator writes, by their last replies. */
export const ownHabits = longQuery(
  import.meta.url,
  'ownHabits',
  async (reader, _args: null): Promise<Habits> => {
    const { query } = await selectReplies(reader);
    const rows = await query
      .select(['message.text', 'message.thread_id as thread'])
      .limit(mostReplies)
      .execute();
    return habitsOf(rows);
  },
);
