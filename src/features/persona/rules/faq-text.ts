import { refuse, type Result } from '#src/core/result.ts';
import { safeLine } from '#src/features/fans/index.ts';

/** Longest question and longest answer, in UTF-16 units. */
export const maxFaqText = 500;

/** Why a question or an answer is not taken. */
export type FaqRefusal = 'empty' | 'too-long';

/** Reads a question, on one line, or an answer, on several, as a person typed it. */
export function readFaqText(
  half: 'question' | 'answer',
  typed: string,
): Result<{ text: string }, FaqRefusal> {
  const lines = half === 'question' ? [typed] : typed.split(/\r?\n/u);
  const text = lines.map(safeLine).join('\n').trim();
  if (text === '') return refuse('empty');
  return text.length > maxFaqText ? refuse('too-long') : { ok: true, text };
}
