import type { TenantId } from '#src/core/ids.ts';
import { inTime } from '#src/core/in-time.ts';
import { topupDrafts, type TopupPriceKey } from '#src/core/stripe.ts';
import type { PlanWording } from '#src/features/billing/index.ts';
import type { AccountParts } from '../account-parts.ts';
import { accountPage } from '../pages/account-page.ts';
import { formButton } from '../pages/form.ts';
import { linkButton, middlePage } from '../pages/middle-page.ts';
import { type Bought, returnPage } from '../pages/return-page.ts';
import { isPlanPrice } from '../rules/choices.ts';
import { type Note, noteOfOff, noteOfQuery, noteOfRefusal } from '../rules/notes.ts';
import { formTokenOf, hashOfSecret } from '../rules/secrets.ts';
import { accountView, wordingOf } from '../services/account-view.ts';
import { comeBack, mostStripeMs } from '../services/come-back.ts';
import type { StripePages, StripeWish } from '../services/stripe-pages.ts';
import { type Visit, visitOf } from '../services/visit.ts';
import { deadEnd, keepSession, type PageContext, sessionIn } from './answers.ts';
import { type Posted, readPost } from './read-post.ts';

/** What the pages of an open account need. */
export interface PageParts extends AccountParts {
  readonly stripePages: StripePages;
}

/** `GET /account`. */
export async function showAccount(parts: PageParts, context: PageContext): Promise<Response> {
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  if (!found.ok) return deadEnd(parts, context, found.reason, await namedBot(parts, context));
  const { visit } = found;
  const { t } = await wordingOf(parts, visit.holder.tenantId);
  const note = noteOfQuery(context.req.query('note'), visit.tenant.state !== 'active', t);
  return account(parts, context, visit, note);
}

/** `GET /account/return`: somebody comes from a page of Stripe's. The address proves nothing; it has Stripe asked. */
export async function showReturn(parts: PageParts, context: PageContext): Promise<Response> {
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  const of = context.req.query('of');
  if (!found.ok) {
    const paid = found.reason === 'no-session' && of !== 'portal' && of !== 'resume';
    const reason = paid ? 'no-session-after-paying' : found.reason;
    return deadEnd(parts, context, reason, await namedBot(parts, context));
  }
  const { visit } = found;
  parts.stripePages.forget(visit);
  const back = await comeBack(parts, visit);
  const bought = boughtOf(of, context.req.query('had'));
  if (bought) return context.html(returnPage(bought, back));
  if (!back.asked) return context.redirect('/account?note=waiting', 303);
  const waits = of === 'resume' && back.standing.why === 'paused' && !back.off;
  return context.redirect(waits ? '/account?note=resume' : '/account', 303);
}

/** What an address says was bought; null: nothing, or it is not known before what. */
function boughtOf(of: string | undefined, had: string | undefined): Bought | null {
  if (of === 'plan') return { of };
  return of === 'topup' && /^\d{1,9}$/.test(had ?? '') ? { of, had: Number(had) } : null;
}

/** The bot that the address of a page names by its tenant's id, which Stripe brings back. Null: none that runs here. */
async function namedBot(
  { control }: Pick<AccountParts, 'control'>,
  context: PageContext,
): Promise<string | null> {
  const id = context.req.query('bot');
  const tenant = id === undefined ? undefined : await control.get(id as TenantId);
  return tenant?.state === 'active' ? tenant.botUsername : null;
}

/** `POST /account/subscribe`, `/topup`, `/manage`: on to a page of Stripe's. */
export async function goToStripe(
  parts: PageParts,
  context: PageContext,
  wishOf: (form: URLSearchParams, parts: PageParts, visit: Visit) => Promise<StripeWish | null>,
): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  const wish = await wishOf(posted.form, parts, posted.visit);
  return openWish(parts, context, posted, wish);
}

/** On to the page of Stripe's that somebody wants; null: there is no such price. */
export async function openWish(
  parts: PageParts,
  context: PageContext,
  posted: Extract<Posted, { ok: true }>,
  wish: StripeWish | null,
): Promise<Response> {
  const { visit } = posted;
  const wording = await wordingOf(parts, visit.holder.tenantId);
  if (!wish) {
    return account(parts, context, visit, noteOfRefusal('unknown-price', wording.t));
  }
  if (visit.tenant.state !== 'active' && buysSomething(wish)) {
    return account(parts, context, visit, noteOfOff(wording.t));
  }
  const { stripePages, services } = parts;
  const page = await inTime(services.clock, mostStripeMs, stripePages.open(visit, wish));
  if (!page) return slowPage(context, posted, wording);
  if (!page.ok) {
    const askPrices = page.reason !== 'unreachable';
    return account(parts, context, visit, noteOfRefusal(page.reason, wording.t), askPrices);
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

function buysSomething(wish: StripeWish): boolean {
  return wish.kind !== 'portal' || wish.flow?.kind === 'confirm-plan';
}

/** Stripe takes long: the same tap once more, which gets the page that is being made. */
function slowPage(
  context: PageContext,
  { visit, form }: Extract<Posted, { ok: true }>,
  { t, language }: PlanWording,
): Response | Promise<Response> {
  const fields = Object.fromEntries([...form].filter(([name]) => formFields.has(name)));
  const again = formButton(
    { to: new URL(context.req.url).pathname, token: formTokenOf(visit.secret), fields },
    t('account-slow-again'),
  );
  const page = middlePage({
    language,
    top: { name: visit.tenant.name },
    sign: '⏳',
    title: t('account-slow'),
    text: t('account-slow-not-charged'),
    doing: [again, linkButton('/account', t('account-to'), 'quiet')],
  });
  return context.html(page, 503);
}

/** Of a form, beside its token. */
const formFields = new Set(['price', 'what']);

/** `POST /account/logout`. */
export async function signOut(parts: PageParts, context: PageContext): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  await parts.book.endSession(hashOfSecret(posted.visit.secret));
  keepSession(context, parts.origin(), null);
  const { t, language } = await wordingOf(parts, posted.visit.holder.tenantId);
  const { state, botUsername } = posted.visit.tenant;
  const isOn = state === 'active';
  const doing = isOn ? [linkButton(`https://t.me/${botUsername}`, t('account-back'))] : [];
  const title = t('account-signed-out');
  const text = t(isOn ? 'account-plan-again' : 'account-plan-or-ask');
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

/** The account page as the answer to whatever somebody wanted, with what is to be said of that. */
export async function account(
  parts: AccountParts,
  context: PageContext,
  visit: Visit,
  note: Note | null,
  askPrices = true,
): Promise<Response> {
  const page = accountPage(await accountView(parts, visit, { askPrices }), note);
  return context.html(page, note?.status ?? 200);
}
