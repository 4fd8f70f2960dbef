import type { MessageEntity, InlineKeyboardMarkup } from 'grammy/types';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';

/** Text with formatting that was not parsed from markup, so that no name or message can smuggle any in. */
export interface RichText {
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
}

/** How `say` sends. */
export interface SayOptions {
  readonly keyboard?: InlineKeyboardMarkup;
  /** Answer to the message of this update, or to another of its chat, so that it is clear what is meant. */
  readonly quote?: boolean | ChatMessageId;
}

/** Enqueues a message to the chat (and topic) that this update came from. */
export async function say(
  ctx: FanlineContext,
  what: string | RichText,
  options: SayOptions = {},
): Promise<void> {
  const { text, entities } = typeof what === 'string' ? { text: what, entities: undefined } : what;
  const chatId = ctx.chatId as ChatId | undefined;
  if (chatId === undefined) return;
  const message = ctx.msg;
  const quoted = options.quote === true ? message?.message_id : options.quote || undefined;
  const topicId = message?.is_topic_message ? message.message_thread_id : undefined;
  await enqueue(ctx.tx, ctx.services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      text,
      ...(entities && entities.length > 0 ? { entities } : {}),
      ...(topicId === undefined ? {} : { message_thread_id: topicId }),
      ...(options.keyboard ? { reply_markup: options.keyboard } : {}),
      ...(quoted === undefined
        ? {}
        : { reply_parameters: { message_id: quoted, allow_sending_without_reply: true } }),
      link_preview_options: { is_disabled: true },
    },
    audience: ctx.sender.role === 'fan' && ctx.chat?.type === 'private' ? 'fan' : 'desk',
    chatId,
  });
}

/** Telegram accepts a callback answer for about this long (Bot API server: queries expire after 150 s). */
const tapAnswerMs = 140_000;

/** Answers the tapped button of this update: nothing, a short toast, or an alert (at most 200 characters). */
export async function answerTap(
  ctx: FanlineContext,
  text?: string,
  options: { alert?: boolean } = {},
): Promise<void> {
  const query = ctx.callbackQuery;
  if (query) await answerTapOf(ctx.tx, ctx.services.clock.now(), query.id, text, options);
}

/** Answers a tap by the id of its callback query, for work that is done after the update. `now` in epoch ms. */
export async function answerTapOf(
  tx: Tx,
  now: number,
  queryId: string,
  text?: string,
  options: { alert?: boolean } = {},
): Promise<void> {
  await enqueue(tx, now, {
    method: 'answerCallbackQuery',
    payload: {
      callback_query_id: queryId,
      ...(text === undefined ? {} : { text: text.slice(0, 200) }),
      ...(options.alert ? { show_alert: true } : {}),
    },
    audience: 'bot',
    chatId: null,
    lane: `tap:${queryId}`,
    expiresAt: now + tapAnswerMs,
  });
}
