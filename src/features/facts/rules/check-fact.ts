import {
  findAmounts,
  findLinks,
  findPromises,
  isInstructionLike,
  maskable,
  phrasePattern,
  plainText,
} from '#src/features/drafts/index.ts';
import { safeLine } from '#src/features/fans/index.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { longestFact, longestLine, mostLines } from '../fact.ts';
import { contentWords, shareOf } from './content-words.ts';
import { specialWords } from './special-words.ts';

/**
 * Why something that a model noted is not kept. `instruction`: it reads like an order, or stands in a message that does;
 * `contact`: it holds an address, a number, a handle or a link; `code`; `money`: a sum, an offer or a promise; `special`:
 * health, sexuality, religion, politics; `placeholder`: a model made one up; `unfounded`: other words than the fan's.
 */
export type FactFault =
  | 'empty'
  | 'too-long'
  | 'instruction'
  | 'contact'
  | 'code'
  | 'money'
  | 'special'
  | 'placeholder'
  | 'unfounded';

/** Part of a fact's words that must be the fan's own, and of a summary's that must have been said. */
const foundedFact = 2 / 3;
const foundedSummary = 1 / 2;

const special = phrasePattern(specialWords);
/** Also what may be an address with an unusual ending. */
const address = /[\p{L}\p{N}]\.\p{L}{2}/u;
const code = /[`{}<>\\|$]|=>|\(\)|==/u;
const placeholder = /\[[A-Z]{2,10}_\d+\]/u;

/**
 * Looks at a fact that a model noted, placeholders already put back, beside the fan's message that it is to come from. What
 * passes is one clean line.
 */
export function checkFact(
  noted: string,
  source: string,
): Result<{ readonly text: string }, FactFault> {
  const text = safeLine(noted).replace(/\.$/u, '');
  if (text.length > longestFact) return refuse('too-long');
  if (isInstructionLike(source)) return refuse('instruction');
  const fault = faultOf(text);
  if (fault) return refuse(fault);
  return isFounded(text, [source], foundedFact) ? { ok: true, text } : refuse('unfounded');
}

/**
 * The lines of a summary that can be kept, at most two; `said` is all that it may come from. A line that is at fault is left
 * out: '' when that is all.
 */
export function checkSummary(noted: readonly string[], said: readonly string[]): string {
  return noted
    .flatMap((line) => line.split('\n'))
    .map((line) => safeLine(line))
    .filter((line) => line.length <= longestLine && faultOf(line) === null)
    .filter((line) => isFounded(line, said, foundedSummary))
    .slice(0, mostLines)
    .join('\n');
}

function faultOf(text: string): FactFault | null {
  if (text === '') return 'empty';
  if (placeholder.test(text)) return 'placeholder';
  if (address.test(text) || findLinks(text).length > 0) return 'contact';
  if (maskable(text).length > 0) return 'contact';
  if (isInstructionLike(text)) return 'instruction';
  if (code.test(text)) return 'code';
  if (findAmounts(text).length > 0 || findPromises(text, '').length > 0) return 'money';
  special.lastIndex = 0;
  return special.test(plainText(text)) ? 'special' : null;
}

/** Whether enough of a text's words were said, and all of its numbers. */
function isFounded(text: string, said: readonly string[], part: number): boolean {
  const words = contentWords(text);
  const among = [...new Set(said.flatMap(contentWords))];
  const numbers = words.filter((word) => /\p{N}/u.test(word));
  return numbers.every((number) => among.includes(number)) && shareOf(words, among) >= part;
}
