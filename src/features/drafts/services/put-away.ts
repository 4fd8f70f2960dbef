import type { Services } from '#src/core/services.ts';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Draft } from '../draft.ts';
import { updateButtonsGone } from '../queries/draft-rows.ts';

/** Takes the buttons off the messages of drafts that are over; what they say stays there to be read. */
export async function putAway(
  tx: Tx,
  drafts: readonly Pick<Draft, 'id' | 'place'>[],
  services: Services,
): Promise<void> {
  for (const { id, place } of drafts) {
    if (!place) continue;
    await updateButtonsGone(tx, id);
    await takeButtonsOff(tx, place, services);
  }
}

/** Takes the buttons off the message at this place of the desk. */
export async function takeButtonsOff(
  tx: Tx,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  services: Services,
): Promise<void> {
  await enqueue(tx, services.clock.now(), {
    method: 'editMessageReplyMarkup',
    payload: { chat_id: place.chatId, message_id: place.chatMessageId },
    audience: 'desk',
    chatId: place.chatId,
  });
}
