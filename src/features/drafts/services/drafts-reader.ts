import type { MessageReader } from '#src/features/threads/index.ts';
import { draftsToPutAway } from '../queries/draft-rows.ts';
import { draftWhenQuiet } from './auto-draft.ts';
import { putAway } from './put-away.ts';

/**
 * Somebody answered by hand: the draft was over at once (by a trigger), and its buttons go a moment later. A fan wrote: a
 * draft may come by itself.
 */
export const draftsReader: MessageReader = {
  name: 'drafts',
  async read(tx, messages, services) {
    const answered = messages.filter(({ direction }) => direction === 'out');
    const threads = [...new Set(answered.map(({ threadId }) => threadId))];
    await putAway(tx, await draftsToPutAway(tx, threads), services);
    await draftWhenQuiet(tx, messages, services);
  },
};
