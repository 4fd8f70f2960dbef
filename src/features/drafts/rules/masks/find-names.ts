import { readable } from './readable.ts';
import { type Finder, type Span, withoutOverlaps } from './span.ts';

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

const wordBefore = /[\p{L}\p{N}_]$/u;
const wordBehind = /^[\p{L}\p{N}_]/u;

/** Finds a person's names as whole words, in any case: each name given, and its words. */
export function nameFinder(names: readonly string[]): Finder {
  const wanted = [...new Set(names.flatMap(partsOf))].map((name) => ({
    // With the words' ends in it a pattern would take a millisecond to compile, for each fan anew.
    pattern: new RegExp(name.replace(signs, '\\$&'), 'giu'),
    inWords: dense.test(name),
  }));
  return (text) =>
    withoutOverlaps(
      wanted
        .flatMap(({ pattern, inWords }) =>
          placesOf(text, pattern).filter((span) => inWords || isWhole(text, span)),
        )
        .filter(({ start, end }) => !alsoWords.has(text.slice(start, end))),
    );
}

/** Where a pattern matches, also behind the beginning of another match: one that is no whole word hides none that is. */
function placesOf(text: string, pattern: RegExp): Span[] {
  const places: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found] = match;
    places.push({ start: match.index, end: match.index + found.length });
    pattern.lastIndex = match.index + ((found.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  }
  return places;
}

/** Whether no word goes on at either end. */
function isWhole(text: string, { start, end }: Span): boolean {
  return (
    !wordBefore.test(text.slice(Math.max(0, start - 2), start)) &&
    !wordBehind.test(text.slice(end, end + 2))
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
