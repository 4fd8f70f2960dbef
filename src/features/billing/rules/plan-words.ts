import type { PlanName } from '#src/core/plans.ts';
import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import type { PlanStanding } from './plan-at.ts';
import { planNames, plans, rankOf } from './plan-table.ts';

/** In which words, and how dates are shown. */
export interface PlanWording {
  readonly t: Translate;
  /** IETF tag. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
}

const names: Readonly<Record<PlanName, string>> = { free: 'Free', pro: 'Pro', studio: 'Studio' };

/** A plan's name, the same in every language. */
export function planName(plan: PlanName): string {
  return names[plan];
}

/** A date (epoch ms) in words. */
export function dateText(at: number, { language, timeZone }: PlanWording): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(at);
}

/** A number in words; an allowance without a limit never comes here. */
export function numberText(value: number, { language }: Pick<PlanWording, 'language'>): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Why the plan is what it is and until when, one sentence; null where there is nothing to say. For the creator alone. */
export function reasonText(standing: PlanStanding, wording: PlanWording): string | null {
  const { t } = wording;
  const { why, until, trialEnd } = standing;
  const then = planName(standing.then);
  const date = until === null ? null : dateText(until, wording);
  switch (why) {
    case 'not-billed':
    case 'free':
      return null;
    case 'grant':
      return date ? t('billing-why-grant-until', { date, then }) : t('billing-why-grant');
    case 'subscription':
      return date ? t('billing-why-ending', { date, then }) : t('billing-why-subscription');
    case 'trial':
      if (date) return t('billing-why-ending', { date, then });
      if (trialEnd === null) return t('billing-why-trial');
      return t('billing-why-trial-until', { date: dateText(trialEnd, wording) });
    case 'grace':
      return date ? t('billing-why-grace', { date, then }) : null;
    case 'address': {
      const subscribed = date
        ? t('billing-why-ending', { date, then })
        : t('billing-why-subscription');
      return `${subscribed} ${t('billing-why-address')}`;
    }
    case 'uncollected': {
      const subscribed = date
        ? t('billing-why-ending', { date, then })
        : t('billing-why-subscription');
      return `${subscribed} ${t('billing-why-uncollected')}`;
    }
    case 'ended':
      return t('billing-why-ended');
    case 'unpaid':
      return t('billing-why-unpaid');
    case 'pending':
      return t('billing-why-pending');
    case 'paused':
      return t('billing-why-paused');
    case 'paused-by-operator':
      return t('billing-why-paused-by-operator');
    case 'hold':
      return t('billing-why-hold');
    case 'fraud-warning':
      return t('billing-why-fraud-warning');
    default:
      return unreachable(why);
  }
}

/** What the next higher plan has more of what there is by now; null: there is none. No prices. */
export function nextPlanText(plan: PlanName, wording: PlanWording): string | null {
  const next = planNames[rankOf(plan) + 1];
  if (!next) return null;
  const lines = moreLines(plan, next, wording);
  return [
    wording.t('billing-adds', { plan: planName(next) }),
    ...lines.map((line) => `• ${line}`),
  ].join('\n');
}

/** What a plan has more of than another, of what there is by now, one thing a line. */
export function moreLines(than: PlanName, plan: PlanName, wording: PlanWording): string[] {
  const { t } = wording;
  const [mine, more] = [plans[than], plans[plan]];
  const drafts = more.quotas.drafts > mine.quotas.drafts;
  const has = (feature: keyof typeof mine.features) =>
    more.features[feature] > mine.features[feature];
  const days = more.features['insights-days'];
  return [
    ...(drafts
      ? [t('billing-adds-drafts', { count: numberText(more.quotas.drafts, wording) })]
      : []),
    ...(has('segments') ? [t('billing-adds-segments')] : []),
    ...(has('insights-days')
      ? [Number.isFinite(days) ? t('billing-adds-insights-year') : t('billing-adds-insights-all')]
      : []),
    ...(has('own-key') ? [t('billing-adds-own-key')] : []),
  ];
}
