import { setUpStripe } from '#src/operator/stripe-setup.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';

/** A Stripe of the demo's own, in which nobody pays with money. */
export interface DemoStripe extends AsyncDisposable {
  /** Settings of the program that is to use it. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts it and sets it up as `npm run stripe -- setup` does, for a program that will listen at `programUrl`. */
export async function startDemoStripe(programUrl: string): Promise<DemoStripe> {
  const fake = await startFakeStripe({ useSchema: false });
  const stripe: StripeConfig = {
    secretKey: fake.secretKey,
    webhookSecrets: [],
    apiBase: fake.url,
    trialDays: 14,
    tax: false,
  };
  let secret = '';
  const made = await setUpStripe(
    { stripe, publicUrl: programUrl },
    {
      prices: JSON.stringify(priceList),
      keepSecret(told) {
        secret = told;
      },
    },
  );
  if (!made.ok) throw new Error(`Stripe was not set up: ${made.reason}`);
  return {
    settings: {
      STRIPE_SECRET_KEY: fake.secretKey,
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_BASE: fake.url,
    },
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
