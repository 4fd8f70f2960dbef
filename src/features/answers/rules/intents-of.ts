import { fold } from '#src/features/search/index.ts';
import { intentWords } from './intent-words.ts';

/** What a fan writes about, as many fans do: a price, when something is, thanks. */
export type Intent = keyof typeof intentWords;

/** The languages of the lines of `intentWords`, in their order. */
const languages = ['en', 'es', 'pt', 'de', 'ru', 'uk', 'ar', 'ja'] as const;

const dense = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;

const intents = Object.entries(intentWords).map(([intent, lines]) => ({
  any: patternOf(lines),
  each: lines.map((line, at) => ({
    name: `${intent as Intent}-${languages[at] ?? ''}` as const,
    pattern: patternOf([line]),
  })),
}));

/**
 * The intents that a text's words tell of, each with the language (ISO 639-1) of these words: `price-en`. Some words are of
 * several languages. An answer in another language answers nobody, so an intent does not lead from one to another.
 */
export function intentsOf(text: string): `${Intent}-${string}`[] {
  const words = ` ${fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  return intents
    .filter(({ any }) => any.test(words))
    .flatMap(({ each }) => each.filter(({ pattern }) => pattern.test(words)))
    .map(({ name }) => name);
}

function patternOf(lines: readonly string[]): RegExp {
  const words = lines
    .flatMap((line) => line.trim().split(/ +/u))
    .map((word) => fold(word).replaceAll('_', ' '));
  const spaced = words.filter((word) => !dense.test(word));
  const beginnings = spaced.map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word} `));
  return new RegExp(
    [
      ...(spaced.length > 0 ? [` (?:${beginnings.join('|')})`] : []),
      ...words.filter((word) => dense.test(word)),
    ].join('|'),
    'u',
  );
}
