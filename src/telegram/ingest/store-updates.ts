import type { BotId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { laneOfUpdate } from '#src/telegram/ingest/lane-of-update.ts';
import type { RawUpdate } from '#src/telegram/ingest/update-kind.ts';
import { updateKind } from '#src/telegram/ingest/update-kind.ts';
import { insertUpdate } from '#src/telegram/ingest/update-queries.ts';

/**
 * Stores updates as they came, in the caller's transaction; one that is there already (same bot, same update_id) is
 * passed over. The answer is how many were new. `now` in epoch ms.
 */
export async function storeUpdates(
  tx: Tx,
  botId: BotId,
  updates: readonly RawUpdate[],
  now: number,
): Promise<number> {
  let fresh = 0;
  for (const update of updates) {
    const isNew = await insertUpdate(tx, {
      botId,
      updateId: update.update_id,
      lane: laneOfUpdate(update),
      kind: updateKind(update),
      payload: JSON.stringify(update),
      receivedAt: now,
    });
    if (isNew) fresh += 1;
  }
  return fresh;
}
