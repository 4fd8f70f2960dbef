import { keyOf } from '#src/features/memory/index.ts';
import type { Names } from './names.ts';
import { printedName, printedValue } from './print-text.ts';
import type { TextProblem } from './text-problem.ts';
import type { Token } from './tokens.ts';

/** Words that a field's name is looked for in. */
const mostWords = 5;

/**
 * What is wrong where the name of a field with spaces stands without quotation marks, as in `shirt size:XXL`, and how it
 * is written. `at`: the piece that makes no sense by itself, which may be any word of the name.
 */
export function spacedField(
  tokens: readonly Token[],
  at: number,
  names: Names,
): TextProblem | undefined {
  for (let from = Math.max(0, at - mostWords + 1); from <= at; from += 1) {
    for (let to = Math.max(at, from + 1); to < from + mostWords; to += 1) {
      const found = fieldIn(tokens.slice(from, to + 1), to - from + 1, names);
      if (found) return found;
    }
  }
  return undefined;
}

function fieldIn(pieces: readonly Token[], count: number, names: Names): TextProblem | undefined {
  const words = pieces.flatMap((piece) => (isWord(piece) ? [piece] : []));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < count) return undefined;
  if (words.slice(0, -1).some(({ operator }) => operator !== null)) return undefined;
  const word = words.map(({ key }) => key).join(' ');
  const field = names.fields.find(({ name }) => keyOf(name) === keyOf(word));
  if (!field) return undefined;
  const value = last.value === null ? '' : printedValue(last.value);
  const meant = `field.${printedName(field.name)}${last.operator ?? ''}${value}`;
  return { problem: 'unknown-word', word, meant, at: first.at, end: last.end };
}

function isWord(piece: Token): piece is Extract<Token, { kind: 'condition' }> {
  return piece.kind === 'condition' && piece.name === null;
}
