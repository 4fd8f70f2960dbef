import type { OutboxId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { cancelRow } from '#src/telegram/outbox/retry-row.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { messageById, updateDelivery } from '../queries/message-rows.ts';
import { undeliveredRow } from '../queries/undelivered-rows.ts';
import { enqueueRelay } from './enqueue-rows.ts';

/**
 * A fan's message that did not reach the desk is relayed once more, to the desk of now; without a desk it waits for
 * one. False when there is none behind this row.
 */
export async function retryRelay(
  tx: Tx,
  rowId: OutboxId,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  const messageId = await undeliveredRow(tx, 'relay', rowId);
  const message = messageId && (await messageById(tx, messageId));
  if (!message) return false;
  const now = services.clock.now();
  const desk = await activeDesk(tx);
  await cancelRow(tx, rowId, now);
  await updateDelivery(tx, [message.id], desk ? 'queued' : 'waiting');
  if (desk) await enqueueRelay(tx, now, desk, { ...message, albumId: null });
  return true;
}
