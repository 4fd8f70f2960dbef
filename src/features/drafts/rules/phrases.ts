import { plainLetters } from './plain-text.ts';

const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const arabic = /^[(?:\s]*\p{sc=Arabic}/u;

/**
 * One pattern for many phrases, to be used on a `plainText`. A phrase is a piece of a regular expression in its language's
 * own spelling, small letters; `…` stands for any ending. Phrases are whole words, except in Japanese, where
 * nothing parts words; Arabic ones may have one-letter words and the article attached in front.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const parts: { whole: boolean; sources: string[] }[] = [];
  for (const phrase of phrases) {
    const source = plainLetters(phrase).replaceAll('…', '\\p{L}*');
    const whole = !dense.test(source);
    const front = whole && arabic.test(source) ? '[وفبلك]?(?:ال)?' : '';
    const part = parts.at(-1);
    if (part?.whole === whole) part.sources.push(`${front}(?:${source})`);
    else parts.push({ whole, sources: [`${front}(?:${source})`] });
  }
  // Neighbours share what bounds words: to read a class of letters anew for each phrase takes most of the time.
  const all = parts.map(({ whole, sources }) => {
    const any = `(?:${sources.join('|')})`;
    return whole ? `(?<![\\p{L}\\p{N}])${any}(?![\\p{L}\\p{N}])` : any;
  });
  return new RegExp(all.join('|'), 'gu');
}
