import type { Message } from 'grammy/types';
import type { ChatId, ChatMessageId, MessageId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import type { TelegramPerson } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { contentOf } from '../rules/content-of.ts';
import { endAlbums, enqueueRelay } from './enqueue-rows.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { insertLink, linkAt } from '../queries/link-rows.ts';
import { insertMessage } from '../queries/message-rows.ts';
import { pressureOf } from '../queries/pressure-rows.ts';
import { openThreadFor } from '../queries/thread-rows.ts';
import { isHeld } from '../pressure.ts';
import { easeDesk } from './ease-desk.ts';
import { touchDigest } from './keep-digest.ts';
import { refreshWhenQuiet } from './refresh-card.ts';
import { messageStored } from './read-messages.ts';

/**
 * A fan's message comes in: fan, thread, message and its relay, all in the caller's transaction. Service messages,
 * which nobody wrote, leave no trace.
 */
export async function receiveMessage(
  tx: Tx,
  person: TelegramPerson,
  message: Message,
  services: Services,
): Promise<void> {
  const content = contentOf(message);
  if (!content) return;
  const now = services.clock.now();
  const chatId = message.chat.id as ChatId;
  const fan = await upsertFan(tx, person, now);
  const thread = await openThreadFor(tx, fan.id, chatId, now);
  const desk = await activeDesk(tx);
  const pressure = desk && (await pressureOf(tx, desk.id));
  const gathered = pressure?.digest === 'live';
  const answersMessageId = await answeredMessage(tx, message);
  const messageId = await insertMessage(tx, {
    threadId: thread.id,
    direction: 'in',
    actor: 'fan',
    authorUserId: person.id as UserId,
    content,
    answersMessageId,
    delivery: desk && !gathered ? 'queued' : 'waiting',
    sentAt: message.date * 1000,
  });
  await messageStored(tx, now);
  await insertLink(
    tx,
    {
      messageId,
      side: 'fan',
      role: 'origin',
      part: 0,
      chatId,
      chatMessageId: message.message_id as ChatMessageId,
    },
    now,
  );
  if (!desk) return;
  if (gathered) return await touchDigest(tx, desk.id, services);
  if (desk.kind === 'forum') await refreshWhenQuiet(tx, thread.id, services);
  const { albumId } = content;
  await endAlbums(tx, now, 'relay', { threadId: thread.id, albumId });
  const plain = albumId === null && answersMessageId === null;
  await enqueueRelay(
    tx,
    now,
    desk,
    { id: messageId, threadId: thread.id, albumId },
    plain ? { plain } : {},
  );
  if (isHeld(pressure, now)) await easeDesk(tx, desk, services);
}

async function answeredMessage(tx: Tx, message: Message): Promise<MessageId | null> {
  const answered = message.reply_to_message;
  if (!answered) return null;
  const link = await linkAt(tx, message.chat.id as ChatId, answered.message_id as ChatMessageId);
  return link?.messageId ?? null;
}
