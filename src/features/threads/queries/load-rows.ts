import { sql } from 'kysely';
import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { ThreadLoad } from '../rules/desk-mode.ts';
import type { WaitingThread } from '../rules/rank-waiting.ts';
import type { Desk } from '../thread.ts';

// `delivery <> 'delivered'` stands in each statement as it is: SQLite uses a partial index only when it can read its
// condition there.

/** More messages than these are not looked at for a decision: so many never fit. */
const mostForDecision = 1_000;

/** What is on its way to the desk by thread; with `waiting` also what is gathered in its digest. */
export async function deskLoad(
  reader: Reader,
  desk: Desk,
  deliveries: readonly ('queued' | 'waiting')[],
): Promise<ThreadLoad[]> {
  const alone = sql<string | null>`case when kind <> 'text' or answers_message_id is not null
    then coalesce(album_id, cast(id as text)) end`;
  const rows = await reader.db
    .selectFrom((open) =>
      open
        .selectFrom('message')
        .select(['id', 'thread_id', 'text', alone.as('alone')])
        .where('delivery', '<>', sql.lit('delivered'))
        .where('delivery', 'in', deliveries)
        .where('direction', '=', 'in')
        .limit(mostForDecision)
        .as('open_message'),
    )
    .leftJoin('desk_topic', (join) =>
      join
        .onRef('desk_topic.thread_id', '=', 'open_message.thread_id')
        .on('desk_topic.desk_id', '=', desk.id),
    )
    .select([
      sql<number>`sum(case when alone is null then 1 else 0 end)`.as('texts'),
      sql<number>`sum(case when alone is null then length(text) + 2 else 0 end)`.as('units'),
      sql<number>`count(distinct alone)`.as('others'),
      sql<number>`count(desk_topic.topic_id)`.as('topics'),
    ])
    .groupBy('open_message.thread_id')
    .execute();
  return rows.map(({ texts, units, others, topics }) => ({
    texts,
    units,
    others,
    needsTopic: desk.kind === 'forum' && topics === 0,
  }));
}

/** Whether any message of a fan is on its way to the desk. */
export async function hasQueuedRelays(reader: Reader): Promise<boolean> {
  const row = await reader.db
    .selectFrom('message')
    .select('id')
    .where('delivery', '<>', sql.lit('delivered'))
    .where('delivery', '=', 'queued')
    .where('direction', '=', 'in')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Everything on its way to the desk waits from now on, but for threads with a relay in a call, whose end decides about
 * the rest, for those that the creator opened, and for those with a relay that may be there already: only its own row
 * knows that it must say so. Messages that were to go as one go their own ways again.
 */
export async function holdBackQueued(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('message')
    .set({ delivery: 'waiting', merged_into: null })
    .where('delivery', '<>', sql.lit('delivered'))
    .where('delivery', '=', 'queued')
    .where('direction', '=', 'in')
    .where('thread_id', 'not in', (calling) =>
      calling
        .selectFrom('outbox')
        .select(threadOfRow.as('threadId'))
        .where('state', '=', sql.lit('sending'))
        .where('kind', '=', 'relay'),
    )
    .where('thread_id', 'not in', (opened) =>
      opened
        .selectFrom('outbox')
        .select(threadOfRow.as('threadId'))
        .where('state', '=', sql.lit('queued'))
        .where((row) => row('priority', '=', priority.reply).or('repeated', '=', 1))
        .where('kind', '=', 'relay'),
    )
    .execute();
}

/** Messages with a relay that waits to be repeated: they may be at the desk already. */
export async function messagesMaybeThere(reader: Reader): Promise<ReadonlySet<MessageId>> {
  const rows = await reader.db
    .selectFrom('outbox')
    .select(sql<MessageId>`json_extract(ref, '$.messageId')`.as('messageId'))
    .where('state', '=', sql.lit('queued'))
    .where('kind', '=', 'relay')
    .where('repeated', '=', 1)
    .execute();
  return new Set(rows.map(({ messageId }) => messageId));
}

const threadOfRow = sql<ThreadId>`coalesce(json_extract(ref, '$.threadId'), 0)`;

/** Fans who wait for an answer and have messages that wait, blocked and deleted accounts left out. In no order. */
export async function waitingThreads(reader: Reader): Promise<WaitingThread[]> {
  const rows = await reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select((of) => [
      'thread.id as threadId',
      'thread.fan_id as fanId',
      'thread.waiting_since as waitingSince',
      'thread.last_reply_at as lastReplyAt',
      of.fn.countAll<number>().as('messages'),
    ])
    .where('message.delivery', '<>', sql.lit('delivered'))
    .where('message.delivery', '=', 'waiting')
    .where('message.direction', '=', 'in')
    .where('thread.waiting_since', 'is not', null)
    .where('fan.reach', '=', 'open')
    .groupBy('thread.id')
    .execute();
  return rows.map(({ lastReplyAt, ...row }) => ({
    ...row,
    waitingSince: row.waitingSince ?? 0,
    isNew: lastReplyAt === null,
  }));
}

/** A message to be relayed. */
export interface UnrelayedMessage {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly albumId: string | null;
}

/** Messages of fans that wait, oldest first; `limit` -1 for all. */
export async function waitingMessages(reader: Reader, limit: number): Promise<UnrelayedMessage[]> {
  return await selectUnrelayed(reader).where('delivery', '=', 'waiting').limit(limit).execute();
}

/** Messages of a thread that wait or are on their way, oldest first. */
export async function unrelayedMessages(
  reader: Reader,
  threadId: ThreadId,
): Promise<UnrelayedMessage[]> {
  return await selectUnrelayed(reader)
    .where('delivery', 'in', ['waiting', 'queued'])
    .where('thread_id', '=', threadId)
    .execute();
}

function selectUnrelayed(reader: Reader) {
  return reader.db
    .selectFrom('message')
    .select(['id', 'thread_id as threadId', 'album_id as albumId'])
    .where('delivery', '<>', sql.lit('delivered'))
    .where('direction', '=', 'in')
    .orderBy('id');
}
