import {
  nextPlanText,
  planName,
  type PlanStanding,
  reasonText,
} from '#src/features/billing/index.ts';
import type { UsageStanding } from './standing.ts';
import { usageLines, type UsageWording } from './usage-texts.ts';

/** What /plan shows. Allowances without a limit are infinite. */
export interface PlanView {
  readonly plan: PlanStanding;
  readonly usage: UsageStanding;
  readonly segments: { readonly used: number; readonly of: number };
  /** What is said of an own key; null: there is none. */
  readonly ownKey: string | null;
  /** Days back that pictures show. */
  readonly insightsDays: number;
}

/** In which words, and how dates are shown. */
export interface PlanViewWording extends UsageWording {
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * The plan, what is used of each limit and, for the creator in private, why it is so and what the next plan has more.
 * Whoever else is at the desk sees nothing of payments.
 */
export function planText(
  { plan, usage, segments, ownKey, insightsDays }: PlanView,
  { isPrivate }: { readonly isPrivate: boolean },
  wording: PlanViewWording,
): string {
  const { t } = wording;
  const billed = plan.why !== 'not-billed';
  const title = billed ? t('usage-plan', { plan: planName(plan.plan) }) : t('usage-plan-none');
  const reason = isPrivate ? reasonText(plan, wording) : null;
  const next = isPrivate && billed ? nextPlanText(plan.plan, wording) : null;
  const limits = [
    ...usageLines(usage, monthOf(usage, wording), wording),
    ...(ownKey === null ? [] : [ownKey]),
    ...(Number.isFinite(segments.of)
      ? [t('usage-segments-of', { used: segments.used, of: segments.of })]
      : []),
    ...(Number.isFinite(insightsDays) ? [t('usage-insights-of', { days: insightsDays })] : []),
  ];
  return [reason === null ? title : `${title}\n${reason}`, limits.join('\n'), next]
    .filter((block) => block !== null)
    .join('\n\n');
}

/** The date with which the month began; null for a calendar month (UTC). */
function monthOf({ since }: UsageStanding, { language, timeZone }: PlanViewWording): string | null {
  const begin = new Date(since);
  const isCalendar = begin.getUTCDate() === 1 && since % 86_400_000 === 0;
  if (isCalendar) return null;
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone }).format(
    begin,
  );
}
