import type { ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { threadById, updateDone } from '../queries/thread-rows.ts';
import { waitingChanged } from './ease-desk.ts';
import { refreshCard } from './refresh-card.ts';

/** The creator is done with a thread: nobody waits in it. False when there is no such thread. */
export async function markDone(tx: Tx, id: ThreadId, services: Services): Promise<boolean> {
  const thread = await threadById(tx, id);
  if (!thread) return false;
  await updateDone(tx, id, services.clock.now());
  await waitingChanged(tx, services);
  await refreshCard(tx, thread.fanId, services);
  return true;
}
