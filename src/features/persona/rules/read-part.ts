import { refuse, type Result } from '#src/core/result.ts';
import type { PersonaPart, ProposedLine } from '../persona.ts';
import { emojiLine, readEmoji } from './emoji-use.ts';
import { readLanguages } from './language-tags.ts';
import { type LinesRefusal, lineKey, readLines } from './read-lines.ts';
import { priceLine, readPrice } from './price.ts';

/** Why an answer about a part cannot be taken. */
export type PartRefusal = LinesRefusal | 'no-price' | 'no-language' | 'no-emoji';

/** How much a part holds: lines, and UTF-16 units in each. */
export const partLimits = {
  tone: { most: 1, longest: 300 },
  do: { most: 10, longest: 200 },
  dont: { most: 10, longest: 200 },
  language: { most: 10, longest: 20 },
  emoji: { most: 1, longest: 200 },
  fact: { most: 20, longest: 200 },
  price: { most: 20, longest: 120 },
} as const satisfies Record<PersonaPart, { most: number; longest: number }>;

/** Parts to which a line can be added beside those that are there. */
export function holdsLines(part: PersonaPart): part is 'do' | 'dont' | 'fact' | 'price' {
  return part === 'do' || part === 'dont' || part === 'fact' || part === 'price';
}

/** Whether a model proposed the line: habits are counted, and so is what is the whole of languages and emoji. */
export function isOfModel({ part, habit }: Pick<ProposedLine, 'part' | 'habit'>): boolean {
  return habit === null && part !== 'language' && part !== 'emoji';
}

/** Reads what a person typed about a part as the lines that are stored (see `PersonaLine`). */
export function readPart(
  part: PersonaPart,
  typed: string,
): Result<{ lines: string[] }, PartRefusal> {
  switch (part) {
    case 'tone':
      return readTone(typed);
    case 'do':
    case 'dont':
    case 'fact':
      return readLines(typed, partLimits[part]);
    case 'language':
      return readLanguages(typed);
    case 'emoji': {
      const read = readEmoji(typed);
      return read.ok ? { ok: true, lines: [emojiLine(read.use)] } : read;
    }
    case 'price':
      return readPrices(typed);
  }
}

/** The lines of `added` that `present` does not hold yet. */
export function newLines(present: readonly string[], added: readonly string[]): string[] {
  const known = new Set(present.map(lineKey));
  return added.filter((line) => !known.has(lineKey(line)));
}

function readTone(typed: string): Result<{ lines: string[] }, LinesRefusal> {
  return readLines(typed.split(/\r?\n/u).join(' '), partLimits.tone);
}

function readPrices(typed: string): Result<{ lines: string[] }, LinesRefusal | 'no-price'> {
  const read = readLines(typed, partLimits.price);
  if (!read.ok) return read;
  const prices = read.lines.map(readPrice);
  const lines = prices.flatMap((one) => (one.ok ? [priceLine(one.price)] : []));
  return lines.length < prices.length
    ? refuse('no-price')
    : { ok: true, lines: newLines([], lines) };
}
