import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { TextArgs } from '#src/core/texts.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { deskTexts } from './desk-texts.ts';

/** Enqueues one sentence to a chat of the creator's that concerns no fan, in the creator's language. */
export async function sayInChat(
  tx: Tx,
  chatId: ChatId,
  key: string,
  services: Services,
  args?: TextArgs,
): Promise<void> {
  const t = await deskTexts(tx, services);
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: { chat_id: chatId, text: t(key, args) },
    audience: 'desk',
    chatId,
  });
}
