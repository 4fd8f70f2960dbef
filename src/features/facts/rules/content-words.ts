import { plainText } from '#src/features/drafts/index.ts';
import { frameWords } from './frame-words.ts';

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text that carry what it says, in plain letters, each once. */
export function contentWords(text: string): string[] {
  const found = [...words.segment(plainText(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .filter((word) => !frameWords.has(word));
  return [...new Set(found)];
}

/** Parts of the longer word that two forms of one word begin with alike, and the fewest letters. */
const alikePart = 0.6;
const fewestLetters = 3;

/** Whether two words are forms of one: `dog` and `dogs`, but numbers only where they are the same. */
export function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\p{N}/u.test(one + other)) return false;
  const longer = Math.max(one.length, other.length);
  return commonStart(one, other) >= Math.max(fewestLetters, Math.ceil(longer * alikePart));
}

/** The part (0 to 1) of the first words that occurs among the second in some form; 0 without any. */
export function shareOf(wanted: readonly string[], among: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const found = wanted.filter((word) => among.some((other) => areAlike(word, other)));
  return found.length / wanted.length;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}
