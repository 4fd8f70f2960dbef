import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { ownerOf } from '#src/features/members/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { KeyView } from './key-views.ts';

/** Tells the creator something about their key, in the private chat, wherever the desk is. */
export async function tellCreator(
  tx: Tx,
  { text, rows }: KeyView,
  services: Services,
): Promise<void> {
  const owner = await ownerOf(tx);
  if (!owner) return;
  // A private chat has its user's id.
  const chatId = owner.userId as number as ChatId;
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: chatId,
      text,
      ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId,
  });
}
