import type { ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { threadById } from '../queries/thread-rows.ts';
import { updateWaiting, waitingByMessages } from '../queries/wait-rows.ts';
import { waitingChanged } from './ease-desk.ts';
import { refreshCard } from './refresh-card.ts';

/**
 * An answer turned out not to be one (taken back, failed, of unknown fate), or is sent once more: the fan waits as the
 * messages say now. Response times keep what they counted, because a person did answer then.
 */
export async function reviewWait(
  tx: Tx,
  id: ThreadId,
  services: Pick<Services, 'clock'>,
): Promise<void> {
  const thread = await threadById(tx, id);
  if (!thread) return;
  const since = await waitingByMessages(tx, id);
  if (since === thread.waitingSince) return;
  await updateWaiting(tx, id, since);
  await waitingChanged(tx, services);
  await refreshCard(tx, thread.fanId, services);
}
