import { plainText } from '../plain-text.ts';

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const words =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[\p{L}\p{N}_'])+/gu;

/** The words of a text in their plain form, in order; in Japanese, where nothing parts words, each letter. */
export function wordsOf(text: string): string[] {
  return plainText(text).match(words) ?? [];
}

/** How many of `wordsOf` stand for so many words: two letters of Japanese for each. */
export function lengthIn(text: string, count: number): number {
  return dense.test(text) ? 2 * count : count;
}

/** All runs of so many words. */
export function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}

/** How many of the words stand in a run of this length that is one of `runs`. */
export function countInRuns(
  words: readonly string[],
  length: number,
  runs: ReadonlySet<string>,
): number {
  const shared = new Set<number>();
  for (const [from, run] of runsOf(words, length).entries()) {
    if (!runs.has(run)) continue;
    for (let index = from; index < from + length; index += 1) shared.add(index);
  }
  return shared.size;
}
