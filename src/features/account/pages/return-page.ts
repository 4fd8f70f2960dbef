import { dateText, moreLines, numberText, planName } from '#src/features/billing/index.ts';
import { isRunning } from '../rules/choices.ts';
import type { ComingBack } from '../services/come-back.ts';
import type { Html } from './layout.ts';
import { linkButton, middlePage } from './middle-page.ts';

/** What somebody comes back from having bought; `had`: drafts ever bought on top before that. */
export type Bought = { readonly of: 'plan' } | { readonly of: 'topup'; readonly had: number };

/**
 * What somebody sees who comes from Stripe after paying: thanks for what was bought just now, and what there is of it; or that
 * it is not known yet.
 */
export function returnPage(bought: Bought, back: ComingBack): Html {
  const { name, botUsername, off, wording } = back;
  const { t, language } = wording;
  const botUrl = `https://t.me/${botUsername}`;
  const doing = off
    ? [linkButton('/account', t('account-to'))]
    : [linkButton(botUrl, t('account-back')), linkButton('/account', t('account-to'), 'quiet')];
  const frame = { language, top: { name }, doing };
  const thanks = bought.of === 'plan' ? planThanks(back) : topupThanks(back, bought.had);
  if (thanks) return middlePage({ ...frame, sign: '🎉', title: t('account-thanks'), ...thanks });
  const text = off
    ? 'account-waiting-off-text'
    : back.asked
      ? 'account-waiting-text'
      : 'account-slow-text';
  return middlePage({ ...frame, sign: '⏳', title: t('account-waiting'), text: t(text) });
}

interface Thanks {
  readonly text: string;
  readonly lines?: readonly string[];
}

/** Null: Stripe knows of no plan yet. */
function planThanks({ standing, subscription, off, wording }: ComingBack): Thanks | null {
  const { t } = wording;
  if (off)
    return subscription && isRunning(subscription) ? { text: t('account-thanks-paid') } : null;
  const plan = planName(standing.plan);
  const lines = moreLines('free', standing.plan, wording);
  switch (standing.why) {
    case 'trial':
      return {
        text: t('account-thanks-trial', {
          plan,
          date: dateText(standing.trialEnd ?? subscription?.periodEnd ?? 0, wording),
        }),
        lines,
      };
    case 'subscription':
    case 'address':
      return {
        text: t('account-thanks-plan', {
          plan,
          date: dateText(subscription?.periodEnd ?? 0, wording),
        }),
        lines,
      };
    case 'uncollected':
    case 'grant':
      return subscription && isRunning(subscription) ? { text: t('account-thanks-paid') } : null;
    default:
      return null;
  }
}

/** Null: nothing came on top of what was bought before. */
function topupThanks({ topupDrafts, wording }: ComingBack, had: number): Thanks | null {
  if (topupDrafts <= had) return null;
  return {
    text: wording.t('account-thanks-topup', { count: numberText(topupDrafts - had, wording) }),
  };
}
