import { html } from 'hono/html';
import type { PlanPriceKey } from '#src/core/stripe.ts';
import { dateText, planName, type PlanWording } from '#src/features/billing/index.ts';
import { type ChangeOutlook, changeText, changeTitle, sumLines } from '../rules/change-view.ts';
import { formButton } from './form.ts';
import { type Html, layout } from './layout.ts';
import { linkButton } from './middle-page.ts';

/** What the page of a change shows. */
export interface ChangeView {
  readonly name: string;
  readonly priceKey: PlanPriceKey;
  readonly outlook: ChangeOutlook;
  readonly wording: PlanWording;
  readonly formToken: string;
}

/** What a change of plan would do and cost, with the way on to Stripe, where it is agreed to, and the way back. */
export function changePage(view: ChangeView): Html {
  const { name, priceKey, outlook, wording } = view;
  const { t, language } = wording;
  const title = changeTitle(priceKey, wording);
  return layout(
    { language, title: `${title} · ${name}`, top: { name } },
    html`<main><section class="stack" aria-labelledby="change"><h1 id="change">${title}</h1>
<p>${changeText(outlook, wording)}</p>
${sumsPart(view)}
${goOn(view)}
${linkButton('/account', t('account-change-back'), 'quiet')}
</section></main>
<footer><p class="small">${t('account-safe')}</p></footer>`,
  );
}

function sumsPart({ priceKey, outlook, wording }: ChangeView): Html | '' {
  if (outlook.is !== 'known') return '';
  const { t } = wording;
  const { next, taxed } = outlook;
  const lines = sumLines(priceKey, outlook, wording);
  const small = [
    next.amount === null ? t('account-next-payment', { date: dateText(next.at, wording) }) : '',
    taxed ? t('account-change-taxed') : '',
    t('account-change-exact'),
  ].filter((each) => each !== '');
  return html`<dl class="sums">${lines.map(
    ({ label, amount, look }) =>
      html`<div class="${look}"><dt>${label}</dt><dd>${amount}</dd></div>`,
  )}</dl>
<p class="small">${small.join(' ')}</p>`;
}

function goOn({ priceKey, outlook, wording: { t }, formToken }: ChangeView): Html {
  const fields = { what: 'change', price: priceKey };
  const text =
    outlook.is === 'ending' && outlook.plan !== 'free'
      ? t('account-keep', { plan: planName(outlook.plan) })
      : t('account-change-go');
  return formButton({ to: '/account/manage', token: formToken, fields }, text);
}
