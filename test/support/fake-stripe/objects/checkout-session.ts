import type { Metadata } from '../http/params.ts';
import type { Price } from './catalog.ts';

/** A Checkout Session as the API shows it. */
export type CheckoutSession = ReturnType<typeof newCheckoutSession>;

/** One line of a session, shown only where it is expanded. */
export type SessionItem = ReturnType<typeof newSessionItem>;

/** What a session will make once it is paid: not part of what the API shows. */
export interface Order {
  readonly lines: readonly { price: Price; quantity: number }[];
  readonly items: readonly SessionItem[];
  readonly trialDays: number | undefined;
  /** What becomes of a trial that ends without a card: cancel, pause, create_invoice. */
  readonly missingPaymentMethod: string;
  readonly billingMode: 'classic' | 'flexible';
  /** Metadata of the subscription or the payment intent. The session's own is never copied. */
  readonly metadata: Metadata;
  readonly description: string | null;
  readonly savesCard: boolean;
  /** What of the person's answers goes to the customer. */
  readonly updates: { readonly address: boolean; readonly name: boolean };
}

/** A new session that waits to be paid. Amounts are in cents. */
export function newCheckoutSession(
  id: string,
  created: number,
  given: {
    mode: 'subscription' | 'payment';
    customer: string | null;
    email: string | null;
    currency: string;
    subtotal: number;
    total: number;
    expiresAt: number;
    url: string;
    successUrl: string;
    cancelUrl: string | null;
    automaticTax: boolean;
    taxIds: boolean;
  },
) {
  return {
    id,
    object: 'checkout.session' as const,
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null as boolean | null,
    allowed_payment_method_types: null as string[] | null,
    amount_subtotal: given.subtotal,
    amount_total: given.total,
    automatic_tax: {
      enabled: given.automaticTax,
      liability: given.automaticTax ? { type: 'self' as const } : null,
      provider: given.automaticTax ? 'stripe' : null,
      status: null as string | null,
    },
    billing_address_collection: null as string | null,
    cancel_url: given.cancelUrl,
    client_reference_id: null as string | null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency: given.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: given.customer,
    customer_account: null,
    customer_creation: null as string | null,
    customer_details: null as ReturnType<typeof customerDetails> | null,
    customer_email: given.email,
    discounts: [] as { coupon: string | null; promotion_code: string | null }[],
    expires_at: given.expiresAt,
    integration_identifier: null,
    invoice: null as string | null,
    invoice_creation:
      given.mode === 'payment'
        ? {
            enabled: false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: null,
              description: null,
              footer: null,
              issuer: null,
              metadata: {},
              rendering_options: null,
            },
          }
        : null,
    livemode: false,
    locale: null as string | null,
    managed_payments: { enabled: false },
    metadata: {} as Metadata,
    mode: given.mode,
    origin_context: null,
    payment_intent: null as string | null,
    payment_link: null,
    payment_method_collection: 'always' as string | null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null as string | null,
    subscription: null as string | null,
    success_url: given.successUrl,
    tax_id_collection: { enabled: given.taxIds, required: 'never' },
    total_details: {
      amount_discount: given.subtotal - given.total,
      amount_shipping: 0,
      amount_tax: 0,
    },
    ui_mode: 'hosted_page',
    url: given.url as string | null,
    wallet_options: null,
  };
}

/** What Checkout learned of the person who paid. */
export function customerDetails(email: string, name: string) {
  return {
    address: {
      city: null,
      country: 'DE',
      line1: null,
      line2: null,
      postal_code: '10115',
      state: null,
    },
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

/** A new line of a session. */
export function newSessionItem(id: string, price: Price, quantity: number, description: string) {
  const amount = (price.unit_amount ?? 0) * quantity;
  return {
    id,
    object: 'item' as const,
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description,
    metadata: null,
    price,
    quantity,
  };
}
