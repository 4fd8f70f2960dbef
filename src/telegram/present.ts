import type { InlineKeyboardButton } from 'grammy/types';
import type { ChatId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import { answerTap, type RichText, say } from '#src/telegram/say.ts';

/** A message with buttons that changes in place while its buttons are tapped. */
export interface Card {
  readonly text: string | RichText;
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
}

/** Shows the card: in place of the message whose button was tapped, as a new message otherwise. */
export async function present(ctx: FanlineContext, card: Card, note?: string): Promise<void> {
  const { text, entities } = joinRich(note ? `${note}\n\n` : '', card.text);
  const keyboard =
    card.rows.length > 0 ? { inline_keyboard: card.rows.map((row) => [...row]) } : undefined;
  const tapped = ctx.callbackQuery?.message;
  if (!tapped) {
    await say(ctx, { text, entities: entities ?? [] }, keyboard ? { keyboard } : {});
    return;
  }
  await answerTap(ctx);
  await enqueue(ctx.tx, ctx.services.clock.now(), {
    method: 'editMessageText',
    payload: {
      chat_id: tapped.chat.id,
      message_id: tapped.message_id,
      text,
      ...(entities && entities.length > 0 ? { entities } : {}),
      ...(keyboard ? { reply_markup: keyboard } : {}),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId: tapped.chat.id as ChatId,
  });
}
