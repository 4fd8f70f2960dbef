import type { StripeFault } from '../fault-of-error.ts';
import { openStripeClient } from '../stripe-client.ts';
import type { StripeConfig } from '../stripe-config.ts';
import { doStep } from './do-step.ts';
import { findSetup } from './find-setup.ts';
import { planSetup, type SetupPlan, type WantedSetup } from './plan-setup.ts';
import { portalFingerprint } from './portal-settings.ts';

/** How set-up ended. `needs-secret`: an endpoint would be made and nobody keeps its secret; nothing was changed. */
export type SetupOutcome =
  | (SetupPlan & { readonly ok: true; readonly dryRun: boolean })
  | StripeFault
  | { readonly ok: false; readonly reason: 'needs-secret' };

/** What set-up is run with. */
export interface SetupWish extends Omit<WantedSetup, 'secret'> {
  readonly dryRun: boolean;
  /** Keeps a new endpoint's secret; absent: none may be made. */
  readonly keepSecret?: ((secret: string) => void) | undefined;
}

/**
 * Makes what is missing at Stripe and changes what is different; run again it changes nothing. When it fails half-way the next run
 * goes on from there.
 */
export async function runSetup(
  config: Pick<StripeConfig, 'secretKey' | 'apiBase' | 'webhookSecrets'>,
  wish: SetupWish,
): Promise<SetupOutcome> {
  const client = openStripeClient(config);
  const { keepSecret } = wish;
  const secret = config.webhookSecrets.length > 0 ? 'set' : keepSecret ? 'wanted' : 'missing';
  try {
    const looked = await client.ask(async (stripe) => {
      const found = await findSetup(stripe, wish.endpointUrl);
      return planSetup({ ...wish, secret }, found, portalFingerprint(found.prices));
    });
    if (!looked.ok) return looked;
    const plan = looked.value;
    if (wish.dryRun) return { ...plan, ok: true, dryRun: true };
    if (!keepSecret && plan.steps.some(({ kind }) => kind === 'create-endpoint')) {
      return { ok: false, reason: 'needs-secret' };
    }
    for (const step of plan.steps) {
      const done = await client.ask((stripe) =>
        doStep(stripe, step, wish.list, (secret) => keepSecret?.(secret)),
      );
      if (!done.ok) return done;
    }
    return { ...plan, ok: true, dryRun: false };
  } finally {
    client.close();
  }
}
