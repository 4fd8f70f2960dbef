import type { Log } from '#src/core/log.ts';
import type { StripeParts, StripeSide } from '#src/stripe/create-stripe.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { isBilled } from './stripe-settings.ts';

/** Stripe's side of the program; undefined where everything is allowed, and then it is not loaded either. */
export async function openStripe(
  config: StripeConfig | null,
  parts: StripeParts & { readonly log: Log },
): Promise<StripeSide | undefined> {
  if (isBilled(config)) {
    const { createStripe } = await import('#src/stripe/create-stripe.ts');
    return createStripe(config, parts);
  }
  if (config !== null) {
    parts.log.warn('stripe.no-webhook-secret', {
      hint: 'STRIPE_WEBHOOK_SECRET is missing, so everything is allowed to everybody. See docs/operations.md, "Stripe".',
    });
  }
  return undefined;
}
