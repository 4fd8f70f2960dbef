import { wordsByLanguage } from './common-words.ts';

/** Scripts that one language writes, or nearly so, among those that creators use. */
const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['zh', /\p{sc=Han}/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['ar', /\p{sc=Arabic}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
];

/**
 * The language of a short text, as a tag; undefined where it cannot be told. By its script, else by its commonest words:
 * enough to count the languages of many texts, and quick.
 */
export function languageUsed(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  // Japanese mixes kana with Han, so kana decide.
  const byScript = scripts.find(
    ([language, script]) =>
      (text.match(script)?.length ?? 0) >= letters * (language === 'ja' ? 0.15 : 0.5),
  );
  if (byScript) return byScript[0];
  const words = text.toLocaleLowerCase('en').match(/[\p{L}\p{M}]+/gu) ?? [];
  const counted = wordsByLanguage
    .map(([language, known]) => ({
      language,
      hits: words.filter((word) => known.has(word)).length,
    }))
    .toSorted((a, b) => b.hits - a.hits);
  const [first, second] = counted;
  return first && first.hits > (second?.hits ?? 0) ? first.language : undefined;
}
