import { fold } from '#src/features/search/index.ts';
import { courtesies } from './courtesies.ts';

const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;
const any = courtesies.spaced.map(fold).join('|');
const spaced = new RegExp(`${start}(?:${any})${end}`, 'gu');
const dense = new RegExp(courtesies.dense.map(fold).join('|'), 'gu');

/** What a text says besides greetings, excuses and thanks in advance, folded; nothing where it is all of that. */
export function withoutCourtesies(text: string): string {
  return fold(text).replace(spaced, ' ').replace(dense, ' ');
}
