import type { ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

const selectPause = statement((db, given: { threadId: ThreadId }) =>
  db.selectFrom('draft_pause').select('thread_id').where('thread_id', '=', given.threadId),
);

/** Whether no draft comes by itself in this thread. */
export async function isPaused(reader: Reader, threadId: ThreadId): Promise<boolean> {
  return (await selectPause.first(reader, { threadId })) !== undefined;
}

/** From now on no draft comes by itself in this thread, or again one does. */
export async function putPaused(
  tx: Tx,
  threadId: ThreadId,
  paused: boolean,
  now: number,
): Promise<void> {
  if (paused) {
    await tx.db
      .insertInto('draft_pause')
      .values({ thread_id: threadId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await tx.db.deleteFrom('draft_pause').where('thread_id', '=', threadId).execute();
}
