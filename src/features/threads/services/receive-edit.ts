import type { Message } from 'grammy/types';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { TelegramPerson } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { contentOf } from '../rules/content-of.ts';
import { deskLane } from './enqueue-rows.ts';
import { linkAt } from '../queries/link-rows.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { messageById, updateContent } from '../queries/message-rows.ts';
import { receiveMessage } from './receive-message.ts';
import { piecesOfText } from '../rules/relay-pieces.ts';

/**
 * A fan edited a message: the stored one changes and its relay follows. An edit of a message that never came is taken
 * as a new message. A live location moves too often to follow and is stored only.
 */
export async function receiveEdit(
  tx: Tx,
  person: TelegramPerson,
  message: Message,
  services: Services,
): Promise<void> {
  const content = contentOf(message);
  if (!content) return;
  const now = services.clock.now();
  const chatId = message.chat.id as ChatId;
  const origin = await linkAt(tx, chatId, message.message_id as ChatMessageId);
  const before = origin && (await messageById(tx, origin.messageId));
  if (!before || before.direction !== 'in') {
    await receiveMessage(tx, person, message, services);
    return;
  }
  await updateContent(tx, before.id, content, (message.edit_date ?? message.date) * 1000);
  const desk = await activeDesk(tx);
  if (!desk || before.delivery !== 'delivered' || content.attachment?.live) return;

  const pieces = Math.max(piecesOfText(before.text), piecesOfText(content.text));
  const mediaChanged = before.attachment?.fileUniqueId !== content.attachment?.fileUniqueId;
  for (let part = 0; part < pieces; part += 1) {
    await enqueue(tx, now, {
      kind: 'relay-edit',
      method: 'editMessageText',
      payload: {},
      ref: { messageId: before.id, threadId: before.threadId, part, mediaChanged },
      audience: 'desk',
      chatId: desk.chatId,
      lane: deskLane(desk, before.threadId),
      priority: priority.relay,
    });
  }
}
