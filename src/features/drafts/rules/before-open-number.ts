import { numberWords } from './checks/number-words.ts';
import { plainText } from './plain-text.ts';

/** A character of a script that puts no spaces between words, or a word. */
const tokens =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;
const dense = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]$/u;
/** Stands for something private, as `maskText` writes it; checked as a whole. */
const placeholder = /\[[A-Z]+_\d+\]/gu;
const hanNumber = /[一二三四五六七八九十百千万億]/u;

/** How much behind a number may still make another thing of it: three words ("40 thousand US dollars"), six characters. */
const reach = 6;
const weightOf = (token: string) => (dense.test(token) ? 1 : 2);

/**
 * A text that is still being written, without its end from a number on whose meaning is not there yet: of "that is 40" and
 * of "at 8" nobody knows before the words behind it what they come to.
 */
export function beforeOpenNumber(text: string): string {
  const all = [...text.matchAll(tokens)];
  let end = text.length;
  for (let index = all.length - 1, behind = 0; index >= 0 && behind < reach; index -= 1) {
    const [token = ''] = all[index] ?? [];
    if (isNumber(token)) end = all[index]?.index ?? 0;
    behind += weightOf(token);
  }
  return text.slice(0, end).trimEnd();
}

/** Figures of any script, and the words that the checks take for numbers. */
function isNumber(token: string): boolean {
  if (dense.test(token)) return hanNumber.test(token);
  const plain = plainText(token.replaceAll(placeholder, ''));
  return (
    /\d/.test(plain) || plain.split(/[^\p{L}']+/u).some((word) => Object.hasOwn(numberWords, word))
  );
}
