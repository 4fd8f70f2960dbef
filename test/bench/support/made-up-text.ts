import { type MadeUpLanguage, madeUpLanguages } from './made-up-words.ts';

/** How many different words a made-up language has. */
const vocabulary = 20_000;

/** Makes texts that look like fans' messages: a few words in nearly all of them, most words in nearly none (Zipf). */
export interface TextMaker {
  /** The language of the n-th fan. */
  languageOf(fan: number): MadeUpLanguage;
  /** A message of some words. */
  message(language: MadeUpLanguage): string;
  /** First and last name. */
  name(language: MadeUpLanguage): { readonly first: string; readonly last: string };
  /** A whole number from 0 below `limit`. */
  below(limit: number): number;
  /** The n-th most used word, from 0. */
  word(language: MadeUpLanguage, rank: number): string;
}

/** A maker that always makes the same. */
export function textMaker(): TextMaker {
  let state = 20_261_121;
  // mulberry32 (public domain, Tommy Ettinger): the same numbers on every machine.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const byFan = madeUpLanguages.flatMap((language) =>
    Array.from({ length: language.share }, () => language),
  );
  const vocabularies = new Map(
    madeUpLanguages.map((language) => [language, wordsOf(language, below)]),
  );
  const wordsIn = (language: MadeUpLanguage) => vocabularies.get(language) ?? language.common;
  const word = (language: MadeUpLanguage, rank: number) => {
    const words = wordsIn(language);
    return words[rank % words.length] ?? '';
  };
  /** Ranks with a frequency of about 1 / rank. */
  const anyRank = (words: number) => Math.floor(Math.exp(random() * Math.log(words))) - 1;

  return {
    below,
    word,
    languageOf: (fan) => byFan[(fan * 37) % byFan.length] ?? (madeUpLanguages[0] as MadeUpLanguage),
    message(language) {
      const length = 3 + below(14);
      const { length: known } = wordsIn(language);
      return Array.from({ length }, () => word(language, anyRank(known))).join(language.joint);
    },
    name(language) {
      const first = language.firstNames[below(language.firstNames.length)] ?? 'Fan';
      const last = word(language, 100 + below(3_000));
      return { first, last: last.charAt(0).toUpperCase() + last.slice(1) };
    },
  };
}

function wordsOf(language: MadeUpLanguage, below: (limit: number) => number): string[] {
  const words = new Set(language.common);
  while (words.size < vocabulary) {
    const length = 2 + below(language.joint === '' ? 2 : 4);
    words.add(
      Array.from({ length }, () => language.syllables[below(language.syllables.length)]).join(''),
    );
    // Few syllables make few words.
    if (language.joint === '' && words.size > 6_000) break;
  }
  return [...words];
}
