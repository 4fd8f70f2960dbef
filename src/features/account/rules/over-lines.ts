import type { PlanName } from '#src/core/plans.ts';
import { numberText, planName, planTable, type PlanWording } from '#src/features/billing/index.ts';
import type { PlanView } from '#src/features/usage/index.ts';

/** What is used by now beyond what a plan allows, one thing a line. */
export function overLines(
  { usage, segments }: Pick<PlanView, 'usage' | 'segments'>,
  plan: PlanName,
  wording: PlanWording,
): string[] {
  const { t } = wording;
  const { features, quotas } = planTable[plan];
  const said = (used: number, of: number) => ({
    used: numberText(used, wording),
    of: numberText(of, wording),
    plan: planName(plan),
  });
  return [
    ...(segments.used > features.segments
      ? [t('account-over-segments', said(segments.used, features.segments))]
      : []),
    ...(usage.drafts.used > quotas.drafts
      ? [t('account-over-drafts', said(usage.drafts.used, quotas.drafts))]
      : []),
  ];
}
