import { fold, pairsOf, runsOf } from '#src/features/search/index.ts';
import { stopWords } from './stop-words.ts';
import { withoutCourtesies } from './without-courtesies.ts';

/** Of longer words the beginning is the word, so that endings count for nothing: videos, videoclip. Some languages inflect much. */
const stemLength = 5;

/** The article that Arabic writes together with its word. */
const arabicArticle = /^[وبلف]?ال(?=[\p{L}\p{M}]{3})/u;

/** The words of a text as past answers are found by them: folded, without endings; dense scripts as pairs of characters. */
export function answerWords(text: string): string[] {
  const words = runsOf(fold(text)).flatMap((run) =>
    run.dense ? pairsOf(run.text) : stemOf(run.text),
  );
  return [...new Set(words)];
}

/** The words of what a fan wrote: without greetings and courtesies, unless there is nothing else. */
export function askedWords(text: string): string[] {
  const words = answerWords(withoutCourtesies(text));
  return words.some((word) => !isStop(word)) ? words : answerWords(text);
}

/** Of these words those that tell what is meant; all where hardly one does. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isStop(word));
  return telling.length >= 2 || telling.length === words.length ? telling : [...words];
}

/** Whether nearly every text has this word (`answerWords`), so that it tells nothing. */
export function isStop(word: string): boolean {
  return stops.has(word);
}

/** Each three letters in a row of a folded text's words, once. Words of two letters give none. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const run of runsOf(fold(text))) {
    const letters = Array.from(run.text);
    for (let at = 0; at + 3 <= letters.length; at += 1)
      grams.add(letters.slice(at, at + 3).join(''));
  }
  return [...grams];
}

/** The beginning of a folded word under which it is found. */
export function stemOf(word: string): string {
  return Array.from(withoutArticle(word)).slice(0, stemLength).join('');
}

/** A folded word without the Arabic article and what is written before it. */
export function withoutArticle(word: string): string {
  return word.replace(arabicArticle, '');
}

const stops = new Set(stopWords.flatMap((word) => answerWords(word)));
