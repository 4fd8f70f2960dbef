import type { Message } from 'grammy/types';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { ReplyEditRef } from '../outbox/refs.ts';
import { contentOf } from '../rules/content-of.ts';
import { linkAt } from '../queries/link-rows.ts';
import { messageById, updateContent } from '../queries/message-rows.ts';
import { threadById } from '../queries/thread-rows.ts';

/**
 * The creator edited an answer: the stored one changes and the fan's follows. One that has not left yet leaves as
 * edited. Edits of anything else at the desk concern nobody.
 */
export async function editAnswer(tx: Tx, message: Message, services: Services): Promise<void> {
  const content = contentOf(message);
  if (!content) return;
  const origin = await linkAt(tx, message.chat.id as ChatId, message.message_id as ChatMessageId);
  const before = origin?.role === 'origin' ? await messageById(tx, origin.messageId) : undefined;
  if (before?.direction !== 'out' || before.delivery === 'withdrawn') return;
  await updateContent(tx, before.id, content, (message.edit_date ?? message.date) * 1000);
  const thread = await threadById(tx, before.threadId);
  if (!thread || content.attachment?.live) return;
  const ref: ReplyEditRef = {
    messageId: before.id,
    threadId: thread.id,
    mediaChanged: before.attachment?.fileUniqueId !== content.attachment?.fileUniqueId,
  };
  await enqueue(tx, services.clock.now(), {
    kind: 'reply-edit',
    method: 'editMessageText',
    payload: {},
    ref: { ...ref },
    audience: 'fan',
    chatId: thread.chatId,
  });
}
