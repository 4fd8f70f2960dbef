import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { CardPlace } from '../services/show-card.ts';

/** Where the answer goes: in place of the tapped message, else below the message of this update. */
export function placeOf(ctx: FanlineContext): CardPlace | undefined {
  const tapped = ctx.callbackQuery?.message;
  if (tapped) {
    return { chatId: tapped.chat.id as ChatId, edits: tapped.message_id as ChatMessageId };
  }
  const { msg } = ctx;
  if (!msg) return undefined;
  return {
    chatId: msg.chat.id as ChatId,
    replyTo: msg.message_id as ChatMessageId,
    ...(msg.is_topic_message ? { topicId: msg.message_thread_id } : {}),
  };
}
