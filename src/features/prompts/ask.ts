import type { ChatId } from '#src/core/ids.ts';
import type { FanlineContext, Prompt } from '#src/telegram/fanline-context.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { type RichText, say } from '#src/telegram/say.ts';

/** A question and how it is put. */
export interface Question extends Prompt {
  readonly text: string | RichText;
  /** Shown in the empty input field; at most 64 characters (Bot API, ForceReply). */
  readonly placeholder?: string;
}

/**
 * Says why an answer cannot be taken, and opens the answer field once more for the same question. What came as a command
 * and answers no question is only told why.
 */
export async function askAgain(ctx: FanlineContext, why: string): Promise<void> {
  if (!ctx.prompt) return await say(ctx, why, { quote: true });
  await ask(ctx, { ...ctx.prompt, text: why });
}

/**
 * Asks for a text in the chat (and topic) that this update came from. Telegram opens the answer field for whom the
 * update came from; the answer comes as an update whose `ctx.prompt` is this question, today or next week.
 */
export async function ask(ctx: FanlineContext, question: Question): Promise<void> {
  const chatId = ctx.chatId as ChatId | undefined;
  const place = ctx.callbackQuery?.message ?? ctx.msg;
  if (chatId === undefined || !place) return;
  const { text, entities } =
    typeof question.text === 'string' ? { text: question.text, entities: [] } : question.text;
  const topicId =
    'is_topic_message' in place && place.is_topic_message ? place.message_thread_id : undefined;
  await enqueue(ctx.tx, ctx.services.clock.now(), {
    kind: 'prompt',
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      text,
      ...(entities && entities.length > 0 ? { entities } : {}),
      ...(topicId === undefined ? {} : { message_thread_id: topicId }),
      reply_parameters: { message_id: place.message_id, allow_sending_without_reply: true },
      reply_markup: {
        force_reply: true,
        selective: true,
        ...(question.placeholder
          ? { input_field_placeholder: question.placeholder.slice(0, 64) }
          : {}),
      },
      link_preview_options: { is_disabled: true },
    },
    ref: { kind: question.kind, ref: question.ref },
    audience: 'desk',
    chatId,
  });
}
