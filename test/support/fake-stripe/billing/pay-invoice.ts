import type { Invoice } from '../objects/invoice.ts';
import type { PaymentIntent } from '../objects/payment.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { cardFor } from './cards.ts';
import { applyPendingUpdate } from './pending-update.ts';
import { endSubscription, endedStatuses } from './end-subscription.ts';
import { finalizeInvoice, markPaid } from './invoices.ts';
import { type PaymentOutcome, tryPayment } from './try-payment.ts';

const day = 86_400;

/** Makes a draft final and tries to take its money. `stuck`: it stays a draft. */
export function billInvoice(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
  how: { card?: string; authenticated?: boolean } = {},
): PaymentOutcome | 'stuck' {
  return finalizeInvoice(world, invoice, subscription)
    ? payInvoice(world, invoice, subscription, how)
    : 'stuck';
}

/** Tries once to take the money of an open invoice; the subscription follows. */
export function payInvoice(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
  how: { card?: string; authenticated?: boolean } = {},
): PaymentOutcome {
  const intent = intentOf(world, invoice);
  const outcome =
    intent === undefined
      ? 'paid'
      : tryPayment(world, intent, how.card ?? cardFor(world, subscription), how.authenticated);
  if (intent !== undefined) invoice.attempt_count += 1;
  invoice.attempted = true;
  if (outcome === 'paid') {
    markPaid(world, invoice);
    invoicePaid(world, invoice, subscription);
  } else invoiceFailed(world, invoice, subscription, outcome);
  return outcome;
}

/** What takes the money of an invoice; none where nothing is due. */
export function intentOf(world: World, invoice: Invoice): PaymentIntent | undefined {
  const payment = world.book.paymentsOf(invoice.id).find((each) => each.status === 'open');
  return world.book.paymentIntents.get(payment?.payment.payment_intent ?? '');
}

/** What follows for a subscription when one of its invoices is paid. */
export function invoicePaid(world: World, invoice: Invoice, subscription: Subscription): void {
  if (applyPendingUpdate(world, invoice, subscription)) return;
  const open = world.book.invoicesOf(subscription.id).some((each) => each.status === 'open');
  const late = subscription.status === 'past_due' || subscription.status === 'unpaid';
  const customer = world.book.customers.get(subscription.customer);
  if (customer !== undefined && !open) customer.delinquent = false;
  const paused = subscription.status === 'paused';
  if (subscription.status !== 'incomplete' && !paused && !(late && !open)) return;
  world.change('customer.subscription.updated', subscription, () => {
    subscription.status = 'active';
    subscription.status_details = undefined;
  });
  if (paused) world.emit('customer.subscription.resumed', subscription);
}

function invoiceFailed(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
  outcome: PaymentOutcome,
): void {
  const customer = world.book.customers.get(subscription.customer);
  if (customer !== undefined) customer.delinquent = true;
  const first = invoice.billing_reason === 'subscription_create';
  const waits = world.book.updateInvoices.get(subscription.id) === invoice.id;
  const inDays = first || waits ? undefined : world.settings.retryDays[invoice.attempt_count - 1];
  invoice.next_payment_attempt = inDays === undefined ? null : world.seconds + inDays * day;
  if (outcome === 'needs-action') world.emit('invoice.payment_action_required', invoice);
  if (outcome === 'declined' || !first) world.emit('invoice.payment_failed', invoice);
  if (first || waits || endedStatuses.has(subscription.status)) return;
  if (inDays === undefined) return noMoreTries(world, subscription);
  if (subscription.status !== 'active' && subscription.status !== 'trialing') return;
  world.change('customer.subscription.updated', subscription, () => {
    subscription.status = 'past_due';
  });
}

function noMoreTries(world: World, subscription: Subscription): void {
  const { afterRetries } = world.settings;
  if (afterRetries === 'cancel') endSubscription(world, subscription, 'payment_failed');
  else
    world.change('customer.subscription.updated', subscription, () => {
      subscription.status = afterRetries;
    });
}
