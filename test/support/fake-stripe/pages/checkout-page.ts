import { authenticate, type CheckoutForm, paySession } from '../acts/checkout-acts.ts';
import { kindOfNumber } from '../billing/cards.ts';
import type { FormGroup } from '../http/form-body.ts';
import type { CheckoutSession } from '../objects/checkout-session.ts';
import type { World } from '../world.ts';
import { alert, button, escape, money, page } from './html.ts';

/** What a page answers: HTML, or where to go next. */
export type PageAnswer = { readonly html: string } | { readonly location: string };

/** The Checkout page: `form` is what was posted to it, nothing when it is opened. */
export function checkoutPage(world: World, id: string, form: FormGroup | undefined): PageAnswer {
  world.clock.catchUp();
  const session = world.book.sessions.get(id);
  if (session === undefined || session.status === 'expired')
    return { html: page('This page has expired', backLink(session)) };
  if (session.status === 'complete') return { location: successUrl(session) };
  let problem = '';
  if (form !== undefined)
    try {
      problem = play(world, session, form);
    } catch (error) {
      problem = error instanceof Error ? error.message : 'Something went wrong.';
    }
  if (session.status === 'complete') return { location: successUrl(session) };
  return { html: drawn(world, session, problem) };
}

function play(world: World, session: CheckoutSession, posted: FormGroup): string {
  const text = (name: string) => {
    const value = posted[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const code = text('code');
  const withCode: CheckoutForm = code === undefined ? {} : { promotionCode: code };
  const [email, name, number] = [text('email'), text('name'), text('number')];
  const typed: CheckoutForm = {
    ...withCode,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(number === undefined ? {} : { card: kindOfNumber(number) }),
  };
  switch (text('action')) {
    case 'pay':
      return said(paySession(world, session, typed));
    case 'pay-without-card':
      return said(paySession(world, session, { ...withCode, withoutCard: true }));
    case 'pay-3ds':
      return said(paySession(world, session, { ...withCode, card: 'needs-3ds' }));
    case 'decline':
      return said(paySession(world, session, { ...withCode, card: 'declines' }));
    case 'authenticate':
      return said(authenticate(world, session, true));
    case 'fail-authentication':
      return said(authenticate(world, session, false));
    default:
      return 'Nothing was done.';
  }
}

function said(outcome: 'paid' | 'declined' | 'needs-action'): string {
  return outcome === 'declined' ? 'Your card was declined.' : '';
}

function drawn(world: World, session: CheckoutSession, problem: string): string {
  const items = (world.book.orders.get(session.id)?.items ?? [])
    .map(
      (item) => `<li>${escape(item.description)}: ${money(item.amount_total, item.currency)}</li>`,
    )
    .join('');
  const total = money(session.amount_total ?? 0, session.currency ?? 'eur');
  const waits = world.book.authentications.has(session.id);
  const code =
    session.allow_promotion_codes === true
      ? '<label>Promotion code <input name="code" autocomplete="off"></label> '
      : '';
  const optional =
    session.payment_method_collection === 'if_required' && session.amount_total === 0;
  const authentication = waits
    ? button('authenticate', 'Complete authentication') +
      button('fail-authentication', 'Fail authentication')
    : '';
  const person = ['email', 'name', 'number']
    .map((field) => `<input name="${field}" placeholder="${field}" autocomplete="off"> `)
    .join('');
  const choices =
    authentication +
    button('pay', session.mode === 'payment' ? 'Pay' : 'Subscribe', `${person}${code}`) +
    button('pay-3ds', 'Pay with 3D Secure', code) +
    button('decline', 'Pay with a card that is declined', code) +
    (optional ? button('pay-without-card', 'Start without a card') : '');
  return page(
    'Checkout',
    `${alert(problem)}<ul>${items}</ul><p>Due today: <b>${total}</b></p>${choices}${backLink(session)}`,
  );
}

function backLink(session: CheckoutSession | undefined): string {
  const url = session?.cancel_url ?? null;
  return url === null ? '' : `<p><a href="${escape(url)}">Back</a></p>`;
}

function successUrl(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
