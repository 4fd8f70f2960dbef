import type { Selectable } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Delivery, MessageContent, StoredMessage } from '../message.ts';
import type { MessageTable } from '../tables.ts';

/** What is known of a new message beside its content. */
export interface NewMessage {
  readonly threadId: ThreadId;
  readonly direction: 'in' | 'out';
  readonly actor: Actor;
  readonly authorUserId: UserId | null;
  readonly content: MessageContent;
  readonly answersMessageId: MessageId | null;
  readonly delivery: Delivery;
  readonly sentAt: number;
}

/** Inserts a message. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<MessageId> {
  const row = await tx.db
    .insertInto('message')
    .values({
      thread_id: message.threadId,
      direction: message.direction,
      actor: message.actor,
      author_user_id: message.authorUserId,
      ...contentColumns(message.content),
      album_id: message.content.albumId,
      answers_message_id: message.answersMessageId,
      delivery: message.delivery,
      fan_reaction: null,
      creator_reaction: null,
      sent_at: message.sentAt,
      edited_at: null,
      deleted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The message with this id. */
export async function messageById(
  reader: Reader,
  id: MessageId,
): Promise<StoredMessage | undefined> {
  const row = await reader.db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toMessage(row);
}

/** Puts new content in place of a message's old one. */
export async function updateContent(
  tx: Tx,
  id: MessageId,
  content: MessageContent,
  editedAt: number,
): Promise<void> {
  await tx.db
    .updateTable('message')
    .set({ ...contentColumns(content), edited_at: editedAt })
    .where('id', '=', id)
    .execute();
}

/** Records how far messages have come. */
export async function updateDelivery(
  tx: Tx,
  ids: readonly MessageId[],
  delivery: Delivery,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.updateTable('message').set({ delivery }).where('id', 'in', ids).execute();
}

/** Records the reaction that one side gave; null takes it away. */
export async function updateReaction(
  tx: Tx,
  id: MessageId,
  by: 'fan' | 'creator',
  emoji: string | null,
): Promise<void> {
  await tx.db
    .updateTable('message')
    .set(by === 'fan' ? { fan_reaction: emoji } : { creator_reaction: emoji })
    .where('id', '=', id)
    .execute();
}

/** Records that the creator wants a message taken back: from now on it does not leave any more. */
export async function updateDeleted(tx: Tx, id: MessageId, now: number): Promise<void> {
  await tx.db.updateTable('message').set({ deleted_at: now }).where('id', '=', id).execute();
}

/** Records that a message was taken back. */
export async function updateWithdrawn(tx: Tx, id: MessageId, now: number): Promise<void> {
  await tx.db
    .updateTable('message')
    .set({ delivery: 'withdrawn', deleted_at: now })
    .where('id', '=', id)
    .execute();
}

/** The parts of an album that are still on their way, oldest first. */
export async function queuedAlbum(
  reader: Reader,
  threadId: ThreadId,
  albumId: string,
): Promise<StoredMessage[]> {
  const rows = await reader.db
    .selectFrom('message')
    .selectAll()
    .where('album_id', '=', albumId)
    .where('thread_id', '=', threadId)
    .where('delivery', '=', 'queued')
    .orderBy('id')
    .execute();
  return rows.map(toMessage);
}

/** The message and, for an album, all parts of it that have come equally far. */
export async function albumInDelivery(
  reader: Reader,
  message: StoredMessage,
): Promise<MessageId[]> {
  if (message.albumId === null) return [message.id];
  const rows = await reader.db
    .selectFrom('message')
    .select('id')
    .where('album_id', '=', message.albumId)
    .where('thread_id', '=', message.threadId)
    .where('delivery', '=', message.delivery)
    .execute();
  return rows.map((row) => row.id);
}

/** Whether no earlier part of this message's album is known. */
export async function isFirstOfAlbum(reader: Reader, message: StoredMessage): Promise<boolean> {
  const row = await reader.db
    .selectFrom('message')
    .select('id')
    .where('album_id', '=', message.albumId)
    .where('thread_id', '=', message.threadId)
    .where('id', '<', message.id)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** The thread that an album of the creator's goes to, when an earlier part of it is known. */
export async function threadOfAlbum(
  reader: Reader,
  albumId: string,
): Promise<ThreadId | undefined> {
  const row = await reader.db
    .selectFrom('message')
    .select('thread_id')
    .where('album_id', '=', albumId)
    .where('direction', '=', 'out')
    .limit(1)
    .executeTakeFirst();
  return row?.thread_id;
}

/** Messages of fans that wait for a desk, oldest first, with the thread they belong to. */
export async function messagesWithoutDesk(
  reader: Reader,
): Promise<{ id: MessageId; threadId: ThreadId; albumId: string | null }[]> {
  const rows = await reader.db
    .selectFrom('message')
    .select(['id', 'thread_id', 'album_id'])
    .where('direction', '=', 'in')
    .where('delivery', '=', 'waiting')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, threadId: row.thread_id, albumId: row.album_id }));
}

/** Whether the fan wrote anything after this message. */
export async function hasLaterFanMessage(reader: Reader, message: StoredMessage): Promise<boolean> {
  const row = await reader.db
    .selectFrom('message')
    .select('id')
    .where('thread_id', '=', message.threadId)
    .where('id', '>', message.id)
    .where('direction', '=', 'in')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many messages a thread holds, by direction. */
export async function countMessages(
  reader: Reader,
  threadId: ThreadId,
): Promise<{ in: number; out: number }> {
  const rows = await reader.db
    .selectFrom('message')
    .select(['direction', (eb) => eb.fn.countAll<number>().as('count')])
    .where('thread_id', '=', threadId)
    .groupBy('direction')
    .execute();
  const counts = { in: 0, out: 0 };
  for (const row of rows) counts[row.direction] = row.count;
  return counts;
}

function contentColumns(content: MessageContent) {
  return {
    kind: content.kind,
    text: content.text,
    entities: content.entities.length > 0 ? JSON.stringify(content.entities) : null,
    media: content.attachment ? JSON.stringify(content.attachment) : null,
  };
}

function toMessage(row: Selectable<MessageTable>): StoredMessage {
  return {
    id: row.id,
    threadId: row.thread_id,
    direction: row.direction,
    actor: row.actor,
    kind: row.kind,
    text: row.text,
    entities: row.entities === null ? [] : JSON.parse(row.entities),
    attachment: row.media === null ? null : JSON.parse(row.media),
    albumId: row.album_id,
    answersMessageId: row.answers_message_id,
    delivery: row.delivery,
    fanReaction: row.fan_reaction,
    creatorReaction: row.creator_reaction,
    sentAt: row.sent_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
  };
}
