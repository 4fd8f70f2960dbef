import type { Metadata } from '../http/params.ts';

/** A product as the API shows it. */
export type Product = ReturnType<typeof newProduct>;

/** A price as the API shows it. */
export type Price = ReturnType<typeof newPrice>;

/** A coupon as the API shows it. */
export type Coupon = ReturnType<typeof newCoupon>;

/** A promotion code as the API shows it. */
export type PromotionCode = ReturnType<typeof newPromotionCode>;

/** How often a price is charged. */
export interface Recurring {
  interval: string;
  interval_count: number;
  meter: null;
  trial_period_days: null;
  usage_type: 'licensed';
}

/** A new product. */
export function newProduct(id: string, created: number, name: string) {
  return {
    id,
    object: 'product' as const,
    active: true,
    created,
    default_price: null as string | null,
    description: null as string | null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {} as Metadata,
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null as string | null,
    tax_code: null as string | null,
    tax_details: null,
    type: 'service' as const,
    unit_label: null as string | null,
    updated: created,
    url: null as string | null,
  };
}

/** A new price; `unitAmount` is in cents. */
export function newPrice(
  id: string,
  created: number,
  given: { product: string; currency: string; unitAmount: number; recurring: Recurring | null },
) {
  return {
    id,
    object: 'price' as const,
    active: true,
    billing_scheme: 'per_unit' as const,
    created,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null as string | null,
    metadata: {} as Metadata,
    nickname: null as string | null,
    product: given.product,
    recurring: given.recurring,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: given.recurring === null ? ('one_time' as const) : ('recurring' as const),
    unit_amount: given.unitAmount,
    unit_amount_decimal: String(given.unitAmount),
  };
}

/** A new coupon: a percentage or an amount in cents. */
export function newCoupon(id: string, created: number) {
  return {
    id,
    object: 'coupon' as const,
    amount_off: null as number | null,
    created,
    currency: null as string | null,
    duration: 'once',
    duration_in_months: null as number | null,
    livemode: false,
    max_redemptions: null as number | null,
    metadata: {} as Metadata,
    name: null as string | null,
    percent_off: null as number | null,
    redeem_by: null as number | null,
    times_redeemed: 0,
    valid: true,
  };
}

/** A new promotion code for a coupon. */
export function newPromotionCode(id: string, created: number, code: string, coupon: string) {
  return {
    id,
    object: 'promotion_code' as const,
    active: true,
    code,
    created,
    customer: null as string | null,
    customer_account: null,
    expires_at: null as number | null,
    livemode: false,
    max_redemptions: null as number | null,
    metadata: {} as Metadata,
    promotion: { coupon, type: 'coupon' as const },
    restrictions: {
      first_time_transaction: false,
      minimum_amount: null,
      minimum_amount_currency: null,
    },
    times_redeemed: 0,
  };
}

/** A coupon as it holds for one subscription or invoice. */
export type Discount = ReturnType<typeof newDiscount>;

/** A new discount. `end` is epoch seconds; null: it has none. */
export function newDiscount(
  id: string,
  start: number,
  given: {
    coupon: string;
    promotionCode: string | null;
    customer: string;
    subscription: string | null;
    session: string | null;
    end: number | null;
  },
) {
  return {
    id,
    object: 'discount' as const,
    checkout_session: given.session,
    customer: given.customer,
    customer_account: null,
    end: given.end,
    invoice: null,
    invoice_item: null,
    promotion_code: given.promotionCode,
    source: { coupon: given.coupon, type: 'coupon' as const },
    start,
    subscription: given.subscription,
    subscription_item: null,
  };
}
