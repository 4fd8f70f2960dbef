import type { MessageId, OutboxId } from '#src/core/ids.ts';
import { refuse } from '#src/core/result.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { retryRow } from '#src/telegram/outbox/retry-row.ts';
import { albumInDelivery, messageById, updateDelivery } from '../queries/message-rows.ts';
import { messageOfReplyRow } from '../queries/reply-rows.ts';
import { reviewWait } from './review-wait.ts';

/** The creator wants a reply that failed, or whose fate is unknown, to be sent once more; an album as a whole. */
export async function retryDelivery(
  tx: Tx,
  rowId: OutboxId,
  services: Pick<Services, 'clock'>,
): Promise<Result<{ messageId: MessageId }, 'not-failed'>> {
  const messageId = await messageOfReplyRow(tx, rowId);
  const message = messageId && (await messageById(tx, messageId));
  if (message?.delivery !== 'failed' && message?.delivery !== 'unknown') {
    return refuse('not-failed');
  }
  const parts = await albumInDelivery(tx, message);
  await updateDelivery(tx, parts, 'queued');
  await retryRow(tx, rowId, services.clock.now());
  await reviewWait(tx, message.threadId, services);
  return { ok: true, messageId: message.id };
}
