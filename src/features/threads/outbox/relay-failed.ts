import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { AfterFailure } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';
import { enqueueRelay } from '../services/enqueue-rows.ts';
import { leaveLostDesk } from '../services/lose-desk.ts';
import { activeDesk, deleteTopic } from '../queries/desk-rows.ts';
import { messagesMergedInto, updateMerged } from '../queries/merge-rows.ts';
import { messageById, queuedAlbum, updateDelivery } from '../queries/message-rows.ts';
import { relayRef } from './refs.ts';
import type { MessageRef } from './refs.ts';

/**
 * What becomes of a relay that Telegram refused: a lost topic is made anew, a lost forum sends everything to the private
 * chat, a creator who blocked the bot finds it all waiting on return, and content that cannot be copied is told in words.
 */
export async function relayFailed(
  tx: Tx,
  row: OutboxRow,
  failure: SendFailure,
  services: Services,
): Promise<AfterFailure> {
  const ref = relayRef(row);
  // Another row that takes over must say what this one would have said.
  const marks = {
    ...(ref.edited ? { edited: true } : {}),
    ...(ref.repeated || row.repeated ? { repeated: true } : {}),
  };
  const message = await messageById(tx, ref.messageId);
  const desk = await activeDesk(tx);
  if (!message || message.delivery !== 'queued') return 'ended';
  if (desk && desk.chatId !== row.chatId) return 'again';
  if (failure.reason === 'topic-missing') {
    if (desk) await deleteTopic(tx, desk.id, ref.threadId);
    return 'again';
  }
  if (await leaveLostDesk(tx, desk, failure.reason, services)) return 'again';
  switch (failure.reason) {
    case 'not-a-forum':
    case 'no-access':
    case 'chat-missing':
    case 'gave-up':
    case 'unknown':
    case 'expired':
      break;
    default:
      if (ref.inWords || !desk) break;
      if ((await messagesMergedInto(tx, message.id)).length > 0) {
        await updateMerged(tx, message.id, []);
        await enqueueRelay(tx, services.clock.now(), desk, message, { alone: true, ...marks });
        return 'ended';
      }
      for (const part of await partsOf(tx, message.albumId, ref)) {
        await enqueueRelay(
          tx,
          services.clock.now(),
          desk,
          { ...part, albumId: null },
          { inWords: true, ...marks },
        );
      }
      return 'ended';
  }
  await updateDelivery(tx, [message.id], 'failed');
  await updateMerged(tx, message.id, []);
  return 'ended';
}

async function partsOf(tx: Tx, albumId: string | null, ref: MessageRef) {
  if (albumId === null) return [{ id: ref.messageId, threadId: ref.threadId }];
  return await queuedAlbum(tx, ref.threadId, albumId);
}
