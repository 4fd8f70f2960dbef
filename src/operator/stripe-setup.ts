import { endpointUrlOf } from '#src/stripe/look-at-stripe.ts';
import type { SetupNote, SetupStep } from '#src/stripe/setup/plan-setup.ts';
import { readPriceList } from '#src/stripe/setup/price-list.ts';
import { runSetup, type SetupOutcome } from '#src/stripe/setup/run-setup.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';

/** What set-up did, or would do. */
export interface ShownSetup {
  readonly ok: true;
  readonly dryRun: boolean;
  readonly steps: readonly SetupStep[];
  readonly notes: readonly SetupNote[];
  /** A new endpoint's secret was written to the file. */
  readonly secretKept: boolean;
}

/** What the operator wants. */
export interface StripeSetupWish {
  /** Text of the price list; absent: prices are only checked. */
  readonly prices?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly removeOld?: boolean | undefined;
  /** Writes a new endpoint's secret where nobody else reads it. */
  readonly keepSecret?: ((secret: string) => void) | undefined;
}

/** Makes or checks products, prices, the portal's settings and the webhook endpoint at Stripe. */
export async function setUpStripe(
  settings: { readonly stripe: StripeConfig | null; readonly publicUrl: string | null },
  wish: StripeSetupWish,
): Promise<ShownSetup | OperatorRefusal> {
  if (settings.stripe === null) return refusal('stripe-not-configured');
  const list = wish.prices === undefined ? null : readPriceList(wish.prices);
  if (list === undefined) return refusal('stripe-price-list');
  let secretKept = false;
  const { keepSecret } = wish;
  const outcome = await runSetup(settings.stripe, {
    list,
    endpointUrl: endpointUrlOf(settings.publicUrl),
    removeOld: wish.removeOld ?? false,
    dryRun: wish.dryRun ?? false,
    keepSecret:
      keepSecret &&
      ((secret) => {
        keepSecret(secret);
        secretKept = true;
      }),
  });
  if (outcome.ok) return { ...outcome, secretKept };
  const refused = refusalOf(outcome);
  return secretKept ? { ...refused, message: `${refused.message} ${secretKeptText}` } : refused;
}

/** A later run makes no other endpoint once this one's secret is in the settings. */
const secretKeptText =
  'The webhook endpoint was made, and its secret is in the file: put it into STRIPE_WEBHOOK_SECRET before that.';

function refusalOf(outcome: Extract<SetupOutcome, { readonly ok: false }>): OperatorRefusal {
  switch (outcome.reason) {
    case 'needs-secret':
      return refusal('stripe-needs-secret-file');
    case 'unreachable':
    case 'down':
    case 'flooded':
      return refusal('stripe-unreachable');
    case 'rejected-key':
      return refusal('stripe-key-refused');
    default:
      return refusal('stripe-refused', { code: outcome.code ?? outcome.reason });
  }
}
