import { html } from 'hono/html';
import { dateText, planName } from '#src/features/billing/index.ts';
import type { AccountView } from '../rules/account-view.ts';
import { isRunning } from '../rules/choices.ts';
import { lessPart } from './choices-part.ts';
import { formButton } from './form.ts';
import type { Html } from './layout.ts';

/** Invoices, card and cancelling, for whoever has or had a subscription. */
export function managePart(view: AccountView): Html | '' {
  const { subscription, wording, formToken } = view;
  if (!subscription) return '';
  const { t } = wording;
  const running = isRunning(subscription);
  const { plan } = view.plan.plan;
  const button = (what: string, text: string) =>
    formButton({ to: '/account/manage', token: formToken, fields: { what }, look: 'quiet' }, text);
  return html`<section aria-labelledby="manage"><h2 id="manage">${t('account-manage')}</h2>
<div class="pair">${button('portal', t('account-invoices'))}${running ? button('card', t('account-new-card')) : ''}</div>
${
  running && subscription.cancelsAt === null
    ? html`<details><summary>${t('account-cancel')}</summary><div class="stack">
${
  plan === 'free'
    ? ''
    : html`<p>${t('account-cancel-text', {
        plan: planName(plan),
        date: dateText(subscription.periodEnd, wording),
      })}</p>
${lessPart(view, 'free')}`
}
<p class="small">${t('account-cancel-keeps')}</p>
${button('cancel', t('account-cancel-go'))}</div></details>`
    : ''
}
</section>`;
}
