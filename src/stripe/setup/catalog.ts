import type { PriceKey } from '#src/core/stripe.ts';
import type { ProductKey } from './price-list.ts';

/** Ids of our products at Stripe: chosen by us, so that each is made once. */
export const productIds = {
  pro: 'fanline_pro',
  studio: 'fanline_studio',
  drafts: 'fanline_drafts',
} as const satisfies Record<ProductKey, string>;

/** The product of each price, and how often it is paid; null: once. */
export const catalog = {
  pro_monthly: { product: 'pro', interval: 'month' },
  pro_yearly: { product: 'pro', interval: 'year' },
  studio_monthly: { product: 'studio', interval: 'month' },
  studio_yearly: { product: 'studio', interval: 'year' },
  drafts_topup_500: { product: 'drafts', interval: null },
} as const satisfies Record<
  PriceKey,
  { readonly product: ProductKey; readonly interval: 'month' | 'year' | null }
>;
