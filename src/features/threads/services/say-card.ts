import type { MaybeInaccessibleMessage } from 'grammy/types';
import type { ChatId, ChatMessageId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { linkAt } from '../queries/link-rows.ts';
import { threadById } from '../queries/thread-rows.ts';
import { cardKeyboard, cardOf } from './show-card.ts';

/**
 * Sends a thread's card as an answer to the message whose button was tapped; answering the card answers the fan. False
 * when there is no such thread or the message does not belong to it.
 */
export async function sayCard(
  tx: Tx,
  threadId: ThreadId,
  place: MaybeInaccessibleMessage,
  services: Services,
): Promise<boolean> {
  const chatId = place.chat.id as ChatId;
  const link = await linkAt(tx, chatId, place.message_id as ChatMessageId);
  if (!link || !(await threadById(tx, threadId))) return false;
  const card = await cardOf(tx, threadId, services);
  await enqueue(tx, services.clock.now(), {
    kind: 'notice',
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      text: card.text,
      entities: card.entities,
      reply_markup: cardKeyboard(threadId),
      reply_parameters: { message_id: place.message_id, allow_sending_without_reply: true },
    },
    ref: { messageId: link.messageId },
    audience: 'desk',
    chatId,
  });
  return true;
}
