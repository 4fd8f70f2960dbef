import { html } from 'hono/html';
import { dateText, numberText } from '#src/features/billing/index.ts';
import { dollars, isNear, type Used } from '#src/features/usage/index.ts';
import type { AccountView } from '../rules/account-view.ts';
import type { Html } from './layout.ts';

/** What is used of each limit. */
export function usagePart({ plan, wording }: AccountView): Html {
  const { t } = wording;
  const { usage, segments, ownKey, insightsDays } = plan;
  const { since, topupDrafts } = usage;
  const isCalendar = new Date(since).getUTCDate() === 1 && since % 86_400_000 === 0;
  const drafts = isCalendar
    ? t('account-drafts')
    : t('account-drafts-since', { date: dateText(since, wording) });
  return html`<section aria-labelledby="usage"><h2 id="usage">${t('account-usage')}</h2>
${bar('drafts', drafts, usage.drafts, wording)}
${
  topupDrafts > 0
    ? html`<p class="small">${t('usage-topup', { left: numberText(topupDrafts, wording) })}</p>`
    : ''
}
${bar('segments', t('account-segments'), { used: segments.used, of: Number.isFinite(segments.of) ? segments.of : null }, wording)}
${Number.isFinite(insightsDays) ? html`<p class="small">${t('usage-insights-of', { days: insightsDays })}</p>` : ''}
${
  usage.cost.of === null
    ? ''
    : html`<p class="small">${t('usage-cost-of', {
        used: dollars(usage.cost.used, wording.language),
        cap: dollars(usage.cost.of, wording.language),
      })}</p>`
}
${ownKey === null ? '' : html`<p class="small">${ownKey}</p>`}
</section>`;
}

function bar(id: string, name: string, of: Used, wording: AccountView['wording']): Html {
  const { t } = wording;
  const used = numberText(of.used, wording);
  const text =
    of.of === null
      ? t('account-used', { used })
      : t('account-used-of', { used, of: numberText(of.of, wording) });
  return html`<div class="use"><span id="${id}">${name}</span><span>${text}</span>${
    of.of === null
      ? ''
      : html`<progress aria-labelledby="${id}" class="${isNear(of) ? 'near' : ''}" max="${of.of}" value="${Math.min(of.used, of.of)}"></progress>`
  }</div>`;
}
