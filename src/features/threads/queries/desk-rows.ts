import type { ChatId, ChatMessageId, DeskId, FanId, ThreadId, TopicId } from '#src/core/ids.ts';
import { sql } from 'kysely';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { Desk, DeskTopic } from '../thread.ts';

const selectActive = statement((db) =>
  db
    .selectFrom('desk')
    .select(['id', 'kind', 'chat_id as chatId', 'title'])
    // A literal: SQLite plans anew for every value bound to a column with a partial index.
    .where('active', '=', sql.lit(1)),
);

/** What `activeDesk` gave in a transaction: it is asked several times for each of its messages. */
const activeDesks = new WeakMap<Reader, { desk: Desk | undefined }>();
/** Transactions that changed a desk: what is undone with a savepoint must not be remembered. */
const changing = new WeakSet<Reader>();

/** The desk in use. */
export async function activeDesk(reader: Reader): Promise<Desk | undefined> {
  const known = activeDesks.get(reader);
  if (known) return known.desk;
  const desk = await selectActive.first(reader, {});
  if (!changing.has(reader)) activeDesks.set(reader, { desk });
  return desk;
}

function deskChanges(tx: Tx): void {
  activeDesks.delete(tx);
  changing.add(tx);
}

/** The desk with this id, active or not. */
export async function deskById(reader: Reader, id: DeskId): Promise<Desk | undefined> {
  return await reader.db
    .selectFrom('desk')
    .select(['id', 'kind', 'chat_id as chatId', 'title'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The desk in this chat that was used last, active or not. */
export async function deskInChat(reader: Reader, chatId: ChatId): Promise<Desk | undefined> {
  return await reader.db
    .selectFrom('desk')
    .select(['id', 'kind', 'chat_id as chatId', 'title'])
    .where('chat_id', '=', chatId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Makes no desk the active one. */
export async function leaveDesks(tx: Tx, now: number): Promise<void> {
  deskChanges(tx);
  await tx.db
    .updateTable('desk')
    .set({ active: 0, left_at: now })
    .where('active', '=', 1)
    .execute();
}

/** Makes a new desk and the active one; no other may be active. */
export async function insertDesk(
  tx: Tx,
  desk: { kind: 'private' | 'forum'; chatId: ChatId; title: string | null },
  now: number,
): Promise<DeskId> {
  deskChanges(tx);
  const row = await tx.db
    .insertInto('desk')
    .values({
      kind: desk.kind,
      chat_id: desk.chatId,
      title: desk.title,
      active: 1,
      created_at: now,
      left_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Makes an earlier desk the active one again, with its topics. */
export async function reactivateDesk(tx: Tx, id: DeskId, title: string | null): Promise<void> {
  deskChanges(tx);
  await tx.db
    .updateTable('desk')
    .set({ active: 1, title, left_at: null })
    .where('id', '=', id)
    .execute();
}

/** Rewrites the chat of desks after a group became a supergroup. */
export async function moveDesks(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  deskChanges(tx);
  await tx.db.updateTable('desk').set({ chat_id: to }).where('chat_id', '=', from).execute();
}

const selectTopicOf = statement((db, given: { deskId: DeskId; threadId: ThreadId }) =>
  selectTopic(db).where('desk_id', '=', given.deskId).where('thread_id', '=', given.threadId),
);

/** The topic of a thread in a desk. */
export async function topicOf(
  reader: Reader,
  deskId: DeskId,
  threadId: ThreadId,
): Promise<DeskTopic | undefined> {
  return await selectTopicOf.first(reader, { deskId, threadId });
}

/** The thread that a desk's topic belongs to. */
export async function topicAt(
  reader: Reader,
  deskId: DeskId,
  topicId: TopicId,
): Promise<DeskTopic | undefined> {
  return await selectTopic(reader.db)
    .where('desk_id', '=', deskId)
    .where('topic_id', '=', topicId)
    .executeTakeFirst();
}

/** Records a thread's topic in a desk; a later one takes the place of a lost one. */
export async function insertTopic(
  tx: Tx,
  topic: { deskId: DeskId; threadId: ThreadId; topicId: TopicId; name: string },
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('desk_topic')
    .values({
      desk_id: topic.deskId,
      thread_id: topic.threadId,
      topic_id: topic.topicId,
      name: topic.name,
      card_chat_message_id: null,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['desk_id', 'thread_id']).doUpdateSet({
        topic_id: topic.topicId,
        name: topic.name,
        card_chat_message_id: null,
        created_at: now,
      }),
    )
    .execute();
}

/** Records the card in a topic. */
export async function updateTopicCard(
  tx: Tx,
  deskId: DeskId,
  threadId: ThreadId,
  card: ChatMessageId,
): Promise<void> {
  await tx.db
    .updateTable('desk_topic')
    .set({ card_chat_message_id: card })
    .where('desk_id', '=', deskId)
    .where('thread_id', '=', threadId)
    .execute();
}

/** The pinned cards of these fans in a desk no longer say what is so. */
export async function markStale(tx: Tx, deskId: DeskId, fanIds: readonly FanId[]): Promise<void> {
  await tx.db
    .updateTable('desk_topic')
    .set({ card_stale: 1 })
    .where('desk_id', '=', deskId)
    .where('card_chat_message_id', 'is not', null)
    .where('thread_id', 'in', (threads) =>
      threads
        .selectFrom('thread')
        .select('thread.id')
        .where(
          'thread.fan_id',
          'in',
          sql<FanId>`(select value from json_each(${JSON.stringify(fanIds)}))`,
        ),
    )
    .execute();
}

/** How many pinned cards in a desk are to be brought up to date, up to `most`. */
export async function countStale(reader: Reader, deskId: DeskId, most: number): Promise<number> {
  const row = await reader.db
    .selectFrom((eb) =>
      eb
        .selectFrom('desk_topic')
        .select('thread_id')
        .where('desk_id', '=', deskId)
        .where('card_stale', '=', sql.lit(1))
        .limit(most)
        .as('stale'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Threads whose pinned card in a desk is to be brought up to date, `limit` at most; they count as done with this. */
export async function takeStale(tx: Tx, deskId: DeskId, limit: number): Promise<ThreadId[]> {
  const rows = await tx.db
    .selectFrom('desk_topic')
    .select('thread_id')
    .where('desk_id', '=', deskId)
    .where('card_stale', '=', sql.lit(1))
    .orderBy('thread_id')
    .limit(limit)
    .execute();
  const threads = rows.map((row) => row.thread_id);
  if (threads.length === 0) return [];
  await tx.db
    .updateTable('desk_topic')
    .set({ card_stale: 0 })
    .where('desk_id', '=', deskId)
    .where('thread_id', 'in', threads)
    .execute();
  return threads;
}

/** Forgets a topic that is no longer there. */
export async function deleteTopic(tx: Tx, deskId: DeskId, threadId: ThreadId): Promise<void> {
  await tx.db
    .deleteFrom('desk_topic')
    .where('desk_id', '=', deskId)
    .where('thread_id', '=', threadId)
    .execute();
}

function selectTopic(db: Pick<Reader['db'], 'selectFrom'>) {
  return db
    .selectFrom('desk_topic')
    .select([
      'thread_id as threadId',
      'topic_id as topicId',
      'name',
      'card_chat_message_id as cardChatMessageId',
    ]);
}
