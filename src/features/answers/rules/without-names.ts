import { answerWords, isStop } from './answer-words.ts';

/** What of a fan may stand in a text as their name. */
export interface Named {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly username: string | null;
}

/** Where a name was, as saved replies have it: filled with the name of whom it goes to. */
export const nameStand = '{first_name}';

/** A text without a fan's names. */
export interface Unnamed {
  /** With `{first_name}` where names were. */
  readonly text: string;
  /** `leading`: the fan is called by it once, at the beginning; `inside`: it stands elsewhere, or more often. */
  readonly named: 'no' | 'leading' | 'inside';
}

/** So many words may stand before a name at the beginning: Hola mi querida Anna. */
const leadingWords = 3;
/** What follows a name by which somebody is called: a sign, an emoji, nothing. */
const called = /^\s*(?:[^\p{L}\p{M}\p{N}\s]|$)/u;
/** After one of these a name is a call, whatever follows. */
const greeting =
  /^[^\p{L}]*(?:hi+|hey+|hello|hola|buenas|oi+|olá|ola|hallo|servus|moin|привет\p{L}*|здравствуй\p{L}*|привіт\p{L}*|вітаю|مرحبا\p{M}*|أهلا\p{M}*|اهلا|thanks|gracias|obrigad[ao]|danke|спасибо|дякую|شكرا\p{M}*)[^\p{L}]*$/iu;

/**
 * Replaces the names of a fan. Names with spaces between words are found as whole words: in any case, but common words
 * and those of two letters in their own spelling, or where somebody is called (so that "Hi will" has a name, "I will" none).
 */
export function withoutNames(text: string, fan: Named): Unnamed {
  const names = namesOf(fan);
  if (names.length === 0) return { text, named: 'no' };
  const found = [...text.matchAll(patternOf(names))].filter(
    (match) => isSpelledSo(match[0], names) || isCall(text, match),
  );
  const [first] = found;
  if (!first) return { text, named: 'no' };
  let from = 0;
  const pieces: string[] = [];
  for (const match of found) {
    pieces.push(text.slice(from, match.index), nameStand);
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  const leading = found.length === 1 && isCall(text, first);
  return { text: pieces.join(''), named: leading ? 'leading' : 'inside' };
}

function isSpelledSo(found: string, names: readonly string[]): boolean {
  const word = found.replace(/^@/u, '');
  const common = Array.from(word).length < 3 || answerWords(word).every(isStop);
  return !common || names.includes(word);
}

/** Longest first, so that "Anna Maria" is one name. */
function namesOf({ firstName, lastName, username }: Named): string[] {
  const whole = [firstName.trim(), `${firstName} ${lastName ?? ''}`.trim(), lastName ?? ''];
  const words = whole.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}'’-]+/u));
  const all = [...whole, ...words, username ?? ''].map((name) => name.trim());
  return [...new Set(all)]
    .filter((name) => /\p{L}/u.test(name) && Array.from(name).length >= 2)
    .toSorted((a, b) => b.length - a.length);
}

const dense = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;

function patternOf(names: readonly string[]): RegExp {
  const exact = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  const inWords = names.filter((name) => dense.test(name)).map(exact);
  const whole = names.filter((name) => !dense.test(name)).map(exact);
  // The words' ends once, and not in any case: to compile them takes a millisecond, for each fan anew.
  const ends = String.raw`(?<![\p{L}\p{M}\p{N}])@?(?i:${whole.join('|')})(?![\p{L}\p{M}\p{N}])`;
  const alternatives = [
    ...(inWords.length > 0 ? [`(?i:${inWords.join('|')})`] : []),
    ...(whole.length > 0 ? [ends] : []),
  ];
  return new RegExp(alternatives.join('|'), 'gu');
}

/** Whether somebody is called by a name here, at the beginning of a text. */
function isCall(text: string, { 0: name, index: at }: RegExpExecArray): boolean {
  const before = text.slice(0, at);
  if (greeting.test(before)) return true;
  const words = before.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const begins = words.length <= leadingWords && !/[.!?…\n]/u.test(before);
  return begins && called.test(text.slice(at + name.length));
}
