import type { ThreadId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { threadById, updateWaiting } from '../queries/thread-rows.ts';

/** The creator is done with a thread: nobody waits in it. False when there is no such thread. */
export async function markDone(tx: Tx, id: ThreadId): Promise<boolean> {
  const thread = await threadById(tx, id);
  if (!thread) return false;
  await updateWaiting(tx, id, null);
  return true;
}
