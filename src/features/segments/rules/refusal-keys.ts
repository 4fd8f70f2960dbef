import type { Translate } from '#src/core/texts.ts';
import { limits } from './filter.ts';

/** Why something is not done. */
type Refusal = 'empty' | 'too-long' | 'taken' | 'full' | 'gone' | 'too-deep' | 'too-many';

const refusalKeys = {
  empty: 'segments-refused-empty',
  'too-long': 'segments-refused-too-long',
  taken: 'segments-refused-taken',
  full: 'segments-refused-full',
  gone: 'segments-refused-gone',
  'too-deep': 'segments-too-deep',
} as const satisfies Record<Exclude<Refusal, 'too-many'>, string>;

/** The sentence for a reason why something is not done. */
export function refusalText(reason: Refusal, t: Translate): string {
  return reason === 'too-many'
    ? t('segments-too-many', { most: limits.conditions })
    : t(refusalKeys[reason]);
}
