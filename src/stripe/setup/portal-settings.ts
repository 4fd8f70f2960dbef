import { createHash } from 'node:crypto';
import type { Stripe } from 'stripe';
import { planPriceKeys } from '#src/core/stripe.ts';
import type { FoundPrice } from '../offers.ts';

const markField = 'fanline';
const fingerprintField = 'fanline_settings';

/** Settings of the portal that set-up made. */
export interface OwnConfiguration {
  readonly id: string;
  readonly fingerprint: string | null;
  /** How the portal changes plans, as Stripe has it now. */
  readonly changes: Stripe.BillingPortal.Configuration.Features.SubscriptionUpdate;
}

/** The settings of the portal that set-up made, if it did. */
export async function ownConfiguration(stripe: Stripe): Promise<OwnConfiguration | undefined> {
  const { data } = await stripe.billingPortal.configurations.list({ active: true, limit: 100 });
  const own = data.find(({ metadata }) => metadata?.[markField] === 'portal');
  return (
    own && {
      id: own.id,
      fingerprint: own.metadata?.[fingerprintField] ?? null,
      changes: own.features.subscription_update,
    }
  );
}

/** What of the settings tells whether they are the ones that we want. */
export function portalFingerprint(prices: readonly FoundPrice[]): string {
  const text = JSON.stringify(features(prices));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/**
 * What customers may do in the portal: see invoices, change card, address and tax id, cancel at the period's end, change the plan.
 * A dearer plan begins and is paid at once, a cheaper or shorter one at the period's end.
 */
export function portalSettings(prices: readonly FoundPrice[]) {
  return {
    features: features(prices),
    metadata: { [markField]: 'portal', [fingerprintField]: portalFingerprint(prices) },
  };
}

function features(
  prices: readonly FoundPrice[],
): Stripe.BillingPortal.ConfigurationCreateParams.Features {
  const plans = planPriceKeys.flatMap((key) => prices.find((price) => price.key === key) ?? []);
  // A price that somebody made by hand belongs to whatever product it was made for.
  const products = [...Map.groupBy(plans, ({ productId }) => productId)].map(([product, its]) => ({
    product,
    prices: its.map(({ priceId }) => priceId),
  }));
  return {
    invoice_history: { enabled: true },
    payment_method_update: { enabled: true },
    customer_update: { enabled: true, allowed_updates: ['email', 'name', 'address', 'tax_id'] },
    subscription_cancel: {
      enabled: true,
      mode: 'at_period_end',
      cancellation_reason: {
        enabled: true,
        options: ['too_expensive', 'missing_features', 'switched_service', 'unused', 'other'],
      },
    },
    subscription_update: {
      enabled: true,
      default_allowed_updates: ['price', 'promotion_code'],
      proration_behavior: 'always_invoice',
      products,
      schedule_at_period_end: {
        conditions: [{ type: 'decreasing_item_amount' }, { type: 'shortening_interval' }],
      },
    },
  };
}
