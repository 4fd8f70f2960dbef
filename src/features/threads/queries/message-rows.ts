import type { Selectable } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
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

type NewColumns = Omit<NewMessage, 'content'> & { readonly albumId: string | null } & ReturnType<
    typeof contentColumns
  >;

const insertion = statement((db, given: NewColumns) =>
  db.insertInto('message').values({
    thread_id: given.threadId,
    direction: given.direction,
    actor: given.actor,
    author_user_id: given.authorUserId,
    kind: given.kind,
    text: given.text,
    entities: given.entities,
    media: given.media,
    album_id: given.albumId,
    answers_message_id: given.answersMessageId,
    delivery: given.delivery,
    merged_into: null,
    fan_reaction: null,
    creator_reaction: null,
    sent_at: given.sentAt,
    edited_at: null,
    deleted_at: null,
  }),
);

/** Inserts a message. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<MessageId> {
  const { content } = message;
  const id = await insertion.insert(tx, {
    ...message,
    ...contentColumns(content),
    albumId: content.albumId,
  });
  return id as MessageId;
}

const selectById = statement((db, given: { id: MessageId }) =>
  db.selectFrom('message').selectAll().where('id', '=', given.id),
);

/** The message with this id. */
export async function messageById(
  reader: Reader,
  id: MessageId,
): Promise<StoredMessage | undefined> {
  const row = await selectById.first(reader, { id });
  return row && toMessage(row);
}

/** What this message says now; undefined when it was deleted or taken back. */
export async function textOf(reader: Reader, id: MessageId): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('message')
    .select('text')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.text;
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

const setDelivery = statement((db, given: { id: MessageId; delivery: Delivery }) =>
  db.updateTable('message').set({ delivery: given.delivery }).where('id', '=', given.id),
);

/** Records how far messages have come. */
export async function updateDelivery(
  tx: Tx,
  ids: readonly MessageId[],
  delivery: Delivery,
): Promise<void> {
  for (const id of ids) await setDelivery.run(tx, { id, delivery });
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

/** The newest message of a thread. */
export async function lastMessageId(
  reader: Reader,
  threadId: ThreadId,
): Promise<MessageId | undefined> {
  const row = await reader.db
    .selectFrom('message')
    .select('id')
    .where('thread_id', '=', threadId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The newest messages of a thread that were not taken back, newest first. */
export async function lastMessages(
  reader: Reader,
  threadId: ThreadId,
  limit: number,
): Promise<StoredMessage[]> {
  const rows = await reader.db
    .selectFrom('message')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toMessage);
}

/** When the first and the last of these messages were sent, epoch ms; undefined when none of them is there. */
export async function sentBetween(
  reader: Reader,
  ids: readonly MessageId[],
): Promise<{ from: number; to: number } | undefined> {
  const { from, to } = await reader.db
    .selectFrom('message')
    .select((eb) => [eb.fn.min('sent_at').as('from'), eb.fn.max('sent_at').as('to')])
    .where('id', 'in', ids)
    .$castTo<{ from: number | null; to: number | null }>()
    .executeTakeFirstOrThrow();
  return from === null || to === null ? undefined : { from, to };
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

/** A message's row as a message. */
export function toMessage(row: Selectable<MessageTable>): StoredMessage {
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
    mergedInto: row.merged_into,
    fanReaction: row.fan_reaction,
    creatorReaction: row.creator_reaction,
    sentAt: row.sent_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
  };
}
