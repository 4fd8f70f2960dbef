import { addCard } from '../billing/cards.ts';
import { invoiceSession } from '../billing/session-invoice.ts';
import { tryPayment } from '../billing/try-payment.ts';
import type { CheckoutSession } from '../objects/checkout-session.ts';
import type { World } from '../world.ts';
import { complete, customerFor, intentFor, orderOf } from './checkout-acts.ts';

/**
 * Somebody pays a session of `payment` mode in a way that takes days, such as a direct debit: the page is done, and its money on the
 * way (docs.stripe.com/payments/checkout/fulfill-orders, "Delayed notification payment methods"). Throws for another session.
 */
export function payLater(world: World, session: CheckoutSession): void {
  world.clock.catchUp();
  if (session.status !== 'open' || session.mode !== 'payment')
    throw new Error(`Nobody can pay this later: ${session.mode}, ${session.status}.`);
  const order = orderOf(world, session);
  const customer = customerFor(world, session, {}, order);
  const intent = intentFor(world, session, customer);
  intent.metadata = { ...order.metadata };
  intent.payment_method = addCard(world, customer.id, 'good').id;
  intent.status = 'processing';
  session.payment_intent = intent.id;
  world.emit('payment_intent.processing', intent);
  complete(world, session, customer, {}, 'unpaid');
}

/** The money of `payLater` arrives, or the bank says no. Throws where none is on the way. */
export function endLatePayment(
  world: World,
  session: CheckoutSession,
  how: 'arrives' | 'fails',
): void {
  world.clock.catchUp();
  const intent = world.book.paymentIntents.get(session.payment_intent ?? '');
  if (intent?.status !== 'processing') throw new Error('No money is on the way.');
  const from = intent.payment_method ?? '';
  if (how === 'fails') world.book.cards.set(from, 'declines');
  if (tryPayment(world, intent, from) === 'paid') {
    session.payment_status = 'paid';
    if (session.invoice_creation?.enabled)
      session.invoice = invoiceSession(world, session, orderOf(world, session));
    world.emit('checkout.session.async_payment_succeeded', session);
  } else world.emit('checkout.session.async_payment_failed', session);
}
