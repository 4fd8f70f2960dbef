import { readable } from './readable.ts';
import { type Finder, spansOf, withoutOverlaps } from './span.ts';

/** Names that are also words: masked only where they begin with a capital letter. */
const alsoWords = new Set(
  'will may hope joy grace rose mark art sky angel love sun summer honey faith dawn star ray bill jack rich pat sue max chance don so no de la el sol luz mar paz fan baby king queen prince'.split(
    ' ',
  ),
);
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** What means something in a regular expression. */
const signs = /[\^$\\.*+?()[\]{}|/]/gu;

/** Longest name whose single words are looked for too. A longer one is a sentence. */
const mostWords = 3;

/** Finds a person's names as whole words, in any case: each name given, and its words. */
export function nameFinder(names: readonly string[]): Finder {
  const wanted = [...new Set(names.flatMap(partsOf))].sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return () => [];
  const sources = wanted.map((name) => {
    const source = name.replace(signs, '\\$&');
    return dense.test(name) ? source : `(?<![\\p{L}\\p{N}_])${source}(?![\\p{L}\\p{N}_])`;
  });
  const pattern = new RegExp(sources.join('|'), 'giu');
  return (text) =>
    withoutOverlaps(
      spansOf(text, pattern).filter(({ start, end }) => !alsoWords.has(text.slice(start, end))),
    );
}

/** The name itself and its words; nothing that has fewer than two letters. */
function partsOf(name: string): string[] {
  const whole = readable(name).text.replace(/\s+/gu, ' ').trim();
  const words = whole.split(' ');
  return [whole, ...(words.length <= mostWords ? words : [])].filter(
    (part) => (part.match(/\p{L}/gu) ?? []).length >= 2,
  );
}
