import { fold } from '#src/features/search/index.ts';
import { answerWords } from './answer-words.ts';
import { nameStand } from './without-names.ts';

/** Where a word was that is nobody else's business; a draft that still has it is not fit to be sent. */
export const wordStand = '{…}';

const run = /[\p{L}\p{M}\p{N}]+/gu;

/** A text in which `{…}` stands for each of these words (`answerWords`), whatever its ending; names' placeholders stay. */
export function withoutWords(text: string, words: ReadonlySet<string>): string {
  if (words.size === 0) return text;
  return text
    .split(nameStand)
    .map((piece) => piece.replace(run, (found) => maskRun(found, words)))
    .join(nameStand);
}

function maskRun(found: string, words: ReadonlySet<string>): string {
  if (!answerWords(found).some((word) => words.has(word))) return found;
  // Of a dense run only the characters that make up the word; the rest of the sentence stays.
  const characters = Array.from(found.normalize('NFKC'));
  const masked = new Set<number>();
  for (const [at, character] of characters.entries()) {
    const pair = `${character}${characters[at + 1] ?? ''}`;
    if (answerWords(pair).length === 1 && words.has(fold(pair)) && dense.test(pair)) {
      masked.add(at);
      masked.add(at + 1);
    }
  }
  if (masked.size === 0) return wordStand;
  const kept = characters.flatMap((character, at) =>
    masked.has(at) ? (masked.has(at - 1) ? [] : [wordStand]) : [character],
  );
  const rest = kept.join('');
  // Marks that folding takes away can hide a pair.
  return answerWords(rest).some((word) => words.has(word)) ? wordStand : rest;
}

const dense =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
