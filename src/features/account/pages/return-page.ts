import { dateText, numberText, planName } from '#src/features/billing/index.ts';
import { isRunning } from '../rules/choices.ts';
import type { ComingBack } from '../services/come-back.ts';
import type { Html } from './layout.ts';
import { linkButton, middlePage } from './middle-page.ts';

/** What somebody sees who comes from Stripe after paying: thanks, and until when; or that it is not known yet. */
export function returnPage(of: 'plan' | 'topup', back: ComingBack): Html {
  const { name, botUsername, wording } = back;
  const { t, language } = wording;
  const botUrl = `https://t.me/${botUsername}`;
  const doing = [
    linkButton(botUrl, t('account-back')),
    linkButton('/account', t('account-to'), 'quiet'),
  ];
  const frame = { language, top: { name }, doing };
  const text = of === 'plan' ? planText(back) : topupText(back);
  if (text === null) {
    const waiting = { title: t('account-waiting'), text: t('account-waiting-text') };
    return middlePage({ ...frame, sign: '⏳', ...waiting });
  }
  return middlePage({ ...frame, sign: '🎉', title: t('account-thanks'), text });
}

/** Null: Stripe knows of no plan yet. */
function planText({ standing, subscription, wording }: ComingBack): string | null {
  const { t } = wording;
  const plan = planName(standing.plan);
  switch (standing.why) {
    case 'trial':
      return t('account-thanks-trial', {
        plan,
        date: dateText(standing.trialEnd ?? subscription?.periodEnd ?? 0, wording),
      });
    case 'subscription':
      return t('account-thanks-plan', {
        plan,
        date: dateText(subscription?.periodEnd ?? 0, wording),
      });
    case 'grant':
      return subscription && isRunning(subscription) ? t('account-thanks-paid') : null;
    default:
      return null;
  }
}

function topupText({ topupDrafts, wording }: ComingBack): string | null {
  if (topupDrafts === 0) return null;
  return wording.t('usage-topup', { left: numberText(topupDrafts, wording) });
}
