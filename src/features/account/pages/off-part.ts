import { html } from 'hono/html';
import { dateText } from '#src/features/billing/index.ts';
import type { AccountView, OffState } from '../rules/account-view.ts';
import { isRunning } from '../rules/choices.ts';
import type { Html } from './layout.ts';

/** What is said above the account of a bot that is switched off: that it is, and whether anything is still paid for it. */
export function offPart({ subscription, wording }: AccountView, off: OffState): Html {
  const { t } = wording;
  const why =
    off.why === 'suspended'
      ? t('account-off-suspended')
      : off.purgeAt === null
        ? t('account-off-deleted')
        : t('account-off-deleted-until', { date: dateText(off.purgeAt, wording) });
  const pays = !isRunning(subscription)
    ? t('account-off-not-paying')
    : subscription?.cancelsAt === null
      ? off.why === 'suspended' || off.purgeAt === null
        ? t('account-off-paying')
        : t('account-off-paying-until')
      : '';
  return html`<p class="note bad" role="status"><span>${why} ${pays}</span></p>`;
}
