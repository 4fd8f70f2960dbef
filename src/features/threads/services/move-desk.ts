import type { Chat } from 'grammy/types';
import type { ChatId } from '#src/core/ids.ts';
import type { BotId } from '#src/core/ids.ts';
import { refuse } from '#src/core/result.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { openDesk } from './open-desk.ts';
import { activeDesk } from '../queries/desk-rows.ts';

/**
 * The creator wants the desk in this chat. The private chat becomes it at once; a forum once Telegram has told what the
 * bot may do there (`asked`).
 */
export async function moveDesk(
  tx: Tx,
  chat: Chat,
  botId: BotId,
  services: Services,
): Promise<Result<{ done: 'opened' | 'asked' }, 'here-already' | 'no-forum' | 'channel'>> {
  const chatId = chat.id as ChatId;
  const current = await activeDesk(tx);
  if (current?.chatId === chatId) return refuse('here-already');
  if (chat.type === 'channel') return refuse('channel');
  if (chat.type === 'private') {
    await openDesk(tx, { kind: 'private', chatId }, services);
    return { ok: true, done: 'opened' };
  }
  if (!('is_forum' in chat) || !chat.is_forum) return refuse('no-forum');
  await enqueue(tx, services.clock.now(), {
    kind: 'desk-check',
    method: 'getChatMember',
    payload: { chat_id: chatId, user_id: botId },
    ref: { title: chat.title ?? '' },
    audience: 'bot',
    chatId,
  });
  return { ok: true, done: 'asked' };
}
