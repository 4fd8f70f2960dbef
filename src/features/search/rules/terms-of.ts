import type { TextTerm } from '#src/storage/full-text.ts';
import { fold } from './fold.ts';
import { pairsOf, runsOf } from './words.ts';

/** One word that was typed. */
export interface Term extends TextTerm {
  /** Folded, as it was typed. */
  readonly text: string;
  /** Of a script without spaces: found anywhere in a stretch of it. */
  readonly dense: boolean;
}

/** Words beyond these are not looked at: nobody types them, and each costs time. */
const mostTerms = 8;
const mostPairs = 32;

/** From so many letters on, the beginning of a word is enough. Shorter ones begin half of all words. */
const shortestBeginning = 3;

/**
 * What was typed, as words that all must be found. Everything is a word or stands between words; there are no operators,
 * so nothing that can be typed is an error. Nothing but signs: no words.
 */
export function termsOf(typed: string): Term[] {
  const runs = new Map(runsOf(fold(typed.slice(0, 4_096))).map((run) => [run.text, run.dense]));
  return [...runs].slice(0, mostTerms).map(([text, dense]) => ({
    text,
    dense,
    words: dense ? pairsOf(text).slice(0, mostPairs) : [text],
    beginning: !dense && Array.from(text).length >= shortestBeginning,
  }));
}
