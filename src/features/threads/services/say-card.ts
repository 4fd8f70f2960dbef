import type { MaybeInaccessibleMessage } from 'grammy/types';
import type { ChatId, ChatMessageId, FanId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { CardPlace } from '../card-place.ts';
import type { CardSource } from '../ports.ts';
import { putFocus } from '../queries/focus-rows.ts';
import { linkAt } from '../queries/link-rows.ts';
import { lastMessageId } from '../queries/message-rows.ts';
import { threadById, threadOfFan } from '../queries/thread-rows.ts';
import { isTopicOfAnother, leadToTopic } from './lead-to-topic.ts';

/** Who asked for a card. */
export interface CardAsker {
  readonly userId: UserId;
  readonly cards: CardSource;
  readonly services: Services;
}

/**
 * Sends a thread's card as an answer to the message whose button was tapped; answering the card answers the fan. False
 * when there is no such thread or the message does not belong to it.
 */
export async function sayCard(
  tx: Tx,
  threadId: ThreadId,
  tapped: MaybeInaccessibleMessage,
  asker: CardAsker,
): Promise<boolean> {
  const chatId = tapped.chat.id as ChatId;
  const replyTo = tapped.message_id as ChatMessageId;
  const thread = await threadById(tx, threadId);
  if (!thread || !(await linkAt(tx, chatId, replyTo))) return false;
  await sayFanCard(tx, thread.fanId, { chatId, replyTo }, asker);
  return true;
}

/**
 * Sends the card of a fan who exists to the desk; this person looks at that fan now, and answering the card answers the fan.
 * In the topic of another fan no card is shown, since what is written below it would go to that one: there a link leads to
 * the fan's own topic, or to General, where the card of a fan without one is shown.
 */
export async function sayFanCard(
  tx: Tx,
  fanId: FanId,
  place: CardPlace,
  asker: CardAsker,
): Promise<void> {
  if (await isTopicOfAnother(tx, fanId, place)) {
    if (await leadToTopic(tx, fanId, place, asker.services)) return;
    return await showCard(tx, fanId, { chatId: place.chatId }, asker);
  }
  await showCard(tx, fanId, place, asker);
}

async function showCard(
  tx: Tx,
  fanId: FanId,
  place: CardPlace,
  { userId, cards, services }: CardAsker,
): Promise<void> {
  const now = services.clock.now();
  const { text, keyboard } = await cards(tx, fanId, services);
  const thread = await threadOfFan(tx, fanId);
  const messageId = thread && (await lastMessageId(tx, thread.id));
  await putFocus(tx, userId, fanId, now);
  await enqueue(tx, now, {
    // A fan who only pressed Start has no message yet that an answer could belong to.
    ...(messageId === undefined ? {} : { kind: 'notice', ref: { messageId } }),
    method: 'sendMessage',
    payload: {
      chat_id: place.chatId,
      ...(place.topicId === undefined ? {} : { message_thread_id: place.topicId }),
      text: text.text,
      entities: text.entities,
      reply_markup: keyboard,
      ...(place.replyTo === undefined
        ? {}
        : {
            reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true },
          }),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId: place.chatId,
  });
}
