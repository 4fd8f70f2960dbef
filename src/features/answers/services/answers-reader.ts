import type { MessageId } from '#src/core/ids.ts';
import type { MessageReader } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import {
  deletePair,
  deleteStale,
  insertPair,
  previousReply,
  stalePairs,
  textsBefore,
  tidyPairs,
  writtenReply,
} from '../queries/pair-rows.ts';
import { pairOf } from '../rules/pair-of.ts';
import { questionOf } from '../rules/question-of.ts';

/** Pairs that are made anew in one step: some milliseconds. */
const stepSize = 64;

/** Makes pairs of what fans wrote and what a person answered, and makes those anew of which a message was changed. */
export const answersReader: MessageReader = {
  name: 'answers',
  async read(tx, messages) {
    const replies = messages.filter(({ direction }) => direction === 'out');
    for (const { id } of replies) await makePair(tx, id);
    const stale = await stalePairs(tx, stepSize);
    for (const id of stale) {
      await makePair(tx, id);
      await deleteStale(tx, id);
    }
    const made = replies.length + stale.length;
    if (made > 0) await tidyPairs(tx, made);
  },
};

async function makePair(tx: Tx, id: MessageId): Promise<void> {
  await deletePair(tx, id);
  const reply = await writtenReply(tx, id);
  if (!reply) return;
  const question = questionOf(await textsBefore(tx, reply), {
    answersMessageId: reply.answersMessageId,
    previousId: await previousReply(tx, reply),
  });
  const pair = pairOf(question.map(({ text }) => text).join('\n'), reply.text, reply);
  if (!pair) return;
  const parts = question.map((one) => one.id);
  await insertPair(tx, { ...pair, messageId: id, parts, answeredAt: reply.sentAt });
}
