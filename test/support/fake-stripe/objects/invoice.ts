import type { Metadata } from '../http/params.ts';
import type { Price } from './catalog.ts';
import type { Address } from './customer.ts';
import { innerList } from './list.ts';

/** An invoice as the API shows it; what it is for stands in `parent`. */
export type Invoice = ReturnType<typeof newInvoice>;

/** A tax of a line, or of a whole invoice. */
export interface LineTax {
  amount: number;
  tax_behavior: 'exclusive' | 'inclusive';
  tax_rate_details: { tax_rate: string };
  taxability_reason: 'standard_rated';
  taxable_amount: number;
  type: 'tax_rate_details';
}

/** One line of an invoice. */
export type InvoiceLine = ReturnType<typeof newInvoiceLine>;

/** A payment of an invoice. */
export type InvoicePayment = ReturnType<typeof newInvoicePayment>;

/** A new line; amounts are in cents, periods in epoch seconds. */
export function newInvoiceLine(
  id: string,
  given: {
    invoice: string | null;
    /** Null: bought once, and so is `item`. */
    subscription: string | null;
    item: string | null;
    price: Price;
    amount: number;
    quantity: number;
    description: string;
    proration: boolean;
    period: { start: number; end: number };
  },
) {
  return {
    id,
    object: 'line_item' as const,
    amount: given.amount,
    currency: given.price.currency,
    description: given.description,
    discount_amounts: [] as { amount: number; discount: string }[],
    discountable: !given.proration,
    discounts: [],
    invoice: given.invoice,
    livemode: false,
    metadata: {} as Metadata,
    parent:
      given.subscription === null || given.item === null
        ? null
        : {
            invoice_item_details: null,
            subscription_item_details: {
              invoice_item: null,
              proration: given.proration,
              proration_details: { credited_items: null },
              subscription: given.subscription,
              subscription_item: given.item,
            },
            type: 'subscription_item_details' as const,
          },
    period: given.period,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: given.price.id, product: given.price.product },
      type: 'price_details' as const,
      unit_amount_decimal: given.price.unit_amount_decimal,
    },
    quantity: given.quantity,
    quantity_decimal: String(given.quantity),
    subscription: given.subscription,
    subtotal: given.amount,
    taxes: [] as LineTax[],
  };
}

/** A new draft without lines. */
export function newInvoice(
  id: string,
  created: number,
  given: {
    customer: string;
    customerName: string | null;
    currency: string;
    reason: string;
    automaticTax: boolean;
    /** Null: what was bought once, as at a Checkout of `payment` mode. */
    subscription: { id: string; metadata: Metadata } | null;
    period: { start: number; end: number };
  },
) {
  return {
    id,
    object: 'invoice' as const,
    account_country: 'DE',
    account_name: null,
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: {
      disabled_reason: null as string | null,
      enabled: given.automaticTax,
      liability: given.automaticTax ? { type: 'self' as const } : null,
      provider: given.automaticTax ? 'stripe' : null,
      status: null as string | null,
    },
    automatically_finalizes_at: null as number | null,
    billing_reason: given.reason,
    collection_method: 'charge_automatically',
    created,
    currency: given.currency,
    custom_fields: null,
    customer: given.customer,
    customer_account: null,
    customer_address: null as Address | null,
    customer_email: null as string | null,
    customer_name: given.customerName,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null as string | null,
    default_source: null,
    default_tax_rates: [],
    description: null as string | null,
    discounts: [] as string[],
    due_date: null,
    effective_at: null as number | null,
    ending_balance: null as number | null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null as string | null,
    invoice_pdf: null as string | null,
    issuer: { type: 'self' as const },
    last_finalization_error: null as { type: string; code: string; message: string } | null,
    latest_revision: null,
    lines: innerList<InvoiceLine>([], `/v1/invoices/${id}/lines`),
    livemode: false,
    metadata: {} as Metadata,
    next_payment_attempt: null as number | null,
    number: null as string | null,
    on_behalf_of: null,
    parent: given.subscription && {
      quote_details: null,
      subscription_details: {
        metadata: given.subscription.metadata,
        subscription: given.subscription.id,
      },
      type: 'subscription_details' as const,
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: given.period.end,
    period_start: given.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null as number | null,
      marked_uncollectible_at: null as number | null,
      paid_at: null as number | null,
      voided_at: null as number | null,
    },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [] as { amount: number; discount: string }[],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [] as LineTax[],
    webhooks_delivered_at: created,
  };
}

/** A new payment of an invoice, open until its payment intent succeeds. */
export function newInvoicePayment(
  id: string,
  created: number,
  given: { invoice: string; paymentIntent: string; amount: number; currency: string },
) {
  return {
    id,
    object: 'invoice_payment' as const,
    amount_paid: null as number | null,
    amount_requested: given.amount,
    created,
    currency: given.currency,
    invoice: given.invoice,
    is_default: true,
    livemode: false,
    payment: { payment_intent: given.paymentIntent, type: 'payment_intent' as const },
    status: 'open',
    status_transitions: { canceled_at: null as number | null, paid_at: null as number | null },
  };
}
