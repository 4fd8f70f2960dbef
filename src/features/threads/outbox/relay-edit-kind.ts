import { markRepeated } from '#src/telegram/outbox/mark-repeated.ts';
import type { OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import { enqueueRelay } from '../services/enqueue-rows.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { deleteLink, insertLink, linksOf, piecesAt } from '../queries/link-rows.ts';
import { isFirstOfAlbum, messageById, updateDelivery } from '../queries/message-rows.ts';
import { addressedTo } from '../rules/addressed-to.ts';
import { editOfPiece, relayPieces } from '../rules/relay-pieces.ts';
import type { RelayView } from '../rules/relay-pieces.ts';
import type { StoredMessage } from '../message.ts';
import type { Tx } from '#src/storage/reader.ts';
import { withMerged } from './merge-relays.ts';
import { relayEditRef } from './refs.ts';
import { relayViewOf } from './relay-view.ts';
import { sentIds } from './sent-ids.ts';
import { prepareTopic } from './topic.ts';

/**
 * One piece of a relay follows the fan's edit: it is edited, or sent when the text has grown by a piece, or deleted when
 * it has shrunk by one. A relay that cannot be edited any more is sent afresh, marked as edited.
 */
export const relayEditKind: OutboxKind = {
  kind: 'relay-edit',
  marksRepeats: true,

  async prepare(tx, row, services): Promise<Prepared> {
    const ref = relayEditRef(row);
    const message = await messageById(tx, ref.messageId);
    const desk = await activeDesk(tx);
    if (message?.delivery !== 'delivered' || desk?.chatId !== row.chatId) return { do: 'drop' };
    const links = await piecesAt(tx, message.id, desk.chatId);
    const link = links[ref.part];
    // At a desk that moved meanwhile nothing of it stands yet.
    const shownAs = {
      edited: links.length === 0,
      repeated: row.repeated && !link && ref.part === 0,
    };
    const view = await relayViewOf(tx, message, desk, shownAs, services);
    const whole = await withMerged(tx, message, 'keep', view.name.length);
    const piece = relayPieces(whole, await asShown(tx, message, view))[ref.part];
    const chat = { chat_id: desk.chatId };
    if (piece && link) {
      const edit = editOfPiece(piece, whole, ref.mediaChanged);
      if (!edit) return { do: 'drop' };
      const payload = { ...chat, message_id: link.chatMessageId, ...edit.payload };
      return { do: 'call', call: { method: edit.method, payload } };
    }
    if (link) {
      const payload = { ...chat, message_id: link.chatMessageId };
      return { do: 'call', call: { method: 'deleteMessage', payload } };
    }
    if (!piece) return { do: 'drop' };
    const topic = await prepareTopic(tx, desk, message.threadId, services);
    if (topic.missing) return topic.missing;
    const shown =
      row.repeated && ref.part > 0 ? markRepeated(piece, view.t('threads-mark-repeated')) : piece;
    return { do: 'call', call: addressedTo(desk, topic.topicId, shown) };
  },

  async onSent(tx, row, result, services) {
    const ref = relayEditRef(row);
    if (row.chatId === null) return;
    const link = (await piecesAt(tx, ref.messageId, row.chatId))[ref.part];
    if (row.method === 'deleteMessage' && link) await deleteLink(tx, link);
    if (row.method !== 'sendMessage' && row.method !== 'copyMessage') return;
    const [chatMessageId] = sentIds(result);
    if (chatMessageId === undefined) return;
    const { messageId } = ref;
    const place = { chatId: row.chatId, chatMessageId };
    await insertLink(
      tx,
      { messageId, side: 'desk', role: 'copy', part: ref.part, ...place },
      services.clock.now(),
    );
  },

  async onFailed(tx, row, failure, services) {
    const ref = relayEditRef(row);
    const afresh = failure.reason === 'message-missing' || failure.reason === 'cannot-edit';
    const message = await messageById(tx, ref.messageId);
    const desk = await activeDesk(tx);
    if (!afresh || ref.part > 0 || !message || !desk) return 'ended';
    for (const link of await linksOf(tx, message.id, 'desk')) await deleteLink(tx, link);
    await updateDelivery(tx, [message.id], 'queued');
    await enqueueRelay(
      tx,
      services.clock.now(),
      desk,
      { id: message.id, threadId: message.threadId, albumId: null },
      { edited: true },
    );
    return 'ended';
  },
};

/** In an album only the first part carries the name, and none has buttons. */
async function asShown(tx: Tx, message: StoredMessage, view: RelayView): Promise<RelayView> {
  if (message.albumId === null) return view;
  const first = await isFirstOfAlbum(tx, message);
  return { ...view, buttons: false, named: view.named && first };
}
