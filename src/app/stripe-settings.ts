import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import type { SettingProblem, Settings } from './settings-schema.ts';

/** A webhook secret that belongs to no key. The other way round is a set-up under way. */
export function stripeProblems(
  env: Readonly<Record<string, string | undefined>>,
): SettingProblem[] {
  if (!env['STRIPE_WEBHOOK_SECRET'] || env['STRIPE_SECRET_KEY']) return [];
  return [
    {
      setting: 'STRIPE_WEBHOOK_SECRET',
      problem: 'is set, but STRIPE_SECRET_KEY is not',
      example: 'both, or neither',
    },
  ];
}

/** The access to Stripe, by the settings; null without a key. */
export function stripeConfigOf(settings: Settings): StripeConfig | null {
  const { STRIPE_SECRET_KEY: secretKey } = settings;
  if (!secretKey) return null;
  return {
    secretKey,
    webhookSecrets: settings.STRIPE_WEBHOOK_SECRET ?? [],
    apiBase: settings.STRIPE_API_BASE ?? null,
    trialDays: settings.STRIPE_TRIAL_DAYS,
    tax: settings.STRIPE_TAX,
  };
}

/** Whether plans are asked for: with a key and a webhook secret. With the key alone Stripe is being set up. */
export function isBilled(stripe: StripeConfig | null): stripe is StripeConfig {
  return stripe !== null && stripe.webhookSecrets.length > 0;
}
