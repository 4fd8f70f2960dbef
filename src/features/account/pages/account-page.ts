import { html } from 'hono/html';
import type { AccountView } from '../rules/account-view.ts';
import { choicesPart } from './choices-part.ts';
import { formButton } from './form.ts';
import { type Html, layout } from './layout.ts';
import { managePart } from './manage-part.ts';
import { offPart } from './off-part.ts';
import { planPart } from './plan-part.ts';
import { usagePart } from './usage-part.ts';

/** Something that is said once, at the top. */
export interface Notice {
  readonly text: string;
  readonly look: '' | 'good' | 'bad';
}

/** The account page. For a bot that is switched off only what is paid, invoices, and how to end it. */
export function accountPage(view: AccountView, notice: Notice | null): Html {
  const { name, botUsername, wording, formToken, off } = view;
  const { t, language } = wording;
  const botUrl = `https://t.me/${botUsername}`;
  // A bot that is switched off answers nobody.
  const top = off ? { name } : { name, link: { url: botUrl, text: t('account-back') } };
  return layout(
    { language, title: `${t('account-title')} · ${name}`, top },
    html`<main>
${
  notice
    ? html`<p class="note ${notice.look}" role="${notice.look === 'bad' ? 'alert' : 'status'}"><span>${notice.text}</span></p>`
    : ''
}
${off ? offPart(view, off) : ''}
${planPart(view)}
${off ? '' : html`${usagePart(view)}${choicesPart(view)}`}
${managePart(view)}
</main>
<footer><p class="small">${t('account-safe')}</p>${formButton(
      { to: '/account/logout', token: formToken, look: 'plain' },
      t('account-sign-out'),
    )}</footer>`,
  );
}
