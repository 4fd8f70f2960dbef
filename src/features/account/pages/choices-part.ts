import { html } from 'hono/html';
import type { PlanName } from '#src/core/plans.ts';
import { unreachable } from '#src/core/result.ts';
import { topupDrafts } from '#src/core/stripe.ts';
import { lostLines, moreLines, numberText, planName } from '#src/features/billing/index.ts';
import type { AccountView } from '../rules/account-view.ts';
import { isRunning, type PlanChoice, planChoices } from '../rules/choices.ts';
import { overLines } from '../rules/over-lines.ts';
import { priceText, savedPercent } from '../rules/price-text.ts';
import { formButton } from './form.ts';
import type { Html } from './layout.ts';

/** The plans with their prices, and drafts on top. */
export function choicesPart(view: AccountView): Html {
  const { t } = view.wording;
  if (view.offers === null)
    return html`<p class="note" role="status"><span>${t('account-no-prices')}</span></p>`;
  const choices = planChoices(view.offers, view.subscription);
  const changes = isRunning(view.subscription);
  const trial = !changes && view.trialDays > 0;
  return html`${
    choices.length === 0
      ? ''
      : html`<section aria-labelledby="plans"><h2 id="plans">${t('account-plans')}</h2>
${trial ? html`<p class="badge">${t('account-trial', { days: view.trialDays })}</p>` : ''}
${choices.map((choice) => planCard(view, choice))}
<p class="small">${changes ? t('account-change-note') : trial ? t('account-trial-note') : t('account-stripe-note')}</p>
</section>`
  }${topupPart(view)}`;
}

function planCard(view: AccountView, { plan, prices }: PlanChoice): Html {
  const { wording } = view;
  const { t } = wording;
  const isOwn = prices.some(({ does }) => does === 'nothing');
  const title = html`<h3>${planName(plan)}${isOwn ? html`<span class="badge">${t('account-plan-yours')}</span>` : ''}</h3>`;
  const all =
    plan === 'studio'
      ? html`<p class="small">${t('account-all-of', { plan: planName('pro') })}</p>`
      : '';
  const has = moreLines(plan === 'studio' ? 'pro' : 'free', plan, wording);
  return html`<div class="choice${isOwn ? ' own' : ''}">${title}
${all}
<ul>${has.map((line) => html`<li>${line}</li>`)}</ul>
${lessPart(view, plan)}
<div class="pair">${prices.map((price) => priceButton(view, { plan, prices }, price))}</div></div>`;
}

function priceButton(
  view: AccountView,
  { plan, prices }: PlanChoice,
  { offer, does }: PlanChoice['prices'][number],
): Html {
  const { t, language } = view.wording;
  const price = priceText(offer, language);
  const byYear = offer.interval === 'year';
  const text = byYear ? t('account-a-year', { price }) : t('account-a-month', { price });
  const named = { plan: planName(plan), price: text };
  const is = {
    token: view.formToken,
    look: byYear || isLess(view, plan) ? 'quiet' : 'main',
  } as const;
  switch (does) {
    case 'nothing':
      return html`<button disabled>${text}<small>${t('account-this-one')}</small></button>`;
    case 'begin':
      return formButton(
        {
          ...is,
          to: '/account/subscribe',
          fields: { price: offer.key },
          says: t('account-says-begin', named),
        },
        html`${text}${byYear ? savedText(view, prices) : ''}`,
      );
    case 'change':
      return formButton(
        {
          ...is,
          to: '/account/change',
          fields: { price: offer.key },
          says: t('account-says-change', named),
        },
        html`${text}${byYear ? savedText(view, prices) : ''}`,
      );
    default:
      return unreachable(does);
  }
}

function savedText({ wording: { t } }: AccountView, prices: PlanChoice['prices']): Html | '' {
  const by = (interval: 'month' | 'year') =>
    prices.find(({ offer }) => offer.interval === interval)?.offer;
  const percent = savedPercent(by('month'), by('year'));
  return percent === null ? '' : html`<small>${t('account-saves', { percent })}</small>`;
}

function isLess(view: AccountView, plan: PlanName): boolean {
  return lostLines(view.plan.plan.plan, plan, view.wording).length > 0;
}

/** What is less with a lower plan, before it is chosen; what is over its limits first. */
export function lessPart(view: AccountView, plan: PlanName): Html | '' {
  const lost = lostLines(view.plan.plan.plan, plan, view.wording);
  if (view.plan.plan.why === 'not-billed' || lost.length === 0) return '';
  const over = overLines(view.plan, plan, view.wording);
  return html`${over.map((line) => html`<p class="over">${line}</p>`)}<ul class="less">${lost.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function topupPart({ offers, wording, formToken }: AccountView): Html | '' {
  const { t, language } = wording;
  const offer = offers?.find(({ key }) => key === 'drafts_topup_500');
  if (!offer) return '';
  const count = numberText(topupDrafts.drafts_topup_500, wording);
  const price = priceText(offer, language);
  return html`<section class="stack" aria-labelledby="topup"><h2 id="topup">${t('account-topup')}</h2>
<p class="small">${t('account-topup-text')}</p>
${formButton(
  { to: '/account/topup', token: formToken, fields: { price: offer.key }, look: 'quiet' },
  t('account-topup-buy', { count, price }),
)}</section>`;
}
