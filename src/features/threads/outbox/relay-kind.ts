import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { markRepeated } from '#src/telegram/outbox/mark-repeated.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { type OutboxRow, priority } from '#src/telegram/outbox/outbox-row.ts';
import type { StoredMessage } from '../message.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { insertLink, piecesAt } from '../queries/link-rows.ts';
import { settleMerged, updateMerged } from '../queries/merge-rows.ts';
import { messageById, queuedAlbum, updateDelivery } from '../queries/message-rows.ts';
import type { DeskMode } from '../rules/desk-mode.ts';
import { albumPieces, relayPieces } from '../rules/relay-pieces.ts';
import { easeDesk } from '../services/ease-desk.ts';
import { touchDigest } from '../services/keep-digest.ts';
import { addressedTo } from '../rules/addressed-to.ts';
import { withMerged } from './merge-relays.ts';
import { relayRef } from './refs.ts';
import type { RelayRef } from './refs.ts';
import { relayFailed } from './relay-failed.ts';
import { relayViewOf } from './relay-view.ts';
import { sentIds } from './sent-ids.ts';
import { prepareTopic } from './topic.ts';
import { bringCard } from './topic-card-kind.ts';

/**
 * A fan's message on its way to the desk. The desk, the topic and the text are those of the moment of sending: a desk
 * that moved takes waiting relays along, and an edit made while waiting needs no call of its own.
 *
 * Every part of an album has a row; the first one whose turn comes sends all that have arrived, the others then find
 * their message delivered and are dropped. Pieces of an overlong text go first one by one; which are there is known
 * from their links.
 *
 * At a desk that falls behind, texts of one fan go as one, or messages wait and are shown in the digest (easeDesk).
 */
export const relayKind: OutboxKind = {
  kind: 'relay',
  marksRepeats: true,

  mayFollow: (row) => relayRef(row).plain === true,

  async prepare(tx, row, services): Promise<Prepared> {
    const ref = relayRef(row);
    const repeated = row.repeated || ref.repeated === true;
    const message = await messageById(tx, ref.messageId);
    // One that goes with an earlier message leaves with that one's row.
    if (message?.delivery !== 'queued' || message.mergedInto !== null) return { do: 'drop' };
    const desk = await activeDesk(tx);
    if (!desk) return await holdBack(tx, message);
    const mode = await easeDesk(tx, desk, services);
    // One that may be there already goes on: only its row knows that it must say so.
    if (mode === 'digest' && row.priority === priority.relay && !repeated) {
      await touchDigest(tx, desk.id, services);
      return await holdBack(tx, message);
    }
    const topic = await prepareTopic(tx, desk, message.threadId, services);
    if (topic.missing) return topic.missing;

    const there = isUntouched(row) ? 0 : (await piecesAt(tx, message.id, desk.chatId)).length;
    const begun = there > 0;
    const shownAs = { ...ref, begun, repeated: repeated && !begun };
    const view = await relayViewOf(tx, message, desk, shownAs, services);
    const album = await albumOf(tx, message, ref);
    const together = howToMerge(ref, mode, begun);
    const pieces = album
      ? albumPieces(album, view)
      : relayPieces(await withMerged(tx, message, together, view.name.length), view);
    const piece = pieces[there];
    if (!piece) {
      await updateDelivery(tx, [message.id], 'delivered');
      await settleMerged(tx, message.id);
      return { do: 'drop' };
    }
    const shown = repeated && begun ? markRepeated(piece, view.t('threads-mark-repeated')) : piece;
    const addressed = addressedTo(desk, topic.topicId, shown);
    if (there === pieces.length - 1) return { do: 'call', call: addressed };
    return {
      do: 'first',
      call: addressed,
      own: true,
      done: async (later, result) => {
        await linkPieces(later, [message], desk.chatId, there, sentIds(result), services);
      },
    };
  },

  async onSent(tx, row, result, services) {
    const ref = relayRef(row);
    const message = await messageById(tx, ref.messageId);
    const desk = await activeDesk(tx);
    if (!message || !desk || row.chatId === null) return;
    const { chatId } = row;
    const ids = sentIds(result);
    const album =
      ids.length > 1 ? await queuedAlbum(tx, message.threadId, message.albumId ?? '') : null;
    const sent = album ? album.slice(0, ids.length) : [message];
    const part = (await piecesAt(tx, message.id, chatId)).length;
    await linkPieces(tx, sent, chatId, part, ids, services);
    const delivered = sent.map((part) => part.id);
    await updateDelivery(tx, delivered, 'delivered');
    if (message.kind === 'text') await settleMerged(tx, message.id);
    if (desk.chatId === row.chatId) await bringCard(tx, desk, message.threadId, services);
  },

  onFailed: relayFailed,
};

/** A new message's row whose turn comes for the first time: nothing of it can be anywhere yet. */
function isUntouched(row: OutboxRow): boolean {
  return (
    relayRef(row).plain === true && row.attempts === 0 && !row.repeated && row.claimedAt === null
  );
}

async function holdBack(tx: Tx, message: StoredMessage): Promise<Prepared> {
  await updateDelivery(tx, [message.id], 'waiting');
  await updateMerged(tx, message.id, []);
  return { do: 'drop' };
}

function howToMerge(ref: RelayRef, mode: DeskMode, begun: boolean): 'merge' | 'alone' | 'keep' {
  if (begun || ref.edited) return 'keep';
  if (ref.alone || ref.inWords) return 'alone';
  return ref.opened || mode === 'merge' ? 'merge' : 'alone';
}

async function albumOf(
  tx: Tx,
  message: StoredMessage,
  options: RelayRef,
): Promise<StoredMessage[] | null> {
  if (message.albumId === null || options.inWords || options.edited) return null;
  const parts = (await queuedAlbum(tx, message.threadId, message.albumId)).slice(0, 10);
  return parts.length > 1 ? parts : null;
}

async function linkPieces(
  tx: Tx,
  messages: readonly StoredMessage[],
  chatId: ChatId,
  part: number,
  ids: readonly ChatMessageId[],
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  for (const [index, message] of messages.entries()) {
    const chatMessageId = ids[index];
    if (chatMessageId === undefined) continue;
    await insertLink(
      tx,
      {
        messageId: message.id,
        side: 'desk',
        role: 'copy',
        part: index === 0 ? part : 0,
        chatId,
        chatMessageId,
      },
      now,
    );
  }
}
