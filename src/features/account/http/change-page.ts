import type { AccountParts } from '../account-parts.ts';
import { changePage } from '../pages/change-page.ts';
import { isPlanPrice } from '../rules/choices.ts';
import { noteOfOff, noteOfRefusal } from '../rules/notes.ts';
import { formTokenOf } from '../rules/secrets.ts';
import { wordingOf } from '../services/account-view.ts';
import { lookAtChange } from '../services/look-at-change.ts';
import { account } from './account-pages.ts';
import type { PageContext } from './answers.ts';
import { readPost } from './read-post.ts';

/** `POST /account/change`: what a change of plan would do and cost, before it is agreed to at Stripe. Changes nothing. */
export async function showChange(parts: AccountParts, context: PageContext): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  const { visit, form } = posted;
  const wording = await wordingOf(parts, visit.holder.tenantId);
  const priceKey = form.get('price');
  if (!isPlanPrice(priceKey)) {
    return account(parts, context, visit, noteOfRefusal('unknown-price', wording.t));
  }
  if (visit.tenant.state !== 'active') {
    return account(parts, context, visit, noteOfOff(wording.t));
  }
  const looked = await lookAtChange(parts, visit, priceKey);
  if (!looked.ok) {
    return account(parts, context, visit, noteOfRefusal(looked.reason, wording.t));
  }
  const page = changePage({
    name: visit.tenant.name,
    priceKey,
    outlook: looked.outlook,
    wording,
    formToken: formTokenOf(visit.secret),
  });
  return context.html(page);
}
