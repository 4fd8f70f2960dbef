import { sql } from 'kysely';
import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { type Statement, statement } from '#src/storage/statement.ts';
import { type Found, foundOf, type Span } from '../rules/weigh.ts';

/** An index of past answers: by the fan's words, by three letters of the fan's text, by three letters of the answer. */
export type PairIndex = 'past_answer_word' | 'past_answer_gram' | 'past_answer_reply';

/**
 * How many of the newest pairs under one key are looked at. FTS5 ranks a common word by reading all of its hits (bm25), which
 * takes too long; newest first costs the same for every word, and what is newest is what the creator would say today.
 */
const most = { past_answer_word: 1_000, past_answer_gram: 200, past_answer_reply: 200 } as const;

/** Each end by itself: asked for both at once, SQLite reads every row (optoverview.html, The MIN/MAX Optimization). */
const ends = statement((db) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('past_answer')
      .select(({ fn }) => fn.min('id').as('id'))
      .as('oldest'),
    eb
      .selectFrom('past_answer')
      .select(({ fn }) => fn.max('id').as('id'))
      .as('newest'),
  ]),
);

const under: Readonly<Record<PairIndex, Statement<{ match: string }, { ids: string }>>> = {
  past_answer_word: idsUnder('past_answer_word'),
  past_answer_gram: idsUnder('past_answer_gram'),
  past_answer_reply: idsUnder('past_answer_reply'),
};

/** All ids in one value: to make a row of each takes longer than to find it. */
function idsUnder(index: PairIndex): Statement<{ match: string }, { ids: string }> {
  return statement((db, given: { match: string }) =>
    db
      .selectFrom(
        db
          .selectFrom(index)
          .select('rowid as id')
          .where(sql<boolean>`${sql.table(index)} match ${given.match}`)
          .orderBy('rowid', 'desc')
          .limit(sql.lit(most[index]))
          .as('found'),
      )
      .select(sql<string>`json_group_array(id)`.as('ids')),
  );
}

/** The ids that pairs have. */
export async function spanOfPairs(reader: Reader): Promise<Span> {
  const found = await ends.first(reader, {});
  return { oldest: found?.oldest ?? 1, newest: found?.newest ?? 0 };
}

/** What an index has under a query of FTS5 (`quoted`), the newest first. */
export async function findIds(
  reader: Reader,
  index: PairIndex,
  match: string,
  span: Span,
): Promise<Found<PastAnswerId>> {
  const row = await under[index].first(reader, { match });
  return foundOf(JSON.parse(row?.ids ?? '[]') as PastAnswerId[], most[index], span);
}
