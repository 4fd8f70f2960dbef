import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { moveRows } from '#src/telegram/outbox/move-rows.ts';
import { easeDesk } from './ease-desk.ts';
import { deskLane } from './enqueue-rows.ts';
import { endDigests } from './keep-digest.ts';
import { releaseWaiting } from './release-waiting.ts';
import {
  activeDesk,
  deskInChat,
  insertDesk,
  leaveDesks,
  reactivateDesk,
} from '../queries/desk-rows.ts';
import type { Desk } from '../thread.ts';
import type { MessageRef } from '../outbox/refs.ts';

/** A chat that becomes the desk. */
export interface NewDesk {
  readonly kind: 'private' | 'forum';
  readonly chatId: ChatId;
  readonly title?: string;
}

/** Kinds of rows that go to the desk, wherever it is when their turn comes. */
const deskKinds = ['relay'];

/**
 * Makes this chat the desk. Relays that wait move there, messages that came while there was no desk are queued, and a
 * forum that was the desk before gets its topics back. Nothing happens when it is the desk already.
 */
export async function openDesk(tx: Tx, wanted: NewDesk, services: Services): Promise<void> {
  const current = await activeDesk(tx);
  if (current?.chatId === wanted.chatId && current.kind === wanted.kind) return;
  await endDigests(tx, services);
  const desk = await takeUp(tx, wanted, services.clock.now());
  await moveRows(tx, deskKinds, (ref) => ({
    lane: deskLane(desk, (ref as unknown as MessageRef).threadId),
    chatId: desk.chatId,
  }));
  await releaseWaiting(tx, desk, services);
  await easeDesk(tx, desk, services);
}

async function takeUp(tx: Tx, wanted: NewDesk, now: number): Promise<Desk> {
  await leaveDesks(tx, now);
  const title = wanted.title ?? null;
  const earlier = await deskInChat(tx, wanted.chatId);
  if (earlier?.kind === wanted.kind) {
    await reactivateDesk(tx, earlier.id, title);
    return { ...earlier, title };
  }
  const { kind, chatId } = wanted;
  const id = await insertDesk(tx, { kind, chatId, title }, now);
  return { id, kind, chatId, title };
}
