import { refuse, type Result } from '#src/core/result.ts';
import { safeLine } from '#src/features/fans/index.ts';

/** Why typed lines cannot be taken. */
export type LinesRefusal = 'empty' | 'too-long' | 'too-many';

/** Signs with which people begin the lines of a list. */
const bullet = /^(?:[-–—•*·]|\d{1,2}[.)])\s+/u;

/** The lines that a person typed, cleaned: without empty ones, list signs in front, and repetitions. */
export function typedLines(typed: string): string[] {
  const lines = typed.split(/\r?\n/u).map((line) => safeLine(line.trim().replace(bullet, '')));
  const known = new Set<string>();
  return lines.filter((line) => {
    const key = lineKey(line);
    if (line === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Two lines are one when these are equal: case, width and spaces do not count. */
export function lineKey(line: string): string {
  return line.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}

/** Reads lines that a person typed: 1 to `most`, each of `longest` UTF-16 units at most. */
export function readLines(
  typed: string,
  { longest, most }: { longest: number; most: number },
): Result<{ lines: string[] }, LinesRefusal> {
  const lines = typedLines(typed);
  if (lines.length === 0) return refuse('empty');
  if (lines.some((line) => line.length > longest)) return refuse('too-long');
  if (lines.length > most) return refuse('too-many');
  return { ok: true, lines };
}
