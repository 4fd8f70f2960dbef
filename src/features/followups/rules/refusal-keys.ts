import type { WhenRefusal } from './parse-when.ts';

/** The sentence for each reason why nothing is followed up. */
export const refusalKeys = {
  none: 'followups-refused-none',
  past: 'followups-refused-past',
  'too-far': 'followups-refused-too-far',
  'too-long': 'followups-refused-too-long',
  gone: 'followups-refused-gone',
} as const satisfies Record<WhenRefusal | 'too-long' | 'gone', string>;
