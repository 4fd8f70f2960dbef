import type { Metadata } from '../http/params.ts';
import type { Price } from './catalog.ts';
import { innerList } from './list.ts';

/** A subscription as the API shows it. Its periods stand on its items only. */
export type Subscription = ReturnType<typeof newSubscription>;

/** One price of a subscription. */
export type SubscriptionItem = ReturnType<typeof newSubscriptionItem>;

/** What somebody said when they ended it. */
export interface CancellationDetails {
  comment: string | null;
  feedback: string | null;
  feedback_option: null;
  reason: string | null;
}

/** Nobody has said anything yet. */
export const noCancellation: CancellationDetails = {
  comment: null,
  feedback: null,
  feedback_option: null,
  reason: null,
};

/** A new item. `price` is the price itself, so that it always shows what the price is now. */
export function newSubscriptionItem(
  id: string,
  given: {
    subscription: string;
    price: Price;
    quantity: number;
    created: number;
    start: number;
    end: number;
  },
) {
  return {
    id,
    object: 'subscription_item' as const,
    billing_thresholds: null,
    created: given.created,
    current_period_end: given.end,
    current_period_start: given.start,
    current_trial: null,
    discounts: [],
    metadata: {} as Metadata,
    plan: planOf(given.price),
    price: given.price,
    quantity: given.quantity,
    subscription: given.subscription,
    tax_rates: [],
  };
}

/** The price as the old kind of resource that items still carry. */
export function planOf(price: Price) {
  return {
    id: price.id,
    object: 'plan' as const,
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: {} as Metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed' as const,
  };
}

/** A new subscription without items, incomplete until its first invoice is paid. */
export function newSubscription(
  id: string,
  created: number,
  given: {
    customer: string;
    currency: string;
    anchor: number;
    billingMode: 'classic' | 'flexible';
    automaticTax: boolean;
    missingPaymentMethod: string;
  },
) {
  return {
    id,
    object: 'subscription' as const,
    application: null,
    application_fee_percent: null,
    automatic_tax: {
      disabled_reason: null as string | null,
      enabled: given.automaticTax,
      liability: given.automaticTax ? { type: 'self' as const } : null,
    },
    billing_cycle_anchor: given.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: {
      flexible: given.billingMode === 'flexible' ? { proration_discounts: 'included' } : null,
      type: given.billingMode,
    },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null as number | null,
    cancel_at_period_end: false,
    canceled_at: null as number | null,
    cancellation_details: noCancellation,
    collection_method: 'charge_automatically',
    created,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: null as string | null,
    default_source: null,
    default_tax_rates: [],
    description: null as string | null,
    discounts: [] as string[],
    ended_at: null as number | null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' as const },
    },
    items: innerList<SubscriptionItem>([], `/v1/subscription_items?subscription=${id}`),
    latest_invoice: null as string | null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {} as Metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null as { behavior: string; resumes_at: number | null } | null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null as PendingUpdate | null,
    schedule: null as string | null,
    start_date: created,
    status: 'incomplete',
    /** Absent unless it is paused. */
    status_details: undefined as ReturnType<typeof pausedSince> | undefined,
    test_clock: null,
    transfer_data: null,
    trial_end: null as number | null,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: given.missingPaymentMethod,
      },
    },
    trial_start: null as number | null,
  };
}

/** Why a subscription is paused since then (epoch seconds). */
export function pausedSince(seconds: number, type: string) {
  return { paused: { type: 'subscription', transitioned_at: seconds, subscription: { type } } };
}

/** A change that waits for its payment. */
export type PendingUpdate = ReturnType<typeof newPendingUpdate>;

/** A new one; it is dropped at `expires`, epoch seconds. */
export function newPendingUpdate(items: SubscriptionItem[], expires: number) {
  return {
    billing_cycle_anchor: null,
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: expires,
    metadata: null,
    subscription_items: items,
    trial_end: null,
    trial_from_plan: null,
  };
}
