import type { OutboxId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { fanName } from '#src/features/fans/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { cancelRow } from '#src/telegram/outbox/retry-row.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';
import { messageById } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';
import { type Undelivered, undeliveredRow, undeliveredRows } from '../queries/undelivered-rows.ts';
import { canRetry } from '../rules/can-retry.ts';
import { describe } from '../rules/describe.ts';
import { failureText } from '../rules/failure-text.ts';
import { retryDelivery } from './retry-delivery.ts';
import { retryRelay } from './retry-relay.ts';

/** A message that did not arrive and that nobody has settled, without what was written and to whom. */
export interface UndeliveredEntry {
  readonly rowId: OutboxId;
  readonly reason: FailureReason;
  /** When it was given up (epoch ms). */
  readonly endedAt: number;
  /** It may have arrived: sent again only when a person says so for this very message. */
  readonly unknown: boolean;
  /** Whether sending again can help at all. */
  readonly canRetry: boolean;
}

/** What an undelivered message is to the creator. */
export interface NamedEntry extends UndeliveredEntry {
  readonly name: string;
  /** What it is and, for a reply, why it did not arrive; one sentence. */
  readonly text: string;
}

/** Messages of one way that did not arrive, oldest first. */
export async function undelivered(
  reader: Reader,
  way: Undelivered,
  page: { limit: number; offset: number },
): Promise<UndeliveredEntry[]> {
  const rows = await undeliveredRows(reader, way, page);
  return rows.map(({ rowId, reason, endedAt, delivery }) => ({
    rowId,
    reason,
    endedAt,
    unknown: delivery === 'unknown',
    canRetry: way === 'relay' || canRetry(reason),
  }));
}

/** Like `undelivered`, in words for the creator. */
export async function namedUndelivered(
  reader: Reader,
  way: Undelivered,
  page: { limit: number; offset: number },
  t: Translate,
): Promise<NamedEntry[]> {
  const entries = await undelivered(reader, way, page);
  const named: NamedEntry[] = [];
  for (const entry of entries) {
    const messageId = await undeliveredRow(reader, way, entry.rowId);
    const message = messageId && (await messageById(reader, messageId));
    const thread = message && (await threadById(reader, message.threadId));
    if (!thread) continue;
    const name = await fanName(reader, thread.fanId);
    const text = way === 'reply' ? failureText(entry.reason, name, t) : describe(message, t);
    named.push({ ...entry, name, text });
  }
  return named;
}

/** Sends a message that did not arrive once more; false when there is none behind this row. */
export async function retryUndelivered(
  tx: Tx,
  way: Undelivered,
  rowId: OutboxId,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (way === 'relay') return await retryRelay(tx, rowId, services);
  return (await retryDelivery(tx, rowId, services)).ok;
}

/**
 * Sends everything of one way once more that can be without harm: a reply whose fate is unknown is left out, because
 * the fan may have it. Gives how many.
 */
export async function retryAllUndelivered(
  tx: Tx,
  way: Undelivered,
  services: Pick<Services, 'clock'>,
): Promise<number> {
  const rows = await undelivered(tx, way, { limit: -1, offset: 0 });
  let retried = 0;
  for (const { rowId, unknown, canRetry: helps } of rows) {
    if (!helps || (way === 'reply' && unknown)) continue;
    if (await retryUndelivered(tx, way, rowId, services)) retried += 1;
  }
  return retried;
}

/** A person has seen that a message did not arrive and leaves it at that; false when there is none behind this row. */
export async function settleUndelivered(
  tx: Tx,
  way: Undelivered,
  rowId: OutboxId,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if ((await undeliveredRow(tx, way, rowId)) === undefined) return false;
  return await cancelRow(tx, rowId, services.clock.now());
}
