import type { ChatId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';

/** Deletes the message of this update from its chat: it holds a key, or may. */
export async function takeAway(ctx: FanlineContext): Promise<void> {
  const { msg, chatId } = ctx;
  if (!msg || chatId === undefined) return;
  await enqueue(ctx.tx, ctx.services.clock.now(), {
    kind: 'ownkey-delete',
    method: 'deleteMessage',
    payload: { chat_id: chatId, message_id: msg.message_id },
    audience: 'desk',
    chatId: chatId as ChatId,
  });
}
