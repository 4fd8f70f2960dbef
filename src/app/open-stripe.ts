import type { Log } from '#src/core/log.ts';
import { createStripe, type StripeParts, type StripeSide } from '#src/stripe/create-stripe.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';

/** Whether plans are asked for: with a key and a webhook secret. With the key alone Stripe is being set up. */
export function isBilled(stripe: StripeConfig | null): stripe is StripeConfig {
  return stripe !== null && stripe.webhookSecrets.length > 0;
}

/** Stripe's side of the program; undefined where everything is allowed. */
export function openStripe(
  config: StripeConfig | null,
  parts: StripeParts & { readonly log: Log },
): StripeSide | undefined {
  if (isBilled(config)) return createStripe(config, parts);
  if (config !== null) {
    parts.log.warn('stripe.no-webhook-secret', {
      hint: 'STRIPE_WEBHOOK_SECRET is missing, so everything is allowed to everybody. See docs/operations.md, "Stripe".',
    });
  }
  return undefined;
}
