import { fanById } from '#src/features/fans/index.ts';
import type { MessageReader } from '#src/features/threads/index.ts';
import { anyWaiting, deleteWaiting, waitingFor } from '../queries/waiting-rows.ts';
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
      for (const { facts: json, author_user_id: author, choice_change_id: known } of waiting) {
        const facts = JSON.parse(json) as RowFacts;
        await rememberFacts(tx, { fanId, facts, author, known }, services);
      }
      if (waiting.length > 0) {
        await deleteWaiting(
          tx,
          waiting.map(({ id }) => id),
        );
      }
    }
  },
};
