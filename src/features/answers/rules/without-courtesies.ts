import { fold } from '#src/features/search/index.ts';
import { courtesies, pleasantries } from './courtesies.ts';

const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;
const polite = patternsOf(courtesies);
const kind = patternsOf(pleasantries);

/** What a text says besides greetings, excuses and thanks in advance, folded; nothing where it is all of that. */
export function withoutCourtesies(text: string): string {
  return without(fold(text), polite);
}

/** What a text says besides courtesies, thanks and the question how somebody does, folded; nothing where it is all of that. */
export function withoutPleasantries(text: string): string {
  return without(without(fold(text), kind), polite);
}

function without(folded: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((left, pattern) => left.replace(pattern, ' '), folded);
}

function patternsOf({ spaced, dense }: typeof courtesies): RegExp[] {
  const any = spaced.map(fold).join('|');
  return [
    new RegExp(`${start}(?:${any})${end}`, 'gu'),
    new RegExp(dense.map(fold).join('|'), 'gu'),
  ];
}
