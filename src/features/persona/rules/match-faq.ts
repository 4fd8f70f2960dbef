import { fold, pairsOf, runsOf } from '#src/features/search/index.ts';
import type { FaqEntry } from '../persona.ts';
import { wordsByLanguage } from './common-words.ts';

/** An entry whose answer is written. */
export type AnsweredEntry = FaqEntry & { readonly answer: string };

/** What two words that are the same are worth; an entry below half of it says something else. */
const whole = 1;
const least = 0.5;

const common = new Set(wordsByLanguage.flatMap(([, words]) => [...words].map(fold)));

/**
 * The entries whose words stand in these texts, the most alike first, `limit` at most. Words in the question count twice
 * those of the answer; words that differ at the end alone count half; common words count nothing.
 */
export function matchFaq(
  entries: readonly AnsweredEntry[],
  texts: readonly string[],
  limit: number,
): AnsweredEntry[] {
  const asked = termsOf(texts.join('\n'));
  return entries
    .map((entry) => ({ entry, score: scoreOf(asked, entry) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || a.entry.id - b.entry.id)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** Parts of a question's telling words that a fan must have used to have asked the same. */
const mostOfQuestion = 0.6;

/**
 * The entries whose question these words of a fan ask, the most alike first: they hold a question, and most of the entry's telling
 * words. Stricter than `matchFaq`, since the answer is offered as it stands.
 */
export function askedFaq(
  entries: readonly AnsweredEntry[],
  text: string,
  limit: number,
): AnsweredEntry[] {
  if (!/[?？؟¿か]/u.test(text)) return [];
  const asked = termsOf(text);
  return entries
    .map((entry) => ({ entry, score: coverage(asked, termsOf(entry.question)) }))
    .filter(({ score }) => score >= mostOfQuestion)
    .toSorted((a, b) => b.score - a.score || a.entry.id - b.entry.id)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** How much of a question's telling words stands in what was asked, 0 to 1; 0 where it has none. */
function coverage(asked: Terms, question: Terms): number {
  const all = question.words.size * whole + (question.pieces.size * whole) / 2;
  return all === 0 ? 0 : overlap(question, asked) / all;
}

interface Terms {
  /** Each word with its beginnings. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly beginnings: ReadonlySet<string>;
  /** Pieces of writing without spaces. */
  readonly pieces: ReadonlySet<string>;
}

function termsOf(text: string): Terms {
  const runs = runsOf(fold(text));
  const words = new Map<string, readonly string[]>();
  const pieces = new Set<string>();
  for (const { text: run, dense } of runs) {
    if (dense) for (const piece of piecesOf(run)) pieces.add(piece);
    else if (run.length > 1 && !common.has(run)) words.set(run, beginningsOf(run));
  }
  return { words, beginnings: new Set([...words.values()].flat()), pieces };
}

/** Pairs where a sign is a syllable or a word, three letters elsewhere; what is hiragana alone is mostly grammar. */
function piecesOf(dense: string): string[] {
  const pairs = pairsOf(dense);
  if (/[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u.test(dense)) {
    return pairs.filter((pair) => !/^\p{sc=Hiragana}+$/u.test(pair));
  }
  const letters = Array.from(dense);
  return letters
    .slice(2)
    .map((letter, index) => `${pairs[index] ?? ''}${letter}`)
    .filter((piece) => !/^\p{sc=Hiragana}+$/u.test(piece));
}

function scoreOf(asked: Terms, { question, answer }: AnsweredEntry): number {
  const inQuestion = overlap(asked, termsOf(question));
  return inQuestion + overlap(asked, termsOf(answer)) / 2;
}

function overlap(asked: Terms, known: Terms): number {
  let sum = 0;
  for (const piece of asked.pieces) if (known.pieces.has(piece)) sum += whole / 2;
  for (const [word, beginnings] of asked.words) {
    if (known.words.has(word)) sum += whole;
    else if (beginnings.some((beginning) => known.beginnings.has(beginning))) sum += whole / 2;
  }
  return sum;
}

/** What a word shares with those that differ at the end alone: its beginnings without one to three letters. */
function beginningsOf(word: string): string[] {
  const { length } = word;
  if (length < 4) return [];
  const shortest = length === 4 ? 3 : Math.max(4, length - 3);
  return Array.from({ length: length - shortest }, (_, index) => word.slice(0, shortest + index));
}
