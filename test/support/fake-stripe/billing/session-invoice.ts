import type { CheckoutSession, Order } from '../objects/checkout-session.ts';
import { newInvoice, newInvoiceLine, newInvoicePayment } from '../objects/invoice.ts';
import type { World } from '../world.ts';
import { markPaid, numberInvoice } from './invoices.ts';

/** Writes the invoice of a session of `payment` mode that was paid and asked for one (`invoice_creation`). Gives its id. */
export function invoiceSession(world: World, session: CheckoutSession, order: Order): string {
  const id = world.ids.next('in_', 24);
  const customerId = session.customer ?? '';
  const now = world.seconds;
  const period = { start: now, end: now };
  const invoice = newInvoice(id, now, {
    customer: customerId,
    customerName: world.book.customers.get(customerId)?.name ?? null,
    currency: session.currency ?? 'eur',
    reason: 'manual',
    automaticTax: session.automatic_tax.enabled,
    subscription: null,
    period,
  });
  invoice.lines.data = order.items.map((item) =>
    newInvoiceLine(world.ids.next('il_', 24), {
      invoice: id,
      subscription: null,
      item: null,
      price: item.price,
      amount: item.amount_total,
      quantity: item.quantity,
      description: item.description,
      proration: false,
      period,
    }),
  );
  invoice.subtotal = session.amount_subtotal ?? 0;
  invoice.total = session.amount_total ?? 0;
  invoice.amount_due = invoice.total;
  invoice.amount_remaining = invoice.total;
  if (invoice.automatic_tax.enabled) invoice.automatic_tax.status = 'complete';
  world.book.invoices.set(id, invoice);
  world.emit('invoice.created', invoice);
  numberInvoice(world, invoice);
  world.emit('invoice.finalized', invoice);
  if (session.payment_intent !== null) {
    const payment = newInvoicePayment(world.ids.next('inpay_', 24), now, {
      invoice: id,
      paymentIntent: session.payment_intent,
      amount: invoice.amount_due,
      currency: invoice.currency,
    });
    world.book.invoicePayments.set(payment.id, payment);
  }
  markPaid(world, invoice);
  return id;
}
