import { fanById } from '#src/features/fans/index.ts';
import { allFields, tagChangesAfter } from '#src/features/memory/index.ts';
import type { MessageReader } from '#src/features/threads/index.ts';
import { anyWaiting, deleteWaiting, waitingFor } from '../queries/waiting-rows.ts';
import { factsAfter } from '../rules/facts-after.ts';
import type { RowFacts } from '../rules/read-row.ts';
import { rememberFacts } from './remember-facts.ts';

/** Writes down at fans who write what an import said of them before. */
export const transferReader: MessageReader = {
  name: 'transfer',
  async read(tx, messages, services) {
    if (!(await anyWaiting(tx))) return;
    const writers = messages.flatMap(({ direction, fanId }) => (direction === 'in' ? [fanId] : []));
    for (const fanId of new Set(writers)) {
      const fan = await fanById(tx, fanId);
      if (!fan) continue;
      const waiting = await waitingFor(tx, { userId: fan.userId, handle: fan.username });
      if (waiting.length === 0) continue;
      const fields = await allFields(tx);
      for (const row of waiting) {
        const tagChanges = await tagChangesAfter(tx, row.tag_change_id);
        const { facts } = factsAfter(JSON.parse(row.facts) as RowFacts, { tagChanges, fields });
        const { author_user_id: author, choice_change_id: known } = row;
        await rememberFacts(tx, { fanId, facts, author, known }, services);
      }
      await deleteWaiting(
        tx,
        waiting.map(({ id }) => id),
      );
    }
  },
};
