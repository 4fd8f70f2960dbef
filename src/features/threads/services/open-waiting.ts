import type { ChatId, ChatMessageId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { activeDesk, deskInChat } from '../queries/desk-rows.ts';
import { pressureOf, updatePressure } from '../queries/pressure-rows.ts';
import { gathers } from './ease-desk.ts';
import { touchDigest } from './keep-digest.ts';
import { releaseThread } from './release-waiting.ts';

/**
 * The creator turns to a fan of the digest, by its button or by answering: all that waits of theirs is relayed before
 * everything else. False when nothing of theirs is in a digest.
 */
export async function openWaiting(
  tx: Tx,
  threadId: ThreadId,
  services: Services,
): Promise<boolean> {
  const desk = await activeDesk(tx);
  if (!desk || !(await gathers(tx, desk))) return false;
  const opened = await releaseThread(tx, desk, threadId, services);
  await touchDigest(tx, desk.id, services);
  return opened > 0;
}

/** The creator turns to another page of the digest at this place; false when it is not the live one. */
export async function turnPage(
  tx: Tx,
  page: number,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  services: Services,
): Promise<boolean> {
  const desk = await deskInChat(tx, place.chatId);
  const pressure = desk && (await pressureOf(tx, desk.id));
  if (pressure?.digest !== 'live' || pressure.chatMessageId !== place.chatMessageId) return false;
  await updatePressure(tx, pressure.deskId, { page });
  await touchDigest(tx, pressure.deskId, services, services.clock.now());
  return true;
}
