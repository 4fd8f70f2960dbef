import { refuse, type Result } from '#src/core/result.ts';
import { safeName } from '#src/features/fans/index.ts';

/** Longest name of a tag, a field or a date, in UTF-16 units: it must fit on a button. */
export const maxName = 32;

/** Why a name cannot be given. */
export type NameRefusal = 'empty' | 'too-long';

/** Reads a name that a person typed: one line of 1 to 32 units, without a `#` in front. */
export function readName(typed: string): Result<{ name: string }, NameRefusal> {
  const bare = typed.trim().replace(/^#+/u, '');
  if (bare.length > maxName) return refuse('too-long');
  const name = safeName(bare);
  return name === '' ? refuse('empty') : { ok: true, name };
}

/** Two names are one when these are equal: case, width and spaces do not count. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}

/** What `/tag` asks for: names to put on, and names with a dash in front to take off. */
export function readTagCommand(typed: string): { on: string[]; off: string[] } {
  const words = typed
    .split(/[,\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const off = words.filter((word) => word.startsWith('-')).map((word) => word.slice(1).trim());
  return { on: words.filter((word) => !word.startsWith('-')), off };
}
