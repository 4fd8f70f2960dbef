import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Draft } from '../draft.ts';
import { updateButtonsGone } from '../queries/draft-rows.ts';
import { putAway } from './put-away.ts';

/** Puts one sentence, without buttons, in place of a draft's message. */
export async function closeDraft(
  tx: Tx,
  { id, place }: Draft,
  text: string,
  services: Services,
): Promise<void> {
  if (!place) return;
  await updateButtonsGone(tx, id);
  await enqueue(tx, services.clock.now(), {
    method: 'editMessageText',
    payload: { chat_id: place.chatId, message_id: place.chatMessageId, text },
    audience: 'desk',
    chatId: place.chatId,
  });
}

/** A draft was ended by a tap on the message at this place, which changes itself; should its own be another, it follows. */
export async function closeElsewhere(
  tx: Tx,
  draft: Draft,
  tapped: { chatId: ChatId; chatMessageId: ChatMessageId },
  services: Services,
): Promise<void> {
  const { id, place } = draft;
  const same = place?.chatId === tapped.chatId && place.chatMessageId === tapped.chatMessageId;
  if (same) return await updateButtonsGone(tx, id);
  await putAway(tx, [draft], services);
}
