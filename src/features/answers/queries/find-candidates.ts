import { sql } from 'kysely';
import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { PastAnswer } from '../past-answer.ts';
import { askedTerms, gramsOf, isIntent, isStop, tellingWords } from '../rules/answer-words.ts';
import { bestOf, type Finds, weightOf } from '../rules/weigh.ts';
import { quoted } from './quoted.ts';

/**
 * How many of a word's newest pairs are looked at. FTS5 ranks a common word by reading all of its hits (bm25), which takes
 * too long; newest first costs the same for every word, and what is newest is what the creator would say today.
 */
const mostOfWord = 1_000;
const mostOfGram = 200;
const mostOfIntent = 300;
const mostWords = 12;
const mostGrams = 12;
/** A word that so many pairs have needs no help by its letters. */
const manyOfWord = 20;
/** Of a longer text the end is read: what was said last. */
const mostLetters = 1_000;
/** What a word weighs that nearly every text has. */
const stopWeight = 0.2;
/** What an intent weighs, as many times a word that as many pairs have: what is wanted tells more than how it is said. */
const intentWeight = 3;
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
const byIntent = statement((db, given: { match: string }) =>
  db
    .selectFrom('past_answer_word')
    .select('rowid')
    .where(sql<boolean>`past_answer_word match ${given.match}`)
    .orderBy('rowid', 'desc')
    .limit(sql.lit(mostOfIntent)),
);
const byGram = statement((db, given: { match: string }) =>
  db
    .selectFrom('past_answer_gram')
    .select('rowid')
    .where(sql<boolean>`past_answer_gram match ${given.match}`)
    .orderBy('rowid', 'desc')
    .limit(sql.lit(mostOfGram)),
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
  const count = await countPairs(reader);
  const all = askedTerms(asked);
  const intents = all.filter(isIntent);
  const words = longest(tellingWords(all.filter((word) => !isIntent(word))), mostWords);
  const byWords = await findEach([...words, ...intents], (word) =>
    (isIntent(word) ? byIntent : byWord).all(reader, { match: quoted(word) }),
  );
  // Letters in threes of the words that few or none have: of common ones they would find everything.
  const rare = words.filter((word) => (byWords.get(word)?.length ?? 0) < manyOfWord);
  const grams = gramsOf(rare.join(' ')).slice(0, mostGrams);
  const byGrams = await findEach(grams, (gram) => byGram.all(reader, { match: quoted(gram) }));
  const ids = new Set([
    ...bestOf(byWords, count, best.words),
    ...bestOf(byGrams, count, best.grams),
  ]);
  return {
    pairs: await pairsByIds(reader, [...ids]),
    weights: new Map(
      all.map((word) => [
        word,
        isStop(word)
          ? stopWeight
          : (isIntent(word) ? intentWeight : 1) * weightOf(byWords.get(word)?.length ?? 0, count),
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

/** About how many pairs there are: ids are given in order, and few pairs go. */
async function countPairs(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('past_answer')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

async function findEach(
  keys: readonly string[],
  find: (key: string) => Promise<{ rowid: PastAnswerId }[]>,
): Promise<Finds<PastAnswerId>> {
  const finds = new Map<string, PastAnswerId[]>();
  for (const key of keys) {
    const rows = await find(key);
    finds.set(
      key,
      rows.map(({ rowid }) => rowid),
    );
  }
  return finds;
}

/** The longest of these, in their order: where there are too many, short ones tell least. */
function longest(words: readonly string[], limit: number): string[] {
  const kept = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, limit));
  return words.filter((word) => kept.has(word));
}
