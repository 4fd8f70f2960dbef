import { sql } from 'kysely';
import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { PastAnswer } from '../past-answer.ts';
import { askedWords, gramsOf, isStop, tellingWords } from '../rules/answer-words.ts';
import {
  bestOf,
  type Finds,
  type Found,
  foundOf,
  sizeOf,
  type Span,
  weightOf,
} from '../rules/weigh.ts';
import { quoted } from './quoted.ts';

/**
 * How many of a word's newest pairs are looked at. FTS5 ranks a common word by reading all of its hits (bm25), which takes
 * too long; newest first costs the same for every word, and what is newest is what the creator would say today.
 */
const mostOfWord = 1_000;
const mostOfGram = 200;
const mostWords = 12;
const mostGrams = 12;
/** A word that so many pairs have needs no help by its letters. */
const manyOfWord = 20;
/** Of a longer text the end is read: what was said last. */
const mostLetters = 1_000;
/** What a word weighs that nearly every text has. */
const stopWeight = 0.2;
/** Candidates that each index gives. */
const best = { words: 40, grams: 20 } as const;

const byWord = statement((db, given: { match: string }) =>
  db
    .selectFrom('past_answer_word')
    .select('rowid')
    .where(sql<boolean>`past_answer_word match ${given.match}`)
    .orderBy('rowid', 'desc')
    .limit(sql.lit(mostOfWord)),
);
const byGram = statement((db, given: { match: string }) =>
  db
    .selectFrom('past_answer_gram')
    .select('rowid')
    .where(sql<boolean>`past_answer_gram match ${given.match}`)
    .orderBy('rowid', 'desc')
    .limit(sql.lit(mostOfGram)),
);

/** Each end by itself: asked for both at once, SQLite reads every row (optoverview.html, The MIN/MAX Optimization). */
const endsOfPairs = statement((db) =>
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

/** Pairs that may be near to a text, and what its words weigh. */
export interface Candidates {
  readonly pairs: readonly PastAnswer[];
  /** Each word of the text (`askedWords`) with its weight: rare words tell more, those that all texts have nearly nothing. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Finds pairs whose fan's text has words, or letters in threes, of this text: sixty at most, in no order. */
export async function findCandidates(reader: Reader, text: string): Promise<Candidates> {
  const asked = text.slice(-mostLetters);
  const span = await spanOfPairs(reader);
  const count = sizeOf(span);
  const all = askedWords(asked);
  const words = longest(tellingWords(all), mostWords);
  const byWords = await findEach(words, async (word) =>
    foundOf(idsOf(await byWord.all(reader, { match: quoted(word) })), mostOfWord, span),
  );
  // Letters in threes of the words that few or none have: of common ones they would find everything.
  const rare = words.filter((word) => (byWords.get(word)?.ids.length ?? 0) < manyOfWord);
  const grams = gramsOf(rare.join(' ')).slice(0, mostGrams);
  const byGrams = await findEach(grams, async (gram) =>
    foundOf(idsOf(await byGram.all(reader, { match: quoted(gram) })), mostOfGram, span),
  );
  const ids = new Set([
    ...bestOf(byWords, count, best.words),
    ...bestOf(byGrams, count, best.grams),
  ]);
  return {
    pairs: await pairsByIds(reader, [...ids]),
    weights: new Map(
      all.map((word) => [
        word,
        isStop(word) ? stopWeight : weightOf(byWords.get(word)?.count ?? 0, count),
      ]),
    ),
  };
}

/** The newest pairs, newest first. */
export async function newestPairs(reader: Reader, limit: number): Promise<PastAnswer[]> {
  const rows = await columns(reader).orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toPair);
}

async function pairsByIds(reader: Reader, ids: readonly PastAnswerId[]): Promise<PastAnswer[]> {
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

async function spanOfPairs(reader: Reader): Promise<Span> {
  const ends = await endsOfPairs.first(reader, {});
  return { oldest: ends?.oldest ?? 1, newest: ends?.newest ?? 0 };
}

function idsOf(rows: readonly { readonly rowid: PastAnswerId }[]): PastAnswerId[] {
  return rows.map(({ rowid }) => rowid);
}

async function findEach(
  keys: readonly string[],
  find: (key: string) => Promise<Found<PastAnswerId>>,
): Promise<Finds<PastAnswerId>> {
  const finds = new Map<string, Found<PastAnswerId>>();
  for (const key of keys) finds.set(key, await find(key));
  return finds;
}

/** The longest of these, in their order: where there are too many, short ones tell least. */
function longest(words: readonly string[], limit: number): string[] {
  const kept = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, limit));
  return words.filter((word) => kept.has(word));
}
