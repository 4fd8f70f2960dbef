import { html } from 'hono/html';
import { unreachable } from '#src/core/result.ts';
import {
  dateText,
  planName,
  planOfPrice,
  type PlanStanding,
  reasonText,
} from '#src/features/billing/index.ts';
import type { AccountView } from '../rules/account-view.ts';
import { isRunning } from '../rules/choices.ts';
import { formButton } from './form.ts';
import type { Html } from './layout.ts';

/** The plan, why and until when, and what is to be done about it. */
export function planPart(view: AccountView): Html {
  const { wording, subscription } = view;
  const { t } = wording;
  const { plan: standing } = view.plan;
  const reason = reasonText(standing, wording);
  const badge = badgeOf(standing);
  const goesOn =
    (standing.why === 'subscription' || standing.why === 'address') && standing.until === null;
  return html`<section class="plan stack" aria-labelledby="plan">
<p class="label">${t('account-plan-yours')}</p>
<h1 id="plan">${planName(standing.plan)}${badge ? html` <span class="badge ${badge.look}">${t(badge.text)}</span>` : ''}</h1>
${reason === null ? '' : html`<p>${reason}</p>`}
${
  goesOn && subscription
    ? html`<p>${t('account-next-payment', { date: dateText(subscription.periodEnd, wording) })}</p>`
    : ''
}
${toDo(view)}
</section>`;
}

/** What needs somebody now: money that is open, or an end that can be taken back. */
function toDo({
  plan: { plan: standing },
  subscription,
  wording,
  formToken,
  off,
}: AccountView): Html | '' {
  const { t } = wording;
  if (off || !isRunning(subscription)) return '';
  if (standing.why === 'grace' || standing.why === 'unpaid') {
    return html`<div class="pair">${formButton(
      { to: '/account/manage', token: formToken, fields: { what: 'card' } },
      t('account-new-card'),
    )}${formButton(
      { to: '/account/manage', token: formToken, fields: { what: 'portal' }, look: 'quiet' },
      t('account-pay-open'),
    )}</div>`;
  }
  if (standing.why === 'paused') {
    return html`${formButton({ to: '/account/resume', token: formToken }, t('account-resume'))}
<p class="small">${t('account-resume-text')}</p>`;
  }
  if (standing.why === 'address') {
    return formButton(
      { to: '/account/manage', token: formToken, fields: { what: 'portal' } },
      t('account-invoices'),
    );
  }
  if (subscription && subscription.cancelsAt !== null && subscription.hold === null) {
    return formButton(
      { to: '/account/manage', token: formToken, fields: { what: 'portal' } },
      // A grant may be of a better plan.
      t('account-keep', {
        plan: planName(planOfPrice(subscription.priceKey) ?? standing.plan),
      }),
    );
  }
  return '';
}

function badgeOf({
  why,
  until,
}: PlanStanding): { readonly text: string; readonly look: '' | 'warn' | 'bad' } | null {
  switch (why) {
    case 'subscription':
    case 'uncollected':
      return until === null
        ? { text: 'account-badge-active', look: '' }
        : { text: 'account-badge-ends', look: 'warn' };
    case 'trial':
      return until === null
        ? { text: 'account-badge-trial', look: '' }
        : { text: 'account-badge-ends', look: 'warn' };
    case 'grant':
      return { text: 'account-badge-grant', look: '' };
    case 'grace':
    case 'unpaid':
      return { text: 'account-badge-unpaid', look: 'bad' };
    case 'address':
      return { text: 'account-badge-address', look: 'warn' };
    case 'pending':
      return { text: 'account-badge-pending', look: 'warn' };
    case 'paused':
    case 'paused-by-operator':
      return { text: 'account-badge-paused', look: 'warn' };
    case 'hold':
    case 'fraud-warning':
      return { text: 'account-badge-hold', look: 'bad' };
    case 'ended':
      return { text: 'account-badge-ended', look: 'warn' };
    case 'free':
    case 'not-billed':
      return null;
    default:
      return unreachable(why);
  }
}
