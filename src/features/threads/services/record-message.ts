import type { Actor } from '#src/core/actor.ts';
import type { ChatId, FanId, MessageId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { requireFan } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { MessageContent } from '../message.ts';
import { insertMessage } from '../queries/message-rows.ts';
import { openThreadFor, threadOfFan, updateAnswered } from '../queries/thread-rows.ts';
import { messageStored } from './read-messages.ts';

/** A message that was said already. */
export interface SaidMessage {
  readonly fanId: FanId;
  readonly direction: 'in' | 'out';
  readonly actor: Actor;
  readonly author: UserId;
  readonly content: MessageContent;
  /** Epoch ms. */
  readonly sentAt: number;
}

/**
 * Writes down a message that reached the other side elsewhere or before: nothing is relayed, and nothing is sent. A fan's
 * makes the fan wait, an answer ends that. Messages must come in the order in which they were said. Returns its id.
 */
export async function recordMessage(
  tx: Tx,
  { fanId, sentAt, ...said }: SaidMessage,
  services: Services,
): Promise<MessageId> {
  const { userId } = await requireFan(tx, fanId);
  const known = said.direction === 'out' ? await threadOfFan(tx, fanId) : undefined;
  const thread = known ?? (await openThreadFor(tx, fanId, userId as number as ChatId, sentAt));
  if (said.direction === 'out') await updateAnswered(tx, thread.id, sentAt);
  const id = await insertMessage(tx, {
    threadId: thread.id,
    direction: said.direction,
    actor: said.actor,
    authorUserId: said.author,
    content: said.content,
    answersMessageId: null,
    delivery: 'delivered',
    sentAt,
  });
  await messageStored(tx, services.clock.now());
  return id;
}
