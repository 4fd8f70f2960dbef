import type { PlanName } from '#src/core/plans.ts';
import type { Translate } from '#src/core/texts.ts';
import { planName } from '#src/features/billing/index.ts';
import { type Period, periods } from '../insight.ts';

/** What is shown first where the plan has it. */
const usual = 30;

/** How many days a plan must show for a period. */
export function daysOf(period: Period): number {
  return period === 'all' ? Number.POSITIVE_INFINITY : period;
}

/** The period that is shown first with a plan that shows so many days. */
export function firstPeriod(mostDays: number): Period {
  return (
    periods.findLast((period) => daysOf(period) <= usual && daysOf(period) <= mostDays) ??
    periods[0]
  );
}

/** Why a longer period is not shown, and which plan shows it. */
export function lockedText(
  { most, needs }: { readonly most: number; readonly needs: PlanName | null },
  t: Translate,
): string {
  return t('insights-locked', { days: most, plan: planName(needs ?? 'studio') });
}
