import type { PlanName } from '#src/core/plans.ts';
import { unreachable } from '#src/core/result.ts';
import { plans } from './plan-table.ts';
import { dateText, numberText, planName, type PlanWording } from './plan-words.ts';
import type { PlanNews } from './telling.ts';

/** What the creator is told: a few sentences, without prices. */
export function newsText(news: PlanNews, wording: PlanWording): string {
  const { t } = wording;
  switch (news.is) {
    case 'trial-began': {
      const plan = planName(news.plan);
      if (news.trialEnd === null) return t('billing-told-began', { plan });
      return t('billing-told-trial', { plan, date: dateText(news.trialEnd, wording) });
    }
    case 'began':
      return t('billing-told-began', { plan: planName(news.plan) });
    case 'paid':
      return t('billing-told-paid', { plan: planName(news.plan) });
    case 'recovered':
      return t('billing-told-recovered', { plan: planName(news.plan) });
    case 'released':
      return t('billing-told-released', { plan: planName(news.plan) });
    case 'cleared':
      return t('billing-told-cleared', { plan: planName(news.plan) });
    case 'changed':
      return t('billing-told-changed', { plan: planName(news.plan) });
    case 'goes-on':
      return t('billing-told-goes-on', { plan: planName(news.plan) });
    case 'granted': {
      const plan = planName(news.plan);
      if (news.until === null) return t('billing-told-granted', { plan });
      return t('billing-told-granted-until', { plan, date: dateText(news.until, wording) });
    }
    case 'ending':
      return t('billing-told-ending', endOf(news, wording));
    case 'payment-failed':
      return t('billing-told-payment-failed', endOf(news, wording));
    case 'grace-ends':
      return t('billing-told-grace-ends', endOf(news, wording));
    case 'trial-ends':
      return t('billing-told-trial-ends', {
        plan: planName(news.plan),
        date: dateText(news.trialEnd, wording),
      });
    case 'less':
      return [lessLine(news, wording), ...allLost(news.from, news.to, wording)].join('\n');
    case 'paused': {
      const told = t('billing-told-paused', { plan: planName(news.from) });
      return [told, ...allLost(news.from, 'free', wording)].join('\n');
    }
    case 'paused-by-operator': {
      const told = t('billing-told-paused-by-operator', { plan: planName(news.from) });
      return [told, ...allLost(news.from, 'free', wording)].join('\n');
    }
    case 'paused-still':
      return t(news.why === 'paused' ? 'billing-why-paused' : 'billing-why-paused-by-operator');
    case 'uncollected':
      return t('billing-told-uncollected', { plan: planName(news.plan) });
    case 'collected':
      return t('billing-told-collected', { plan: planName(news.plan) });
    case 'duplicate':
      return t('billing-told-duplicate');
    case 'resumed':
      return t('billing-told-resumed', { plan: planName(news.plan) });
    case 'hold':
      return [t('billing-told-hold'), ...allLost(news.from, 'free', wording)].join('\n');
    case 'fraud-warning':
      return [t('billing-told-fraud-warning'), ...allLost(news.from, 'free', wording)].join('\n');
    case 'address':
      return t('billing-told-address', { plan: planName(news.plan) });
    case 'over':
      return t('billing-why-ended');
    case 'topup':
      return t('billing-told-topup', { count: numberText(news.drafts, wording) });
    default:
      return unreachable(news);
  }
}

function endOf(
  { plan, until, then }: { plan: PlanName; until: number; then: PlanName },
  wording: PlanWording,
) {
  return { plan: planName(plan), date: dateText(until, wording), then: planName(then) };
}

function lessLine(
  { from, to, why }: Extract<PlanNews, { is: 'less' }>,
  { t }: PlanWording,
): string {
  const said = { from: planName(from), to: planName(to) };
  return why === 'unpaid' ? t('billing-told-unpaid', said) : t('billing-told-less', said);
}

/** What is less by now, and that nothing is lost. */
function allLost(from: PlanName, to: PlanName, wording: PlanWording): string[] {
  const lines = lostLines(from, to, wording).map((line) => `• ${line}`);
  return [...lines, wording.t('billing-lost-nothing')];
}

/** What is less with a lower plan, one thing a line. */
export function lostLines(from: PlanName, to: PlanName, wording: PlanWording): string[] {
  const { t } = wording;
  const [before, now] = [plans[from], plans[to]];
  const { segments, 'insights-days': days, 'own-key': ownKey } = now.features;
  const less = (feature: keyof typeof now.features) =>
    now.features[feature] < before.features[feature];
  return [
    ...(now.quotas.drafts < before.quotas.drafts
      ? [t('billing-lost-drafts', { count: numberText(now.quotas.drafts, wording) })]
      : []),
    ...(less('segments') ? [t('billing-lost-segments', { count: segments })] : []),
    ...(less('insights-days') ? [t('billing-lost-insights', { days })] : []),
    ...(less('own-key') && ownKey === 0 ? [t('billing-lost-own-key')] : []),
  ];
}
