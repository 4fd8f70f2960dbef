import { payInvoice } from '../billing/pay-invoice.ts';
import { markUncollectible, voidInvoice } from '../billing/invoices.ts';
import { createdWithin, listing, listParams } from '../http/listing.ts';
import type { Route } from '../http/route.ts';
import { cardDeclined, invalid, missing, StripeRefusal } from '../http/stripe-error.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { World } from '../world.ts';
import { previewInvoice, previewParams } from './preview-invoice.ts';
import { subscriptionOf } from './subscriptions.ts';

/** Invoices and their payments. */
export const invoiceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/invoices',
    takes: [...listParams, 'created', 'customer', 'status', 'subscription'],
    run(world, params) {
      const customer = params.text('customer');
      const status = params.text('status');
      const subscription = params.text('subscription');
      const all = createdWithin(world.book.invoices.values(), params).filter(
        (each) =>
          (customer === undefined || each.customer === customer) &&
          (status === undefined || each.status === status) &&
          (subscription === undefined ||
            each.parent?.subscription_details.subscription === subscription),
      );
      return listing(all, params, '/v1/invoices');
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/create_preview',
    takes: previewParams,
    run: previewInvoice,
  },
  {
    method: 'GET',
    path: '/v1/invoices/{id}',
    takes: [],
    run: (world, _params, id) => invoiceOf(world, id),
  },
  {
    method: 'GET',
    path: '/v1/invoices/{id}/lines',
    takes: listParams,
    run: (world, params, id) =>
      listing(invoiceOf(world, id).lines.data.toReversed(), params, `/v1/invoices/${id}/lines`),
  },
  {
    method: 'POST',
    path: '/v1/invoices/{id}/pay',
    takes: ['payment_method'],
    run(world, params, id) {
      const invoice = openInvoice(world, id);
      const subscription = subscriptionOf(
        world,
        invoice.parent?.subscription_details.subscription ?? '',
      );
      const card = params.text('payment_method');
      const outcome = payInvoice(world, invoice, subscription, card === undefined ? {} : { card });
      if (outcome === 'declined') throw cardDeclined();
      if (outcome === 'needs-action')
        throw new StripeRefusal(402, 'This payment requires additional user action.', {
          type: 'card_error',
          code: 'invoice_payment_intent_requires_action',
        });
      return invoice;
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/{id}/void',
    takes: [],
    run(world, _params, id) {
      const invoice = openInvoice(world, id);
      voidInvoice(world, invoice);
      return invoice;
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices/{id}/mark_uncollectible',
    takes: [],
    run(world, _params, id) {
      const invoice = openInvoice(world, id);
      markUncollectible(world, invoice);
      return invoice;
    },
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments',
    takes: [...listParams, 'created', 'invoice', 'payment', 'status'],
    run(world, params) {
      const invoice = params.text('invoice');
      const status = params.text('status');
      const intent = params.group('payment')?.text('payment_intent');
      const all = createdWithin(world.book.invoicePayments.values(), params).filter(
        (each) =>
          (invoice === undefined || each.invoice === invoice) &&
          (status === undefined || each.status === status) &&
          (intent === undefined || each.payment.payment_intent === intent),
      );
      return listing(all, params, '/v1/invoice_payments');
    },
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments/{id}',
    takes: [],
    run(world, _params, id) {
      const payment = world.book.invoicePayments.get(id);
      if (payment === undefined) throw missing('invoice payment', id);
      return payment;
    },
  },
];

function invoiceOf(world: World, id: string): Invoice {
  const invoice = world.book.invoices.get(id);
  if (invoice === undefined) throw missing('invoice', id);
  return invoice;
}

function openInvoice(world: World, id: string): Invoice {
  const invoice = invoiceOf(world, id);
  if (invoice.status === 'paid')
    throw invalid('Invoice is already paid', undefined, 'invoice_already_paid');
  if (invoice.status !== 'open') throw invalid(`Invoice is ${invoice.status}, not open.`);
  return invoice;
}
