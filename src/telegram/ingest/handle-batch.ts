import type { Update } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { Tx } from '#src/storage/reader.ts';
import { inSavepoint } from '#src/telegram/in-savepoint.ts';
import {
  type HandlingParts,
  type HandlingScope,
  handleUpdate,
} from '#src/telegram/ingest/handle-update.ts';
import { lanesHeldBy } from '#src/telegram/ingest/lane-of-update.ts';
import { storeArrivals, storeAsDone } from '#src/telegram/ingest/store-updates.ts';
import type { WaitingUpdate } from '#src/telegram/ingest/update-queries.ts';
import {
  batchSize,
  hasWaiting,
  lanesInRetry,
  markDone,
  markParked,
  markRetry,
  nextWaiting,
} from '#src/telegram/ingest/update-queries.ts';
import type { RawUpdate } from '#src/telegram/ingest/update-kind.ts';
import { afterFailedTry } from '#src/telegram/ingest/update-retry.ts';

/** How a batch ended: how many were taken up, whether more may wait now, and when the next retry is due (epoch ms). */
export interface BatchResult {
  readonly handled: number;
  readonly more: boolean;
  readonly nextAt: number | null;
}

/** A batch begins no other update after this long: the event loop has more to do. */
const longestBatchMs = 6;

/**
 * Handles the tenant's next updates in the caller's transaction, oldest first, each in its own savepoint together
 * with its done mark. One that fails is undone alone, and its lane waits until it has been tried again. A fault of the
 * tenant's file is thrown: then nothing of the batch holds, and nothing is counted against an update.
 */
export async function handleBatch(
  tx: Tx,
  scope: HandlingScope,
  parts: HandlingParts,
): Promise<BatchResult> {
  const { clock } = parts.services;
  const retries = await lanesInRetry(tx, clock.now());
  const held = new Set(retries.flatMap(({ lane }) => lanesHeldBy(lane)));
  let nextAt = retries[0]?.at ?? null;
  const rows = await nextWaiting(tx, [...held]);
  const until = clock.steady() + longestBatchMs;
  let handled = 0;
  for (const row of rows) {
    if (clock.steady() > until) break;
    handled += 1;
    if (held.has(row.lane)) continue;
    const retryAt = await handleOne(tx, row, scope, parts);
    if (retryAt === null) continue;
    for (const lane of lanesHeldBy(row.lane)) held.add(lane);
    nextAt = Math.min(nextAt ?? retryAt, retryAt);
  }
  const more =
    handled < rows.length ||
    rows.length === batchSize ||
    // A handler may have put a parked update back, which came long before those of this batch.
    (rows.length > 0 && (await hasWaiting(tx, [...held])));
  return { handled, more, nextAt };
}

/**
 * Stores what has arrived and handles the tenant's next updates, in the caller's transaction. Where nothing waits, what has arrived is
 * handled as it is and stored as done; what there is no time for, and what fails, is stored and has its turn as in `handleBatch`.
 */
export async function handleArrivals(
  tx: Tx,
  arrivals: readonly Arrival[],
  scope: HandlingScope,
  parts: HandlingParts,
): Promise<BatchResult> {
  if (arrivals.length === 0 || (await hasWaiting(tx))) {
    await storeArrivals(tx, arrivals);
    return await handleBatch(tx, scope, parts);
  }
  const { clock } = parts.services;
  const until = clock.steady() + longestBatchMs;
  let handled = 0;
  for (const arrival of arrivals.slice(0, batchSize)) {
    if (clock.steady() > until) break;
    if (!(await handledAtOnce(tx, arrival, scope, parts))) break;
    handled += 1;
  }
  await storeArrivals(tx, arrivals.slice(handled));
  // Beside what was just stored a handler may have put a parked update back.
  return { handled, more: await hasWaiting(tx), nextAt: null };
}

/** False when a handler failed: then it is as if it had not been tried. */
async function handledAtOnce(
  tx: Tx,
  arrival: Arrival,
  scope: HandlingScope,
  parts: HandlingParts,
): Promise<boolean> {
  const tried = await inSavepoint(tx, async () => {
    const update = JSON.parse(arrival.payload) as RawUpdate & Update;
    const isNew = await storeAsDone(tx, arrival, update, parts.services.clock.now());
    if (isNew) await handleUpdate(tx, update, scope, parts);
  });
  return tried.ok;
}

/** Handles one update; the answer is when it must be tried again, or null when it has ended. */
async function handleOne(
  tx: Tx,
  row: WaitingUpdate,
  scope: HandlingScope,
  parts: HandlingParts,
): Promise<number | null> {
  const { services } = parts;
  const tried = await inSavepoint(tx, async () => {
    await handleUpdate(tx, JSON.parse(row.payload) as Update, scope, parts);
    await markDone(tx, row.id, services.clock.now());
  });
  return tried.ok ? null : await noteFailure(tx, row, scope, services, tried.code);
}

async function noteFailure(
  tx: Tx,
  row: WaitingUpdate,
  scope: HandlingScope,
  services: Services,
  error: string,
): Promise<number | null> {
  const attempts = row.attempts + 1;
  const now = services.clock.now();
  const fields = {
    tenantId: scope.tenant.tenantId,
    bot: row.botId,
    update: row.updateId,
    kind: row.kind,
    attempts,
    code: error,
  };
  const next = afterFailedTry(attempts);
  if (next === 'park') {
    services.log.error('telegram.update_parked', fields);
    await markParked(tx, row.id, { attempts, error, now });
    return null;
  }
  services.log.warn('telegram.update_failed', fields);
  await markRetry(tx, row.id, { attempts, notBefore: now + next.waitMs, error });
  return now + next.waitMs;
}
