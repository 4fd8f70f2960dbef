import type { CardKind } from '../book.ts';
import { addCard, makeDefault } from '../billing/cards.ts';
import { discountOf } from '../billing/discounts.ts';
import { expireSession } from '../billing/expire-session.ts';
import { invoiceSession } from '../billing/session-invoice.ts';
import { payInvoice } from '../billing/pay-invoice.ts';
import { startSubscription } from '../billing/start-subscription.ts';
import { type PaymentOutcome, tryPayment } from '../billing/try-payment.ts';
import { customerDetails, type CheckoutSession, type Order } from '../objects/checkout-session.ts';
import { type Customer, newCustomer } from '../objects/customer.ts';
import { newPaymentIntent } from '../objects/payment.ts';
import type { World } from '../world.ts';

/** What somebody enters on the Checkout page. */
export interface CheckoutForm {
  readonly card?: CardKind;
  /** True: no card, where none is needed (a trial with `payment_method_collection: 'if_required'`). */
  readonly withoutCard?: boolean;
  readonly promotionCode?: string;
  readonly email?: string;
  readonly name?: string;
}

/** Pays a session. Throws where the page would not let anybody do so. */
export function paySession(
  world: World,
  session: CheckoutSession,
  form: CheckoutForm = {},
): PaymentOutcome {
  world.clock.catchUp();
  if (session.status !== 'open') throw new Error(`The session is ${session.status ?? 'gone'}.`);
  const order = orderOf(world, session);
  const customer = customerFor(world, session, form, order);
  if (form.promotionCode !== undefined) enterCode(world, session, form.promotionCode);
  const optional =
    session.payment_method_collection === 'if_required' && session.amount_total === 0;
  if (form.withoutCard === true && !optional) throw new Error('A card is needed.');
  const kind = form.card ?? 'good';
  const card = form.withoutCard === true ? null : kind;
  const outcome =
    session.mode === 'subscription'
      ? subscribe(world, session, order, customer, card)
      : payOnce(world, session, order, customer, kind);
  if (outcome === 'paid') complete(world, session, customer, form);
  return outcome;
}

/** The person proves who they are (or fails to) after a card asked for it. */
export function authenticate(
  world: World,
  session: CheckoutSession,
  passes = true,
): PaymentOutcome {
  const waiting = world.book.authentications.get(session.id);
  const customer = world.book.customers.get(session.customer ?? '');
  if (waiting === undefined || customer === undefined)
    throw new Error('The session waits for no authentication.');
  const subscription = world.book.subscriptions.get(waiting);
  const invoice = world.book.invoices.get(subscription?.latest_invoice ?? '');
  const payment = world.book.paymentsOf(invoice?.id ?? '').find((each) => each.status === 'open');
  const intent = world.book.paymentIntents.get(payment?.payment.payment_intent ?? waiting);
  if (intent === undefined) throw new Error('Its payment has been called off.');
  if (!passes) {
    intent.status = 'requires_payment_method';
    intent.next_action = null;
    world.emit('payment_intent.payment_failed', intent);
    return 'declined';
  }
  const card = intent.payment_method ?? '';
  const outcome =
    subscription === undefined || invoice === undefined
      ? tryPayment(world, intent, card, true)
      : payInvoice(world, invoice, subscription, { card, authenticated: true });
  if (outcome === 'paid') complete(world, session, customer, {});
  return outcome;
}

/** The person leaves, and the session's time passes. */
export function abandonSession(world: World, session: CheckoutSession): void {
  if (session.status === 'open') expireSession(world, session);
}

/** What a session is to bring. */
export function orderOf(world: World, session: CheckoutSession): Order {
  const order = world.book.orders.get(session.id);
  if (order === undefined) throw new Error('The session has no order.');
  return order;
}

/** Who pays a session: its customer, or one who is made of what was typed. */
export function customerFor(
  world: World,
  session: CheckoutSession,
  form: CheckoutForm,
  order: Order,
): Customer {
  const held = world.book.customers.get(session.customer ?? '');
  if (held === undefined && session.customer !== null) throw new Error('The customer is deleted.');
  const name = form.name ?? 'Ada Buyer';
  if (held !== undefined) {
    world.change('customer.updated', held, () => {
      // A customer without an e-mail gets the one that is typed (docs.stripe.com/api/checkout/sessions/create, `customer`).
      if (form.email !== undefined) held.email ??= form.email;
      if (order.updates.name) held.name = name;
      if (order.updates.address) held.address = customerDetails('', name).address;
    });
    return held;
  }
  const made = newCustomer(world.ids.next('cus_'), world.seconds);
  made.email = form.email ?? session.customer_email ?? 'buyer@example.com';
  made.name = name;
  world.book.customers.set(made.id, made);
  world.emit('customer.created', made);
  session.customer = made.id;
  return made;
}

