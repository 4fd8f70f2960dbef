import type { Selectable } from 'kysely';
import type { ChatId, ChatMessageId, MessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { MessageLink } from '../message.ts';
import type { MessageLinkTable } from '../tables.ts';

/** Records where a message stands in a chat. A chat message that is known already keeps its first meaning. */
export async function insertLink(tx: Tx, link: MessageLink, now: number): Promise<void> {
  await tx.db
    .insertInto('message_link')
    .values({
      message_id: link.messageId,
      side: link.side,
      role: link.role,
      part: link.part,
      chat_id: link.chatId,
      chat_message_id: link.chatMessageId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['chat_id', 'chat_message_id']).doNothing())
    .execute();
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

/** Where a message itself stands on one side (notices left out), first piece first, newest place last. */
export async function linksOf(
  reader: Reader,
  messageId: MessageId,
  side: 'fan' | 'desk',
): Promise<MessageLink[]> {
  const rows = await reader.db
    .selectFrom('message_link')
    .selectAll()
    .where('message_id', '=', messageId)
    .where('side', '=', side)
    .where('role', '<>', 'notice')
    .orderBy('part')
    .orderBy('id')
    .execute();
  return rows.map(toLink);
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
