import type { PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { PastAnswer } from '../past-answer.ts';
import { askedWords, gramsOf, isStop, tellingWords } from '../rules/answer-words.ts';
import { type Sought, soughtIn } from '../rules/spoken-of.ts';
import { bestOf, type Finds, type Found, sizeOf, type Span, weightOf } from '../rules/weigh.ts';
import { findIds, spanOfPairs } from './find-ids.ts';
import { quoted } from './quoted.ts';
import { pairsByIds } from './read-pairs.ts';

const mostWords = 12;
const mostGrams = 12;
/** Words that are looked for in answers: each is several letters in threes, of which some stand in very many. */
const mostSpoken = 6;
/** A word that so many pairs have needs no help by its letters. */
const manyOfWord = 20;
/** Of a longer text the end is read: what was said last. */
const mostLetters = 1_000;
/** What a word weighs that nearly every text has. */
const stopWeight = 0.2;
/** Candidates that each index gives. */
const best = { words: 40, grams: 20, replies: 20 } as const;

/** Pairs that may be near to a text, and what its words weigh. */
export interface Candidates {
  readonly pairs: readonly PastAnswer[];
  /** Each word of the text (`askedWords`) with its weight: rare words tell more, those that all texts have nearly nothing. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Where candidates are looked for. */
export interface CandidateOptions {
  /** In answers, too, whatever was asked then. */
  readonly inReplies: boolean;
}

/**
 * Finds pairs whose fan's text has words, or letters in threes, of this text, sixty at most; and with `inReplies` twenty whose
 * answers have them. In no order.
 */
export async function findCandidates(
  reader: Reader,
  text: string,
  { inReplies }: CandidateOptions = { inReplies: false },
): Promise<Candidates> {
  const span = await spanOfPairs(reader);
  const count = sizeOf(span);
  const all = askedWords(text.slice(-mostLetters));
  const words = longest(tellingWords(all), mostWords);
  const byWords = await findEach(words, (word) =>
    findIds(reader, 'past_answer_word', quoted(word), span),
  );
  // Letters in threes of the words that few or none have: of common ones they would find everything.
  const rare = words.filter((word) => (byWords.get(word)?.ids.length ?? 0) < manyOfWord);
  const grams = gramsOf(rare.join(' ')).slice(0, mostGrams);
  const byGrams = await findEach(grams, (gram) =>
    findIds(reader, 'past_answer_gram', quoted(gram), span),
  );
  const weights = new Map(
    all.map((word) => [
      word,
      isStop(word) ? stopWeight : weightOf(byWords.get(word)?.count ?? 0, count),
    ]),
  );
  const ids = new Set([
    ...bestOf(byWords, count, best.words),
    ...bestOf(byGrams, count, best.grams),
    ...(inReplies
      ? bestOf(await findSpoken(reader, soughtIn(weights), span), count, best.replies)
      : []),
  ]);
  return { pairs: await pairsByIds(reader, [...ids]), weights };
}

/** Answers with all letters in threes of a word, wherever in a longer one they stand. */
async function findSpoken(
  reader: Reader,
  sought: readonly Sought[],
  span: Span,
): Promise<Finds<PastAnswerId>> {
  const long = sought.filter(({ grams: [first = ''] }) => Array.from(first).length === 3);
  return await findEach(
    long.slice(0, mostSpoken).map(({ grams }) => grams.map(quoted).join(' AND ')),
    (match) => findIds(reader, 'past_answer_reply', match, span),
  );
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