function enterCode(world: World, session: CheckoutSession, code: string): void {
  if (session.allow_promotion_codes !== true) throw new Error('This page takes no codes.');
  const found = [...world.book.promotionCodes.values()].find(
    (each) =>
      each.active &&
      each.code.toLowerCase() === code.toLowerCase() &&
      (each.expires_at === null || each.expires_at > world.seconds) &&
      (each.max_redemptions === null || each.times_redeemed < each.max_redemptions),
  );
  const coupon = world.book.coupons.get(found?.promotion.coupon ?? '');
  if (found === undefined || coupon === undefined) throw new Error('This code is invalid.');
  session.discounts = [{ coupon: null, promotion_code: found.id }];
  const off = discountOf(coupon, session.amount_subtotal ?? 0);
  session.amount_total = (session.amount_subtotal ?? 0) - off;
  session.total_details = { ...session.total_details, amount_discount: off };
}

function subscribe(
  world: World,
  session: CheckoutSession,
  order: Order,
  customer: Customer,
  kind: CardKind | null,
): PaymentOutcome {
  // A card that is refused leaves nothing behind: the page asks for another one.
  const refused = kind === 'declines' || (kind !== null && world.book.failing.has(customer.id));
  if (refused) return refuse(world, session, customer);
  const card = kind === null ? null : addCard(world, customer.id, kind);
  const waiting = world.book.subscriptions.get(world.book.authentications.get(session.id) ?? '');
  const invoice = world.book.invoices.get(waiting?.latest_invoice ?? '');
  if (waiting?.status === 'incomplete' && invoice !== undefined && card !== null) {
    waiting.default_payment_method = card.id;
    return payInvoice(world, invoice, waiting);
  }
  if (card !== null && customer.invoice_settings.default_payment_method === null)
    makeDefault(world, card);
  const [discount] = session.discounts;
  const promotion = world.book.promotionCodes.get(discount?.promotion_code ?? '');
  const coupon = discount?.coupon ?? promotion?.promotion.coupon;
  const started = startSubscription(world, {
    customer: customer.id,
    order,
    automaticTax: session.automatic_tax.enabled,
    card: card?.id ?? null,
    session: session.id,
    ...(coupon === undefined ? {} : { discount: { coupon, promotionCode: promotion?.id ?? null } }),
  });
  session.subscription = started.outcome === 'paid' ? started.subscription.id : null;
  if (started.outcome === 'needs-action')
    world.book.authentications.set(session.id, started.subscription.id);
  return started.outcome;
}

function refuse(world: World, session: CheckoutSession, customer: Customer): PaymentOutcome {
  if (session.amount_total === 0) return 'declined';
  const card = addCard(world, customer.id, 'declines');
  const outcome = tryPayment(world, intentFor(world, session, customer), card.id);
  card.customer = null;
  world.emit('payment_method.detached', card);
  return outcome;
}

function payOnce(
  world: World,
  session: CheckoutSession,
  order: Order,
  customer: Customer,
  kind: CardKind,
): PaymentOutcome {
  const card = addCard(world, customer.id, kind);
  const intent = intentFor(world, session, customer);
  intent.metadata = { ...order.metadata };
  intent.description = order.description;
  intent.setup_future_usage = order.savesCard ? 'off_session' : null;
  session.payment_intent = intent.id;
  if (kind === 'needs-3ds') world.book.authentications.set(session.id, intent.id);
  return tryPayment(world, intent, card.id);
}

/** A new payment of a session's whole sum. */
export function intentFor(world: World, session: CheckoutSession, customer: Customer) {
  const intent = newPaymentIntent(world.ids.next('pi_', 24), world.seconds, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'eur',
    customer: customer.id,
    description: null,
  });
  world.book.paymentIntents.set(intent.id, intent);
  world.emit('payment_intent.created', intent);
  return intent;
}

/** The page is done. `unpaid`: its money is on the way. */
export function complete(
  world: World,
  session: CheckoutSession,
  customer: Customer,
  form: CheckoutForm,
  payment: 'paid' | 'unpaid' = 'paid',
): void {
  const waited = world.book.subscriptions.get(world.book.authentications.get(session.id) ?? '');
  world.book.authentications.delete(session.id);
  session.subscription ??= waited?.id ?? null;
  const subscription = world.book.subscriptions.get(session.subscription ?? '');
  session.invoice = subscription?.latest_invoice ?? null;
  if (session.invoice_creation?.enabled && payment === 'paid')
    session.invoice = invoiceSession(world, session, orderOf(world, session));
  session.status = 'complete';
  session.url = null;
  session.payment_status = session.amount_total === 0 ? 'no_payment_required' : payment;
  if (session.automatic_tax.enabled) session.automatic_tax.status = 'complete';
  session.customer_details = customerDetails(
    form.email ?? customer.email ?? 'buyer@example.com',
    form.name ?? customer.name ?? 'Ada Buyer',
  );
  world.emit('checkout.session.completed', session);
}
