import { newPaymentIntent } from '../objects/payment.ts';
import {
  type Invoice,
  type InvoiceLine,
  newInvoice,
  newInvoiceLine,
  newInvoicePayment,
} from '../objects/invoice.ts';
import type { Subscription, SubscriptionItem } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { sumUp, useUpDiscounts } from './discounts.ts';
import type { Period } from './periods.ts';

/** A line for one whole period of an item. */
export function periodLine(
  world: World,
  item: SubscriptionItem,
  period: Period,
  free = false,
): InvoiceLine {
  const product = world.book.products.get(item.price.product)?.name ?? 'Product';
  return newInvoiceLine(world.ids.next('il_', 24), {
    invoice: null,
    subscription: item.subscription,
    item: item.id,
    price: item.price,
    amount: free ? 0 : (item.price.unit_amount ?? 0) * item.quantity,
    quantity: item.quantity,
    description: free ? `Trial period for ${product}` : `${item.quantity} × ${product}`,
    proration: false,
    period,
  });
}

/** Writes an invoice of these lines and of those that waited for the next one. It is a draft. */
export function draftInvoice(
  world: World,
  subscription: Subscription,
  given: { reason: string; lines: InvoiceLine[]; period: Period },
): Invoice {
  const invoice = composeInvoice(world, subscription, given, world.ids.next('in_', 24));
  world.book.pendingLines.delete(subscription.id);
  world.book.invoices.set(invoice.id, invoice);
  subscription.latest_invoice = invoice.id;
  world.emit('invoice.created', invoice);
  return invoice;
}

/** An invoice that is nowhere kept: what `draftInvoice` would write. */
export function composeInvoice(
  world: World,
  subscription: Subscription,
  given: { reason: string; lines: InvoiceLine[]; period: Period },
  id: string,
): Invoice {
  const customer = world.book.customers.get(subscription.customer);
  const invoice = newInvoice(id, world.seconds, {
    customer: subscription.customer,
    customerName: customer?.name ?? null,
    currency: subscription.currency,
    reason: given.reason,
    automaticTax: subscription.automatic_tax.enabled,
    subscription: { id: subscription.id, metadata: { ...subscription.metadata } },
    period: given.period,
  });
  const pending = world.book.pendingLines.get(subscription.id) ?? [];
  invoice.lines.data = [...pending, ...given.lines].map((line) => ({ ...line, invoice: id }));
  sumUp(world, invoice, subscription);
  return invoice;
}

/** Makes a draft final. False: tax stands in the way, and it stays a draft. */
export function finalizeInvoice(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
): boolean {
  invoice.automatically_finalizes_at = null;
  if (!taxed(world, invoice)) return false;
  useBalance(world, invoice);
  useUpDiscounts(world, invoice, subscription);
  numberInvoice(world, invoice);
  if (invoice.amount_due > 0) openPayment(world, invoice);
  world.emit('invoice.finalized', invoice);
  return true;
}

/** Gives an invoice what a final one has: its number, its page, and that it is open. */
export function numberInvoice(world: World, invoice: Invoice): void {
  const customer = world.book.customers.get(invoice.customer);
  const sequence = customer?.next_invoice_sequence ?? 1;
  if (customer !== undefined) customer.next_invoice_sequence += 1;
  invoice.number = `${customer?.invoice_prefix ?? 'NONE'}-${String(sequence).padStart(4, '0')}`;
  invoice.status = 'open';
  invoice.effective_at = world.seconds;
  invoice.status_transitions = { ...invoice.status_transitions, finalized_at: world.seconds };
  invoice.hosted_invoice_url = `${world.url}/i/${invoice.id}`;
  invoice.invoice_pdf = `${world.url}/i/${invoice.id}/pdf`;
}

