import type { BotId } from '#src/core/ids.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { Tx } from '#src/storage/reader.ts';
import { laneOfUpdate } from '#src/telegram/ingest/lane-of-update.ts';
import type { RawUpdate } from '#src/telegram/ingest/update-kind.ts';
import { updateKind } from '#src/telegram/ingest/update-kind.ts';
import { insertDone, insertUpdate } from '#src/telegram/ingest/update-queries.ts';

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
    const payload = JSON.stringify(update);
    if (await storeUpdate(tx, { botId, update, payload, receivedAt: now })) fresh += 1;
  }
  return fresh;
}

/** As `storeUpdates`, for what came by webhook. */
export async function storeArrivals(tx: Tx, arrivals: readonly Arrival[]): Promise<void> {
  for (const { botId, payload, receivedAt } of arrivals) {
    const update = JSON.parse(payload) as RawUpdate;
    await storeUpdate(tx, { botId, update, payload, receivedAt });
  }
}

/** Stores what came by webhook and is handled in the caller's transaction; true when it was new. `now` in epoch ms. */
export async function storeAsDone(
  tx: Tx,
  { botId, receivedAt }: Arrival,
  update: RawUpdate,
  now: number,
): Promise<boolean> {
  return await insertDone(tx, rowOf({ botId, update, receivedAt }), now);
}

interface Received {
  readonly botId: BotId;
  readonly update: RawUpdate;
  readonly receivedAt: number;
}

/** True when it was new. */
async function storeUpdate(
  tx: Tx,
  { payload, ...received }: Received & { readonly payload: string },
): Promise<boolean> {
  return await insertUpdate(tx, { ...rowOf(received), payload });
}

function rowOf({ botId, update, receivedAt }: Received) {
  const updateId = update.update_id;
  return { botId, updateId, lane: laneOfUpdate(update), kind: updateKind(update), receivedAt };
}
