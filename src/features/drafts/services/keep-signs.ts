import type { FanId, MessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { refreshCards } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { putSign } from '../queries/care-rows.ts';

/** Keeps of each of these fans that they may be a minor, by this message of theirs; their pinned cards follow. */
export async function keepSigns(
  tx: Tx,
  signs: ReadonlyMap<FanId, MessageId>,
  services: Services,
): Promise<void> {
  if (signs.size === 0) return;
  const now = services.clock.now();
  for (const [fanId, messageId] of signs) await putSign(tx, fanId, messageId, now);
  await refreshCards(tx, [...signs.keys()], services);
}
