import type { PlanName } from '#src/core/plans.ts';
import type { ChangePreview, PlanPriceKey } from '#src/core/stripe.ts';
import { unreachable } from '#src/core/result.ts';
import { dateText, planName, type PlanWording } from '#src/features/billing/index.ts';
import type { PaidPlan } from './choices.ts';
import { sumText } from './price-text.ts';

/**
 * What is known of a change of plan before it is made. `unclear`: Stripe answers, and cannot tell what it costs. `ending`: the
 * subscription (of `plan`) ends at this time (epoch ms), which must be taken back first.
 */
export type ChangeOutlook =
  | ({ readonly is: 'known' } & ChangePreview)
  | { readonly is: 'unclear' | 'no-answer' | 'planned' }
  | { readonly is: 'ending'; readonly at: number | null; readonly plan: PlanName };

/** A sum with what it is. */
export interface SumLine {
  readonly label: string;
  readonly amount: string;
  readonly look: '' | 'due';
}

/** The name of a change, as a title: to which plan, paid by the month or by the year. */
export function changeTitle(priceKey: PlanPriceKey, { t }: PlanWording): string {
  const named = { plan: planName(planOfKey(priceKey)) };
  return priceKey.endsWith('_yearly')
    ? t('account-change-to-year', named)
    : t('account-change-to-month', named);
}

/** What a change does and when, in a sentence or two. */
export function changeText(outlook: ChangeOutlook, wording: PlanWording): string {
  const { t } = wording;
  switch (outlook.is) {
    case 'unclear':
      return t('account-change-unclear');
    case 'no-answer':
      return t('account-change-no-answer');
    case 'planned':
      return t('account-change-planned');
    case 'ending':
      return outlook.at === null
        ? t('account-change-ending')
        : t('account-change-ending-on', { date: dateText(outlook.at, wording) });
    case 'known':
      return beginsText(outlook, wording);
    default:
      return unreachable(outlook);
  }
}

function beginsText({ begins, beginsAt, next }: ChangePreview, wording: PlanWording): string {
  const { t } = wording;
  switch (begins) {
    case 'now':
      return t('account-change-begins-now');
    case 'period-end':
      return t('account-change-begins-later', { date: dateText(beginsAt, wording) });
    case 'trial-ends':
      return t('account-change-ends-trial');
    case 'trial-goes-on':
      return t('account-change-keeps-trial', { date: dateText(next.at, wording) });
    default:
      return unreachable(begins);
  }
}

/** What is charged, credited and due today, and what comes next; what is nothing is left out, but for what is due. */
export function sumLines(
  priceKey: PlanPriceKey,
  { today, next, currency }: ChangePreview,
  wording: PlanWording,
): SumLine[] {
  const { t, language } = wording;
  const plan = planName(planOfKey(priceKey));
  const date = dateText(next.at, wording);
  const line = (label: string, amount: number, look: SumLine['look'] = ''): SumLine => ({
    label,
    amount: sumText({ amount, currency }, language),
    look,
  });
  const some = (label: string, amount: number) => (amount === 0 ? [] : [line(label, amount)]);
  return [
    ...some(t('account-change-charged', { plan, date }), today.charged),
    ...some(t('account-change-credited'), -today.credited),
    ...some(t('account-change-from-credit'), -today.fromCredit),
    line(t('account-change-due'), today.due, 'due'),
    ...some(t('account-change-kept'), today.kept),
    ...(next.amount === null ? [] : [line(t('account-change-next', { date }), next.amount)]),
  ];
}

function planOfKey(priceKey: PlanPriceKey): PaidPlan {
  return priceKey.startsWith('studio_') ? 'studio' : 'pro';
}