/** Marks an invoice as paid: by its payment intent, out of band, or because nothing is due. */
export function markPaid(world: World, invoice: Invoice): void {
  const due = invoice.amount_due;
  Object.assign(invoice, {
    status: 'paid',
    attempted: true,
    auto_advance: false,
    amount_paid: due,
    amount_remaining: 0,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, paid_at: world.seconds },
  });
  for (const payment of world.book.paymentsOf(invoice.id)) {
    if (payment.status !== 'open') continue;
    payment.status = 'paid';
    payment.amount_paid = payment.amount_requested;
    payment.status_transitions = { canceled_at: null, paid_at: world.seconds };
    world.emit('invoice_payment.paid', payment);
  }
  world.emit('invoice.paid', invoice);
  world.emit('invoice.payment_succeeded', invoice);
}

/** Takes a final invoice back: nobody is to pay it. */
export function voidInvoice(world: World, invoice: Invoice): void {
  closeUnpaid(world, invoice, 'void');
  invoice.status_transitions = { ...invoice.status_transitions, voided_at: world.seconds };
  world.emit('invoice.voided', invoice);
}

/** Gives an invoice up: nobody will pay it. */
export function markUncollectible(world: World, invoice: Invoice): void {
  closeUnpaid(world, invoice, 'uncollectible');
  invoice.status_transitions = {
    ...invoice.status_transitions,
    marked_uncollectible_at: world.seconds,
  };
  world.emit('invoice.marked_uncollectible', invoice);
}

function closeUnpaid(world: World, invoice: Invoice, status: string): void {
  invoice.status = status;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  for (const payment of world.book.paymentsOf(invoice.id)) {
    const intent = world.book.paymentIntents.get(payment.payment.payment_intent);
    if (payment.status !== 'open' || intent === undefined || status !== 'void') continue;
    payment.status = 'canceled';
    payment.status_transitions = { canceled_at: world.seconds, paid_at: null };
    intent.status = 'canceled';
    intent.canceled_at = world.seconds;
    intent.cancellation_reason = 'void_invoice';
    world.emit('payment_intent.canceled', intent);
  }
}

function taxed(world: World, invoice: Invoice): boolean {
  if (!invoice.automatic_tax.enabled) return true;
  const stuck =
    world.settings.tax === 'requires_location_inputs' &&
    invoice.billing_reason !== 'subscription_create';
  invoice.automatic_tax.status = stuck ? 'requires_location_inputs' : 'complete';
  invoice.last_finalization_error = stuck
    ? {
        type: 'invalid_request_error',
        code: 'customer_tax_location_invalid',
        message: "The customer's location isn't recognized.",
      }
    : null;
  invoice.automatic_tax.disabled_reason = stuck ? 'finalization_requires_location_inputs' : null;
  if (stuck) world.emit('invoice.finalization_failed', invoice);
  return !stuck;
}

/** A negative total becomes credit; credit pays for what is due. */
function useBalance(world: World, invoice: Invoice): void {
  const customer = world.book.customers.get(invoice.customer);
  if (customer === undefined) return;
  const before = customer.balance;
  const used = Math.min(Math.max(-before, 0), Math.max(invoice.total, 0));
  const after = invoice.total < 0 ? before + invoice.total : before + used;
  invoice.starting_balance = before;
  invoice.ending_balance = after;
  invoice.amount_due = Math.max(invoice.total, 0) - used;
  invoice.amount_remaining = invoice.amount_due;
  world.change('customer.updated', customer, () => {
    customer.balance = after;
  });
}

function openPayment(world: World, invoice: Invoice): void {
  const intent = newPaymentIntent(world.ids.next('pi_', 24), world.seconds, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: 'Subscription',
  });
  world.book.paymentIntents.set(intent.id, intent);
  const payment = newInvoicePayment(world.ids.next('inpay_', 24), world.seconds, {
    invoice: invoice.id,
    paymentIntent: intent.id,
    amount: invoice.amount_due,
    currency: invoice.currency,
  });
  world.book.invoicePayments.set(payment.id, payment);
}
