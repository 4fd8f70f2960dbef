import { sql } from 'kysely';
import type { MessageId, PastAnswerId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { tidyTexts } from '#src/storage/full-text.ts';
import { statement } from '#src/storage/statement.ts';
import type { FanText } from '../rules/question-of.ts';

/** An answer that a person wrote, with whom it went to. */
export interface WrittenReply {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly answersMessageId: MessageId | null;
  readonly text: string;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
}

/** A pair that is to be stored. */
export interface NewPair {
  readonly messageId: MessageId;
  /** The fan's messages in it. */
  readonly parts: readonly MessageId[];
  readonly fanText: string;
  readonly replyText: string;
  readonly words: string;
  readonly reusable: boolean;
  readonly twin: string;
  /** Epoch ms. */
  readonly answeredAt: number;
}

/** A fan's messages that are looked at for one answer. */
const mostBefore = 20;

/** Pairs that say the same are kept so often: should a fan be erased, the next one is still there. */
const mostTwins = 3;

const reply = statement((db, given: { id: MessageId }) =>
  db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select([
      'message.id',
      'message.thread_id as threadId',
      'message.answers_message_id as answersMessageId',
      'message.text',
      'message.sent_at as sentAt',
      'fan.first_name as firstName',
      'fan.last_name as lastName',
      'fan.username',
    ])
    .where('message.id', '=', given.id)
    .where('message.direction', '=', sql.lit('out'))
    .where('message.actor', 'in', [sql.lit('creator' as const), sql.lit('member' as const)])
    .where('message.kind', '=', sql.lit('text'))
    .where('message.deleted_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('draft_sent')
            .select('draft_sent.message_id')
            .whereRef('draft_sent.message_id', '=', 'message.id')
            .where('draft_sent.edited', '=', sql.lit(0 as const)),
        ),
      ),
    ),
);

const previous = statement((db, given: { threadId: ThreadId; before: MessageId }) =>
  db
    .selectFrom('message')
    .select('id')
    .where('thread_id', '=', given.threadId)
    .where('id', '<', given.before)
    .where('direction', '=', sql.lit('out'))
    .where('actor', 'in', [sql.lit('creator' as const), sql.lit('member' as const)])
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
);

const before = statement((db, given: { threadId: ThreadId; before: MessageId }) =>
  db
    .selectFrom('message')
    .select(['id', 'merged_into as mergedInto', 'text'])
    .where('thread_id', '=', given.threadId)
    .where('id', '<', given.before)
    .where('direction', '=', sql.lit('in'))
    .where('kind', '=', sql.lit('text'))
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(sql.lit(mostBefore)),
);

const removal = statement((db, given: { messageId: MessageId }) =>
  db.deleteFrom('past_answer').where('message_id', '=', given.messageId),
);

const newestTwin = statement((db, given: { twin: string }) =>
  db
    .selectFrom('past_answer')
    .select('times')
    .where('twin', '=', given.twin)
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
);

const insertion = statement(
  (
    db,
    given: {
      messageId: MessageId;
      fanText: string;
      replyText: string;
      words: string;
      reusable: 0 | 1;
      twin: string;
      times: number;
      answeredAt: number;
    },
  ) =>
    db.insertInto('past_answer').values({
      message_id: given.messageId,
      fan_text: given.fanText,
      reply_text: given.replyText,
      words: given.words,
      reusable: given.reusable,
      twin: given.twin,
      times: given.times,
      answered_at: given.answeredAt,
    }),
);

const partInsertion = statement((db, given: { messageId: MessageId; answerId: PastAnswerId }) =>
  db
    .insertInto('past_answer_part')
    .values({ message_id: given.messageId, answer_id: given.answerId }),
);

const oldTwins = statement((db, given: { twin: string }) =>
  db
    .deleteFrom('past_answer')
    .where(
      'id',
      'in',
      db
        .selectFrom('past_answer')
        .select('id')
        .where('twin', '=', given.twin)
        .orderBy('id', 'desc')
        .limit(sql.lit(-1))
        .offset(sql.lit(mostTwins)),
    ),
);

/**
 * The answer under this id as a pair begins with it: a text that a person wrote or changed, and that was not taken back. A
 * draft that was sent as it stood is none, so that drafts are not learned from drafts.
 */
export async function writtenReply(
  reader: Reader,
  id: MessageId,
): Promise<WrittenReply | undefined> {
  return await reply.first(reader, { id });
}

/** The answer that a person gave before this one in the thread; 0 for none. */
export async function previousReply(
  reader: Reader,
  { threadId, id }: WrittenReply,
): Promise<MessageId | 0> {
  return (await previous.first(reader, { threadId, before: id }))?.id ?? 0;
}

/** The fan's texts before an answer, oldest first, the newest 20. */
export async function textsBefore(
  reader: Reader,
  { threadId, id }: WrittenReply,
): Promise<FanText[]> {
  return (await before.all(reader, { threadId, before: id })).toReversed();
}

/** Forgets the pair of this answer, if there is one. */
export async function deletePair(tx: Tx, messageId: MessageId): Promise<void> {
  await removal.run(tx, { messageId });
}

/** Stores a pair, of which there is none; the oldest of more than three that say the same goes. */
export async function insertPair(tx: Tx, pair: NewPair): Promise<void> {
  const { messageId, parts, twin } = pair;
  const times = ((await newestTwin.first(tx, { twin }))?.times ?? 0) + 1;
  const reusable = pair.reusable ? 1 : 0;
  const id = (await insertion.insert(tx, { ...pair, reusable, times })) as PastAnswerId;
  for (const part of [...parts, messageId]) {
    await partInsertion.run(tx, { messageId: part, answerId: id });
  }
  if (times > mostTwins) await oldTwins.run(tx, { twin });
}

/** Answers whose pairs are to be made anew, `limit` at most. */
export async function stalePairs(reader: Reader, limit: number): Promise<MessageId[]> {
  const rows = await reader.db
    .selectFrom('past_answer_stale')
    .select('message_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.message_id);
}

/** It was made anew. */
export async function deleteStale(tx: Tx, messageId: MessageId): Promise<void> {
  await tx.db.deleteFrom('past_answer_stale').where('message_id', '=', messageId).execute();
}

/** Tidies the indexes up a little; to be called after so many pairs were stored. */
export async function tidyPairs(tx: Tx, pairs: number): Promise<void> {
  for (const index of ['past_answer_word', 'past_answer_gram', 'past_answer_reply'] as const) {
    await tidyTexts(tx, pairs, index);
  }
}
