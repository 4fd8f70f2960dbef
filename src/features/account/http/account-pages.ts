import { topupDrafts, type TopupPriceKey } from '#src/core/stripe.ts';
import type { AccountParts } from '../account-parts.ts';
import { accountPage } from '../pages/account-page.ts';
import { linkButton, middlePage } from '../pages/middle-page.ts';
import { returnPage } from '../pages/return-page.ts';
import { isPlanPrice } from '../rules/choices.ts';
import { isOwnPost } from '../rules/is-own-post.ts';
import { type Note, noteOfQuery, noteOfRefusal } from '../rules/notes.ts';
import { hashOfSecret, isFormToken } from '../rules/secrets.ts';
import { accountView, wordingOf } from '../services/account-view.ts';
import { comeBack } from '../services/come-back.ts';
import type { StripePages, StripeWish } from '../services/stripe-pages.ts';
import { type Visit, visitOf } from '../services/visit.ts';
import { browserWording, deadEnd, keepSession, type PageContext, sessionIn } from './answers.ts';
import { senderOf } from './link-pages.ts';

/** What the pages of an open account need. */
export interface PageParts extends AccountParts {
  readonly stripePages: StripePages;
}

/** `GET /account`. */
export async function showAccount(parts: PageParts, context: PageContext): Promise<Response> {
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  if (!found.ok) return deadEnd(parts, context, found.reason);
  const { t } = await wordingOf(parts, found.visit);
  return account(parts, context, found.visit, noteOfQuery(context.req.query('note'), t));
}

/** `GET /account/return`: somebody comes from a page of Stripe's. The address proves nothing; it has Stripe asked. */
export async function showReturn(parts: PageParts, context: PageContext): Promise<Response> {
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  const of = context.req.query('of');
  if (!found.ok) {
    const paid = found.reason === 'no-session' && of !== 'portal';
    return deadEnd(parts, context, paid ? 'no-session-after-paying' : found.reason);
  }
  const { visit } = found;
  parts.stripePages.forget(visit);
  const back = await comeBack(parts, visit);
  if (of !== 'plan' && of !== 'topup') return context.redirect('/account', 303);
  return context.html(returnPage(of, back));
}

/** `POST /account/subscribe`, `/topup`, `/manage`: on to a page of Stripe's. */
export async function goToStripe(
  parts: PageParts,
  context: PageContext,
  wishOf: (form: URLSearchParams, parts: PageParts, visit: Visit) => Promise<StripeWish | null>,
): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  const { visit, form } = posted;
  const wording = await wordingOf(parts, visit);
  const wish = await wishOf(form, parts, visit);
  if (!wish) {
    return account(parts, context, visit, noteOfRefusal('unknown-price', wording.t));
  }
  const page = await parts.stripePages.open(visit, wish);
  if (!page.ok) {
    return account(parts, context, visit, noteOfRefusal(page.reason, wording.t));
  }
  // A page under a domain of the operator's own, which form-action does not name: a link is not held against it.
  if (!parts.stripeOrigins.includes(new URL(page.url).origin)) {
    const { t, language } = wording;
    const link = linkButton(page.url, t('account-on'));
    return context.html(
      middlePage({
        language,
        sign: '💳',
        title: t('account-on-title'),
        text: t('account-safe'),
        doing: [link],
      }),
    );
  }
  return context.redirect(page.url, 303);
}

/** `POST /account/logout`. */
export async function signOut(parts: PageParts, context: PageContext): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  await parts.book.endSession(hashOfSecret(posted.visit.secret));
  keepSession(context, parts.origin(), null);
  const { t, language } = browserWording(parts.services, context);
  const botUrl = `https://t.me/${posted.visit.tenant.botUsername}`;
  const doing = [linkButton(botUrl, t('account-back'))];
  const title = t('account-signed-out');
  const text = t('account-plan-again');
  return context.html(middlePage({ language, sign: '👋', title, text, doing }));
}

/** A subscription by what a form says; null: there is no such price. */
export async function subscriptionWish(
  form: URLSearchParams,
  { services: { stripe } }: PageParts,
  { holder: { tenantId, userId } }: Visit,
): Promise<StripeWish | null> {
  const priceKey = form.get('price');
  if (!isPlanPrice(priceKey)) return null;
  const trial = stripe.trialDays > 0 && !(await stripe.trialUsed(tenantId, userId));
  return { kind: 'subscribe', priceKey, trial };
}

/** A top-up by what a form says. */
export async function topupWish(form: URLSearchParams): Promise<StripeWish | null> {
  const price = form.get('price');
  return price !== null && Object.hasOwn(topupDrafts, price)
    ? { kind: 'topup', priceKey: price as TopupPriceKey }
    : null;
}

/** What is to be done in the portal by what a form says; its first page for anything unknown. */
export async function portalWish(form: URLSearchParams): Promise<StripeWish | null> {
  const price = form.get('price');
  switch (form.get('what')) {
    case 'card':
      return { kind: 'portal', flow: { kind: 'payment-method' } };
    case 'cancel':
      return { kind: 'portal', flow: { kind: 'cancel' } };
    case 'change':
      if (!isPlanPrice(price)) return null;
      return { kind: 'portal', flow: { kind: 'confirm-plan', priceKey: price } };
    default:
      return { kind: 'portal' };
  }
}

type Posted =
  | { readonly ok: true; readonly visit: Visit; readonly form: URLSearchParams }
  | { readonly ok: false; readonly answer: Response };

/** Takes a form only from a page of ours, in an open session, with that session's token. */
async function readPost(parts: PageParts, context: PageContext): Promise<Posted> {
  const no = async (...[reason]: [Parameters<typeof deadEnd>[2]]) => ({
    ok: false as const,
    answer: await deadEnd(parts, context, reason),
  });
  if (!isOwnPost(senderOf(context), parts.origin())) return no('cross-site');
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  if (!found.ok) return no(found.reason);
  const form = new URLSearchParams(await context.req.text());
  if (!isFormToken(form.get('token'), found.visit.secret)) return no('wrong-form');
  return { ok: true, visit: found.visit, form };
}

async function account(
  parts: PageParts,
  context: PageContext,
  visit: Visit,
  note: Note | null,
): Promise<Response> {
  const page = accountPage(await accountView(parts, visit), note);
  return context.html(page, note?.status ?? 200);
}
