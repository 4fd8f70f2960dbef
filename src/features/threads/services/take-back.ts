import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { refuse } from '#src/core/result.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { linkAt } from '../queries/link-rows.ts';
import { messageById, updateDeleted, updateWithdrawn } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';
import { reviewWait } from './review-wait.ts';

/**
 * Takes back the answer at this place of the desk. One that has not left yet never leaves; a delivered one is deleted at
 * the fan's, which Telegram allows for 48 hours (Bot API, deleteMessage). Once it is gone, the fan waits for an answer again;
 * one that could not be deleted stands.
 *
 * - `unsent`: it had not been delivered.
 * - `uncertain`: Telegram never confirmed it, so the fan may have it, and no copy is known that could be deleted.
 * - `asked`: the deletion is on its way; the creator hears how it ended.
 */
export async function takeBack(
  tx: Tx,
  chatId: ChatId,
  chatMessageId: ChatMessageId,
  services: Services,
): Promise<
  Result<{ done: 'unsent' | 'uncertain' | 'asked' }, 'no-relay' | 'not-yours' | 'already'>
> {
  const link = await linkAt(tx, chatId, chatMessageId);
  const message = link && (await messageById(tx, link.messageId));
  if (!message) return refuse('no-relay');
  if (message.direction === 'in') return refuse('not-yours');
  if (message.delivery === 'withdrawn') return refuse('already');
  const now = services.clock.now();
  if (message.delivery !== 'delivered' && message.delivery !== 'queued') {
    await updateWithdrawn(tx, message.id, now);
    await reviewWait(tx, message.threadId, services);
    return { ok: true, done: message.delivery === 'unknown' ? 'uncertain' : 'unsent' };
  }
  const thread = await threadById(tx, message.threadId);
  if (!thread) return refuse('no-relay');
  await updateDeleted(tx, message.id, now);
  await enqueue(tx, now, {
    kind: 'take-back',
    method: 'deleteMessage',
    payload: {},
    ref: { messageId: message.id, threadId: thread.id },
    audience: 'fan',
    chatId: thread.chatId,
  });
  return { ok: true, done: 'asked' };
}
