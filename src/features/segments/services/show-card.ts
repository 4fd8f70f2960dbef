import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Card } from '#src/telegram/present.ts';
import { joinRich } from '#src/telegram/rich-text.ts';

/** Where a card goes: as a new message there, or in place of one. */
export interface CardPlace {
  readonly chatId: ChatId;
  readonly topicId?: number | undefined;
  readonly replyTo?: ChatMessageId | undefined;
  readonly edits?: ChatMessageId | undefined;
}

/** Shows a card at a place at the desk. */
export async function showCard(
  tx: Tx,
  place: CardPlace,
  card: Card,
  services: Services,
): Promise<void> {
  const { chatId, topicId, replyTo, edits } = place;
  const { text, entities } = joinRich(card.text);
  await enqueue(tx, services.clock.now(), {
    method: edits === undefined ? 'sendMessage' : 'editMessageText',
    payload: {
      chat_id: chatId,
      ...(edits === undefined ? {} : { message_id: edits }),
      ...(edits !== undefined || topicId === undefined ? {} : { message_thread_id: topicId }),
      text,
      ...(entities && entities.length > 0 ? { entities } : {}),
      ...(card.rows.length > 0
        ? { reply_markup: { inline_keyboard: card.rows.map((row) => [...row]) } }
        : {}),
      ...(edits !== undefined || replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId,
  });
}
