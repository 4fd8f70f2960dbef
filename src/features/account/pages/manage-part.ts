import { html } from 'hono/html';
import { dateText, planName } from '#src/features/billing/index.ts';
import type { AccountView } from '../rules/account-view.ts';
import { isRunning } from '../rules/choices.ts';
import { lessPart } from './choices-part.ts';
import { formButton } from './form.ts';
import type { Html } from './layout.ts';

/** Invoices, card and cancelling, for whoever has paid something. */
export function managePart(view: AccountView): Html | '' {
  const { subscription, wording, formToken, off } = view;
  if (!view.hasPaid) return '';
  const { t } = wording;
  const running = isRunning(subscription);
  const button = (what: string, text: string) =>
    formButton({ to: '/account/manage', token: formToken, fields: { what }, look: 'quiet' }, text);
  const title = subscription ? t('account-manage') : t('account-payments');
  const canEnd = running && subscription?.cancelsAt === null;
  return html`<section aria-labelledby="manage"><h2 id="manage">${title}</h2>
<div class="pair">${button('portal', t('account-invoices'))}${running && !off ? button('card', t('account-new-card')) : ''}${
    canEnd && off ? button('cancel', t('account-cancel-go')) : ''
  }</div>
${canEnd && !off ? cancelPart(view, button('cancel', t('account-cancel-go'))) : ''}
</section>`;
}

/** What cancelling means, before it is done at Stripe. */
function cancelPart(view: AccountView, button: Html): Html {
  const { subscription, wording } = view;
  const { t } = wording;
  const { plan } = view.plan.plan;
  return html`<details><summary>${t('account-cancel')}</summary><div class="stack">
${
  plan === 'free'
    ? ''
    : html`<p>${t('account-cancel-text', {
        plan: planName(plan),
        date: dateText(subscription?.periodEnd ?? 0, wording),
      })}</p>
${lessPart(view, 'free')}`
}
<p class="small">${t('account-cancel-keeps')}</p>
${button}</div></details>`;
}
