import { fold } from './fold.ts';

/** A stretch of letters and digits of one kind of writing, folded. */
export interface Run {
  readonly text: string;
  /** Where it begins in the folded text, in UTF-16 units. */
  readonly at: number;
  /** Written without spaces between words (or, in Korean, with endings attached): found by its pairs of characters. */
  readonly dense: boolean;
}

const denseScripts =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
// Of what several scripts share (digits, common marks) only letters and their marks count as dense.
const runs = new RegExp(
  `((?:(?=[\\p{L}\\p{M}])[${denseScripts}])+)|((?:(?!(?=[\\p{L}\\p{M}])[${denseScripts}])[\\p{L}\\p{N}\\p{M}])+)`,
  'gu',
);

/** The words of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  return [...folded.matchAll(runs)].map((match) => ({
    text: match[0],
    at: match.index,
    dense: match[1] !== undefined,
  }));
}

/** Each two characters that stand side by side; of one character itself. */
export function pairsOf(dense: string): string[] {
  const characters = Array.from(dense);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Emoji that SQLite's tokenizer knows for what they are; it takes those that came after Unicode 6.1 for letters. */
const oldEmoji =
  '\\u2600-\\u26ff\\u2701-\\u27bf\\u{1f300}-\\u{1f320}\\u{1f330}-\\u{1f335}\\u{1f337}-\\u{1f37c}\\u{1f380}-\\u{1f393}' +
  '\\u{1f3a0}-\\u{1f3c4}\\u{1f3c6}-\\u{1f3ca}\\u{1f3e0}-\\u{1f3f0}\\u{1f400}-\\u{1f43e}\\u{1f440}\\u{1f442}-\\u{1f4f7}' +
  '\\u{1f4f9}-\\u{1f4fc}\\u{1f500}-\\u{1f53d}\\u{1f550}-\\u{1f567}\\u{1f5fb}-\\u{1f640}\\u{1f645}-\\u{1f64f}\\u{1f680}-\\u{1f6c5}\\ufe0f';

/**
 * Texts that SQLite's tokenizer (unicode61, remove_diacritics) reads as this file does, so that they are indexed as they
 * are: Latin and Cyrillic letters without those that `fold` changes further, punctuation, emoji. A test goes through all.
 */
const plain = new RegExp(
  `^[\\t\\n\\r\\u0020-\\u007e¡¿«»À-ÅÇ-ÏÑ-ÖÙ-Ýà-åç-ïñ-öù-ýÿА-Яа-я\\u2010-\\u201f…${oldEmoji}]*$`,
  'u',
);

/**
 * The words under which a text is found, with spaces between them, where they differ from the text itself; null where
 * the text is its own words. A dense run of characters gives each character and then each pair.
 */
export function wordsOf(text: string): string | null {
  if (plain.test(text)) return null;
  return runsOf(fold(text))
    .flatMap((run) => (run.dense ? [...new Set(run.text), ...pairsOf(run.text)] : [run.text]))
    .join(' ');
}
