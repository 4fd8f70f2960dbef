import { refuse, type Result } from '#src/core/result.ts';
import { safeLine } from '#src/features/fans/index.ts';
import { longestFact, longestLine, mostLines } from '../fact.ts';

/** Why what a person typed is not kept. */
export type TypedRefusal = 'empty' | 'too-long';

/** A fact as a person typed it: one line. */
export function readTypedFact(typed: string): Result<{ text: string }, TypedRefusal> {
  const text = safeLine(typed);
  if (text === '') return refuse('empty');
  return text.length > longestFact ? refuse('too-long') : { ok: true, text };
}

/** A summary as a person typed it: at most two lines with words. */
export function readTypedSummary(typed: string): Result<{ text: string }, TypedRefusal> {
  const lines = typed
    .split('\n')
    .map(safeLine)
    .filter((line) => line !== '');
  if (lines.length === 0) return refuse('empty');
  if (lines.length > mostLines || lines.some((line) => line.length > longestLine)) {
    return refuse('too-long');
  }
  return { ok: true, text: lines.join('\n') };
}
