import type { ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import type { StoredMessage } from '../message.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { insertLink, linksOf } from '../queries/link-rows.ts';
import { messageById, queuedAlbum, updateDelivery } from '../queries/message-rows.ts';
import { albumPieces, relayPieces } from '../rules/relay-pieces.ts';
import type { Desk } from '../thread.ts';
import { relayRef } from './refs.ts';
import type { RelayRef } from './refs.ts';
import { relayFailed } from './relay-failed.ts';
import { relayViewOf } from './relay-view.ts';
import { sentIds } from './sent-ids.ts';
import { prepareTopic } from './topic.ts';

/**
 * A fan's message on its way to the desk. The desk, the topic and the text are those of the moment of sending: a desk
 * that moved takes waiting relays along, and an edit made while waiting needs no call of its own.
 *
 * Every part of an album has a row; the first one whose turn comes sends all that have arrived, the others then find
 * their message delivered and are dropped. Pieces of an overlong text go first one by one; which are there is known
 * from their links.
 */
export const relayKind: OutboxKind = {
  kind: 'relay',

  async prepare(tx, row, services): Promise<Prepared> {
    const ref = relayRef(row);
    const message = await messageById(tx, ref.messageId);
    if (message?.delivery !== 'queued') return { do: 'drop' };
    const desk = await activeDesk(tx);
    if (!desk) {
      await updateDelivery(tx, [message.id], 'waiting');
      return { do: 'drop' };
    }
    const topic = await prepareTopic(tx, desk, message.threadId, services);
    if (topic.missing) return topic.missing;

    const view = await relayViewOf(tx, message, desk, { ...ref, repeated: row.repeated }, services);
    const album = await albumOf(tx, message, ref);
    const pieces = album ? albumPieces(album, view) : relayPieces(message, view);
    const there = await piecesThere(tx, message, desk);
    const piece = pieces[there];
    if (!piece) {
      await updateDelivery(tx, [message.id], 'delivered');
      return { do: 'drop' };
    }
    const addressed = toDesk(piece, desk, topic.topicId);
    if (there === pieces.length - 1) return { do: 'call', call: addressed };
    return {
      do: 'first',
      call: addressed,
      done: async (later, result) => {
        await linkPieces(later, [message], desk, there, sentIds(result), services);
      },
    };
  },

  async onSent(tx, row, result, services) {
    const ref = relayRef(row);
    const message = await messageById(tx, ref.messageId);
    const desk = await activeDesk(tx);
    if (!message || !desk || row.chatId === null) return;
    const sentTo = { ...desk, chatId: row.chatId };
    const ids = sentIds(result);
    const album =
      ids.length > 1 ? await queuedAlbum(tx, message.threadId, message.albumId ?? '') : null;
    const sent = album ? album.slice(0, ids.length) : [message];
    await linkPieces(tx, sent, sentTo, await piecesThere(tx, message, sentTo), ids, services);
    const delivered = sent.map((part) => part.id);
    await updateDelivery(tx, delivered, 'delivered');
  },

  onFailed: relayFailed,
};

async function albumOf(
  tx: Tx,
  message: StoredMessage,
  options: RelayRef,
): Promise<StoredMessage[] | null> {
  if (message.albumId === null || options.inWords || options.edited) return null;
  const parts = (await queuedAlbum(tx, message.threadId, message.albumId)).slice(0, 10);
  return parts.length > 1 ? parts : null;
}

async function piecesThere(tx: Tx, message: StoredMessage, desk: Desk): Promise<number> {
  const links = await linksOf(tx, message.id, 'desk');
  return links.filter((link) => link.chatId === desk.chatId).length;
}

async function linkPieces(
  tx: Tx,
  messages: readonly StoredMessage[],
  desk: Desk,
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
        chatId: desk.chatId,
        chatMessageId,
      },
      now,
    );
  }
}

function toDesk(piece: ApiCall, desk: Desk, topicId: number | null): ApiCall {
  return {
    method: piece.method,
    payload: {
      chat_id: desk.chatId,
      ...(topicId === null ? {} : { message_thread_id: topicId }),
      ...piece.payload,
    },
  };
}
