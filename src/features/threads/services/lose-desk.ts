import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { ownerOf } from '#src/features/members/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';
import { endDigests } from './keep-digest.ts';
import { openDesk } from './open-desk.ts';
import { sayInChat } from './say-in-chat.ts';
import { activeDesk, leaveDesks } from '../queries/desk-rows.ts';
import type { Desk } from '../thread.ts';

/** The forum cannot be used any more: the desk moves to the owner's private chat, and the owner is told why. */
export async function fallBackToPrivateDesk(tx: Tx, lost: Desk, services: Services): Promise<void> {
  const owner = await ownerOf(tx);
  if (!owner) return await loseDesk(tx, services);
  const chatId = owner.userId as number as ChatId;
  await openDesk(tx, { kind: 'private', chatId }, services);
  await sayInChat(tx, chatId, 'threads-desk-lost', services, { title: lost.title ?? '' });
}

/** There is no desk any more. What fans write waits in the tenant's file until one is opened. */
export async function loseDesk(tx: Tx, services: Services): Promise<void> {
  await endDigests(tx, services);
  await leaveDesks(tx, services.clock.now());
}

/** Leaves the desk, if there is one, that refused a call for this reason; false when the reason says nothing about it. */
export async function leaveLostDesk(
  tx: Tx,
  desk: Desk | undefined,
  reason: FailureReason,
  services: Services,
): Promise<boolean> {
  switch (reason) {
    case 'not-a-forum':
    case 'no-access':
    case 'chat-missing':
      if (desk?.kind !== 'forum') return false;
      await fallBackToPrivateDesk(tx, desk, services);
      return true;
    case 'blocked':
    case 'gone':
    case 'never-started':
      await loseDesk(tx, services);
      return true;
    default:
      return false;
  }
}

/** The creator, who had blocked the bot, is back: without another desk the private chat is it again. */
export async function welcomeBack(tx: Tx, chatId: ChatId, services: Services): Promise<void> {
  if (await activeDesk(tx)) return;
  await openDesk(tx, { kind: 'private', chatId }, services);
}
