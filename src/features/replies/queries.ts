import type { Selectable } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { ChatId, ChatMessageId, MessageId, SavedReplyId, UserId } from '#src/core/ids.ts';
import type { MessageContent } from '#src/features/threads/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { SavedReply } from './saved-reply.ts';
import type { SavedReplyTable } from './tables.ts';

/** How many replies are saved. */
export async function countReplies(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('saved_reply')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One page of the saved replies, most used first. */
export async function repliesPage(
  reader: Reader,
  page: { limit: number; offset: number },
): Promise<SavedReply[]> {
  const rows = await reader.db
    .selectFrom('saved_reply')
    .selectAll()
    .orderBy('used_count', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(toReply);
}

/** The saved reply with this id. */
export async function replyById(reader: Reader, id: SavedReplyId): Promise<SavedReply | undefined> {
  const row = await reader.db
    .selectFrom('saved_reply')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toReply(row);
}

/** The saved reply under this key. */
export async function replyByKey(reader: Reader, key: string): Promise<SavedReply | undefined> {
  const row = await reader.db
    .selectFrom('saved_reply')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toReply(row);
}

/** A reply to be saved. */
export interface NewReply {
  readonly key: string;
  readonly name: string;
  readonly content: MessageContent;
  readonly actor: Actor;
  readonly author: UserId;
}

/** Saves a reply under a key that is free. */
export async function insertReply(tx: Tx, reply: NewReply, now: number): Promise<SavedReplyId> {
  const row = await tx.db
    .insertInto('saved_reply')
    .values({
      key: reply.key,
      name: reply.name,
      ...contentColumns(reply.content),
      actor: reply.actor,
      author_user_id: reply.author,
      used_at: null,
      created_at: now,
      changed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Puts other content under a saved reply's name. */
export async function updateReplyContent(
  tx: Tx,
  id: SavedReplyId,
  content: MessageContent,
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('saved_reply')
    .set({ ...contentColumns(content), changed_at: now })
    .where('id', '=', id)
    .execute();
}

/** Gives a saved reply another name, whose key is free. */
export async function updateReplyName(
  tx: Tx,
  id: SavedReplyId,
  name: { key: string; name: string },
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('saved_reply')
    .set({ ...name, changed_at: now })
    .where('id', '=', id)
    .execute();
}

/** Counts that a saved reply was sent. */
export async function countUse(tx: Tx, id: SavedReplyId, now: number): Promise<void> {
  await tx.db
    .updateTable('saved_reply')
    .set((eb) => ({ used_count: eb('used_count', '+', 1), used_at: now }))
    .where('id', '=', id)
    .execute();
}

/** Removes a saved reply; false when it is not there. */
export async function deleteReply(tx: Tx, id: SavedReplyId): Promise<boolean> {
  const gone = await tx.db.deleteFrom('saved_reply').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** The message that was sent last from a preview at this place; 0 for none. */
export async function sentFrom(
  reader: Reader,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
): Promise<MessageId | 0> {
  const row = await reader.db
    .selectFrom('saved_reply_sent')
    .select('message_id')
    .where('chat_id', '=', place.chatId)
    .where('chat_message_id', '=', place.chatMessageId)
    .executeTakeFirst();
  return row?.message_id ?? 0;
}

/** Records that the preview at this place was sent as this message. */
export async function putSent(
  tx: Tx,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  messageId: MessageId,
): Promise<void> {
  await tx.db
    .insertInto('saved_reply_sent')
    .values({
      chat_id: place.chatId,
      chat_message_id: place.chatMessageId,
      message_id: messageId,
    })
    .onConflict((conflict) =>
      conflict.columns(['chat_id', 'chat_message_id']).doUpdateSet({ message_id: messageId }),
    )
    .execute();
}

function contentColumns(content: MessageContent) {
  return {
    kind: content.kind,
    text: content.text,
    entities: content.entities.length > 0 ? JSON.stringify(content.entities) : null,
    media: content.attachment ? JSON.stringify(content.attachment) : null,
  };
}

function toReply(row: Selectable<SavedReplyTable>): SavedReply {
  return {
    id: row.id,
    name: row.name,
    content: {
      kind: row.kind,
      text: row.text,
      entities: row.entities === null ? [] : JSON.parse(row.entities),
      attachment: row.media === null ? null : JSON.parse(row.media),
      albumId: null,
    },
    usedCount: row.used_count,
  };
}
