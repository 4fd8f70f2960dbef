import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { PastAnswer } from '../past-answer.ts';

/** The newest pairs, newest first. */
export async function newestPairs(reader: Reader, limit: number): Promise<PastAnswer[]> {
  const rows = await columns(reader).orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toPair);
}

/** The pairs of these ids, in no order. */
export async function pairsByIds(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<PastAnswer[]> {
  if (ids.length === 0) return [];
  const rows = await columns(reader).where('id', 'in', ids).execute();
  return rows.map(toPair);
}

function columns(reader: Reader) {
  return reader.db
    .selectFrom('past_answer')
    .select([
      'id',
      'fan_text as fanText',
      'reply_text as replyText',
      'words',
      'reusable',
      'times',
      'answered_at as answeredAt',
    ]);
}

type PairRow = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

function toPair(row: PairRow): PastAnswer {
  return { ...row, words: row.words.split(' '), reusable: row.reusable === 1 };
}
