import type { ChatMember } from 'grammy/types';
import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { fallBackToPrivateDesk } from './lose-desk.ts';
import { activeDesk, moveDesks } from '../queries/desk-rows.ts';
import { moveLinks } from '../queries/link-rows.ts';

/** A group became a supergroup and has another id now: everything stored about it follows. */
export async function followMigration(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  await moveDesks(tx, from, to);
  await moveLinks(tx, from, to);
}

/** The bot's standing in a group changed: a desk that it may no longer work in moves back to the private chat. */
export async function followStanding(
  tx: Tx,
  chatId: ChatId,
  standing: ChatMember,
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk?.kind !== 'forum' || desk.chatId !== chatId) return;
  if (standing.status === 'administrator' && standing.can_manage_topics) return;
  await fallBackToPrivateDesk(tx, desk, services);
}
