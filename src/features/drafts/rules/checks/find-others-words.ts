import type { ExamplePart } from '../prompt-parts.ts';
import { plainText } from '../plain-text.ts';
import { findTimes } from './find-times.ts';
import { namesIn } from './names-in.ts';
import { lengthIn, runsOf, wordsOf } from './word-runs.ts';

/** Shortest run of words that is somebody's own way to say it. */
const run = 4;
/** In so many examples a word belongs to the creator's world, and to nobody alone. */
const shared = 3;

/** A last word that is a sentence of its own. */
const signature = /(?<=[.!?。！？♪\n])\s*\p{L}+\P{L}*$/u;

/** What examples hold that belongs to those who wrote them. */
interface OthersWords {
  readonly names: readonly string[];
  /** Runs of what fans wrote, by how many `wordsOf` they have, but for those that the creator uses, too. */
  readonly runs: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Several drafts are held against the same examples. */
const read = new WeakMap<readonly ExamplePart[], OthersWords>();

/**
 * Words of other people in a text: names out of the examples, and runs of four words or more that a fan wrote there. `allowed`
 * are the creator's texts and those of this thread: what stands there is nobody else's. How the creator speaks in an
 * example is theirs to say again.
 */
export function findOthersWords(
  text: string,
  examples: readonly ExamplePart[],
  allowed: readonly string[],
): string[] {
  if (examples.length === 0) return [];
  const { names, runs } = othersWords(examples);
  const own = new Set(wordsOf(text.replace(signature, '')));
  const plain = plainText(text);
  const isThere = (name: string) =>
    own.has(name) || (dense.test(name) ? plain.includes(name) : false);
  const length = lengthIn(text, run);
  const lent = runsIn(text, length).filter((it) => runs.get(length)?.has(it));
  const found = names.filter(isThere);
  if (found.length === 0 && lent.length === 0) return [];
  const allowedWords = allowed.map((it) => ` ${wordsOf(it).join(' ')} `);
  const isAllowed = (it: string) => allowedWords.some((line) => line.includes(` ${it} `));
  return [
    ...found.filter((it) => !isAllowed(wordsOf(it).join(' ')) && !isTime(it)),
    ...lent.filter((it) => !isAllowed(it)),
  ];
}

/** Days, and months, which with a number make a date. */
function isTime(word: string): boolean {
  return findTimes(word).length > 0 || findTimes(`1 ${word}`).length > 0;
}

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Runs of words within sentences. */
function runsIn(text: string, length: number): string[] {
  return text.split(/[.!?。！？♪\n]+/u).flatMap((part) => runsOf(wordsOf(part), length));
}

function othersWords(examples: readonly ExamplePart[]): OthersWords {
  const known = read.get(examples) ?? readExamples(examples);
  read.set(examples, known);
  return known;
}

function readExamples(examples: readonly ExamplePart[]): OthersWords {
  const asked = examples.map(({ fanText }) => wordsOf(fanText));
  const answered = examples.map(({ replyText }) => wordsOf(replyText));
  const signed = signatures(examples, asked);
  const all = examples.map(
    (_, index) => new Set([...(asked[index] ?? []), ...(answered[index] ?? [])]),
  );
  const names = examples.flatMap(({ fanText, replyText }) => namesIn([fanText, replyText]));
  return {
    names: [...new Set(names)].filter(
      (name) => !signed.has(name) && all.filter((words) => words.has(name)).length < shared,
    ),
    runs: new Map(
      [run, 2 * run].map((length) => {
        const creators = new Set(examples.flatMap(({ replyText }) => runsIn(replyText, length)));
        const fans = examples.flatMap(({ fanText }) => runsIn(fanText, length));
        return [
          length,
          new Set(fans.filter((it) => !creators.has(it) && saysSomething(it))),
        ] as const;
      }),
    ),
  };
}

/** In Japanese eight letters without two of Chinese or Katakana are an ending, or a greeting. */
function saysSomething(words: string): boolean {
  return !dense.test(words) || (words.match(/[\p{sc=Han}\p{sc=Katakana}]/gu) ?? []).length >= 2;
}

/** Words that end an answer and that its fan did not write, that stand alone there, or that end several: the creator's own name. */
function signatures(
  examples: readonly ExamplePart[],
  asked: readonly (readonly string[])[],
): Set<string> {
  const last = examples.map(({ replyText }) => wordsOf(replyText).at(-1) ?? '');
  return new Set(
    last.filter(
      (word, index) =>
        !asked[index]?.includes(word) ||
        signature.test(examples[index]?.replyText ?? '') ||
        last.filter((other) => other === word).length > 1,
    ),
  );
}
