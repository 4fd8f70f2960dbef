import type { InlineKeyboardButton } from 'grammy/types';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Import } from '../queries/import-rows.ts';

/** Says something where a table was brought. `now` in epoch ms. */
export async function sayThere(
  tx: Tx,
  place: Pick<Import, 'chat_id' | 'topic_id'>,
  text: string,
  now: number,
  buttons: InlineKeyboardButton[] = [],
): Promise<void> {
  await enqueue(tx, now, {
    method: 'sendMessage',
    payload: {
      chat_id: place.chat_id,
      text,
      ...(place.topic_id === null ? {} : { message_thread_id: place.topic_id }),
      ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: [buttons] } } : {}),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId: place.chat_id,
  });
}
