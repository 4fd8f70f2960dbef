import { plainLetters } from './plain-text.ts';

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const arabic = /^[(?:\s]*\p{sc=Arabic}/u;

/**
 * One pattern for many phrases, to be used on a `plainText`. A phrase is a piece of a regular expression in its language's
 * own spelling, small letters; `…` stands for any ending. Phrases are whole words, except in Japanese, where
 * nothing parts words; Arabic ones may have one-letter words and the article attached in front.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const sources = phrases.map((phrase) => {
    const source = plainLetters(phrase).replaceAll('…', '\\p{L}*');
    if (dense.test(source)) return source;
    const front = arabic.test(source) ? '[وفبلك]?(?:ال)?' : '';
    return `(?<![\\p{L}\\p{N}])${front}(?:${source})(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(sources.join('|'), 'gu');
}
