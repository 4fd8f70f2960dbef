import type { PlanName } from '#src/core/plans.ts';
import type { Translate } from '#src/core/texts.ts';
import { planName } from '#src/features/billing/index.ts';

interface Limit {
  readonly most: number;
  readonly needs: PlanName | null;
}

/** Why a new segment is not saved; what was built stays. */
export function noMoreWords({ most, needs }: Limit, t: Translate): string {
  return t('segments-refused-plan', { most, plan: planName(needs ?? 'studio') });
}

/** Why a segment can only be used. */
export function readOnlyWords({ most, needs }: Limit, t: Translate): string {
  return t('segments-read-only', { most, plan: planName(needs ?? 'studio') });
}
