import type { Selectable } from 'kysely';
import type { ChatId, ChatMessageId, MessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { MessageLink, StoredMessage } from '../message.ts';
import type { MessageLinkTable } from '../tables.ts';

const insertion = statement((db, given: MessageLink & { readonly now: number }) =>
  db
    .insertInto('message_link')
    .values({
      message_id: given.messageId,
      side: given.side,
      role: given.role,
      part: given.part,
      chat_id: given.chatId,
      chat_message_id: given.chatMessageId,
      created_at: given.now,
    })
    .onConflict((conflict) => conflict.columns(['chat_id', 'chat_message_id']).doNothing()),
);

/** Records where a message stands in a chat. A chat message that is known already keeps its first meaning. */
export async function insertLink(tx: Tx, link: MessageLink, now: number): Promise<void> {
  await insertion.run(tx, { ...link, now });
}

/** What stands at this place in this chat. */
export async function linkAt(
  reader: Reader,
  chatId: ChatId,
  chatMessageId: ChatMessageId,
): Promise<MessageLink | undefined> {
  const row = await reader.db
    .selectFrom('message_link')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('chat_message_id', '=', chatMessageId)
    .executeTakeFirst();
  return row && toLink(row);
}

const selectOfMessage = statement((db, given: { messageId: MessageId; side: 'fan' | 'desk' }) =>
  db
    .selectFrom('message_link')
    .selectAll()
    .where('message_id', '=', given.messageId)
    .where('side', '=', given.side)
    .where('role', '<>', 'notice')
    .orderBy('part')
    .orderBy('created_at')
    .orderBy('chat_message_id'),
);

/** Where a message itself stands on one side (notices left out), first piece first, newest place last. */
export async function linksOf(
  reader: Reader,
  messageId: MessageId,
  side: 'fan' | 'desk',
): Promise<MessageLink[]> {
  const rows = await selectOfMessage.all(reader, { messageId, side });
  return rows.map(toLink);
}

/** Where a message itself stands in this chat of the desk: its pieces, first one first. */
export async function piecesAt(
  reader: Reader,
  messageId: MessageId,
  chatId: ChatId,
): Promise<MessageLink[]> {
  const links = await linksOf(reader, messageId, 'desk');
  return links.filter((link) => link.chatId === chatId);
}

/** Where a message can be seen on one side: one that went to the desk with another stands there with it. */
export async function placesOf(
  reader: Reader,
  message: Pick<StoredMessage, 'id' | 'delivery' | 'mergedInto'>,
  side: 'fan' | 'desk',
): Promise<MessageLink[]> {
  const root = message.delivery === 'merged' && side === 'desk' ? message.mergedInto : null;
  return await linksOf(reader, root ?? message.id, side);
}

/** Forgets where a message stood. */
export async function deleteLink(tx: Tx, link: MessageLink): Promise<void> {
  await tx.db
    .deleteFrom('message_link')
    .where('chat_id', '=', link.chatId)
    .where('chat_message_id', '=', link.chatMessageId)
    .execute();
}

/** Rewrites the chat of all links after a group became a supergroup. */
export async function moveLinks(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  await tx.db
    .updateTable('message_link')
    .set({ chat_id: to })
    .where('chat_id', '=', from)
    .execute();
}

function toLink(row: Selectable<MessageLinkTable>): MessageLink {
  return {
    messageId: row.message_id,
    side: row.side,
    role: row.role,
    part: row.part,
    chatId: row.chat_id,
    chatMessageId: row.chat_message_id,
  };
}
