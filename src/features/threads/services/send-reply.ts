import type { ChatId, MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { MessageContent } from '../message.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { insertMessage } from '../queries/message-rows.ts';
import { requireThread, updateAnswered } from '../queries/thread-rows.ts';
import { deskLane, enqueueReply } from './enqueue-rows.ts';
import { openWaiting } from './open-waiting.ts';
import { messageStored } from './read-messages.ts';
import { refreshWhenQuiet } from './refresh-card.ts';

/** A reply that is not written at the desk but chosen there. */
export interface ChosenReply {
  readonly threadId: ThreadId;
  /** A text, or one file by its file_id. */
  readonly content: MessageContent;
  readonly author: UserId;
  readonly actor: 'creator' | 'member';
}

/** Sends a reply to the fan of a thread that exists, and shows it at the desk, in the caller's transaction. */
export async function sendReply(
  tx: Tx,
  reply: ChosenReply,
  services: Services,
): Promise<MessageId> {
  const now = services.clock.now();
  const thread = await requireThread(tx, reply.threadId);
  const messageId = await insertMessage(tx, {
    threadId: thread.id,
    direction: 'out',
    actor: reply.actor,
    authorUserId: reply.author,
    content: reply.content,
    answersMessageId: null,
    delivery: 'queued',
    sentAt: now,
  });
  await messageStored(tx, now);
  await enqueueReply(tx, now, thread, { id: messageId, albumId: null });
  const desk = await activeDesk(tx);
  if (desk) {
    const chatId: ChatId = desk.chatId;
    await enqueue(tx, now, {
      kind: 'shown-reply',
      method: 'sendMessage',
      payload: {},
      ref: { messageId, threadId: thread.id },
      audience: 'desk',
      chatId,
      lane: deskLane(desk, thread.id),
      priority: priority.reply,
    });
  }
  await updateAnswered(tx, thread.id, now);
  await refreshWhenQuiet(tx, thread.id, services);
  await openWaiting(tx, thread.id, services);
  return messageId;
}
