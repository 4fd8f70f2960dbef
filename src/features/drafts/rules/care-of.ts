import { agePatterns } from './care/age-words.ts';
import { distressPattern, laughter } from './care/distress-words.ts';
import { schoolPattern } from './care/school-words.ts';
import { spendingPattern } from './care/spending-words.ts';
import { plainText } from './plain-text.ts';

/** What asks for care: a possible minor, somebody who may harm themself, somebody who spends what they do not have. */
export type CareKind = 'possible-minor' | 'distress' | 'spending';

/** One sign, without its words: whoever shows it shows the message. */
export interface CareSign {
  readonly kind: CareKind;
  /** Which of the texts it stands in, from 0. */
  readonly index: number;
}

/** Longest part of a text that is looked at, in UTF-16 units: a whole message. */
const longest = 4_096;

/**
 * Looks for signs that ask for care in what a fan wrote, in English, Spanish, Portuguese, German, Russian, Ukrainian,
 * Arabic and Japanese. Signs, not findings: a person looks at the message. Only texts of the fan's own may be given.
 */
export function careOf(texts: readonly string[]): CareSign[] {
  return texts.flatMap((text, index) => kindsIn(text).map((kind) => ({ kind, index })));
}

/** Whether there is a sign of a possible minor in what a fan wrote; the same as `careOf`, without looking for more. */
export function mayBeOfMinor(text: string): boolean {
  return isOfMinor(plainText(text.slice(0, longest)));
}

function kindsIn(text: string): CareKind[] {
  const plain = plainText(text.slice(0, longest));
  return [
    ...(isOfMinor(plain) ? (['possible-minor'] as const) : []),
    ...(found(distressPattern, plain) && !laughter.test(plain) ? (['distress'] as const) : []),
    ...(found(spendingPattern, plain) ? (['spending'] as const) : []),
  ];
}

function isOfMinor(plain: string): boolean {
  return agePatterns.some((pattern) => pattern.test(plain)) || found(schoolPattern, plain);
}

function found(pattern: RegExp, plain: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(plain);
}
