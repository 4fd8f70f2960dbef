import { refuse, type Result } from '#src/core/result.ts';
import { safeName } from '#src/features/fans/index.ts';

/** Longest name of a saved reply, in UTF-16 units: it must fit on a button. */
export const maxName = 32;

/** Reads a name that a person typed: one line of 1 to 32 units. */
export function readName(typed: string): Result<{ name: string }, 'empty' | 'too-long'> {
  const name = safeName(typed);
  if (name === '') return refuse('empty');
  if (name.length > maxName || typed.trim().length > maxName) return refuse('too-long');
  return { ok: true, name };
}

/** Names are equal when these are. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}
