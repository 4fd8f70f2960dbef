import { createHash } from 'node:crypto';
import type { Stripe } from 'stripe';
import { faultOfError } from '../fault-of-error.ts';
import { enabledEvents } from '../rules/read-event.ts';
import { pinnedApiVersion } from '../stripe-client.ts';
import type { SetupStep } from './plan-setup.ts';

/** Field of an endpoint's metadata that says whether set-up has kept its secret. */
const secretField = 'fanline_secret';
const notKept = 'not-kept';

/** What stands in an endpoint's metadata once its secret is where somebody can read it. */
export const secretKept = { [secretField]: 'kept' };

/** Whether nobody has the secret of an endpoint, since set-up was cut off while it made it. */
export function isHalfMade({ metadata }: Pick<Stripe.WebhookEndpoint, 'metadata'>): boolean {
  return metadata[secretField] === notKept;
}

/** Keys that are tried: each but the first only after what stands under the one before is of no use any more. */
const mostKeys = 4;

/**
 * Makes an endpoint and gives its secret to `keepSecret`. Where an earlier run was cut off after Stripe had made one, the
 * idempotency key has Stripe tell that one and its secret again, for a day (docs.stripe.com/api/idempotent_requests); later
 * another one is made. Half-made ones that are not it are removed. Where Stripe cannot be told that the secret was kept, a run
 * that finds it in the settings does so.
 */
export async function makeEndpoint(
  stripe: Stripe,
  { url, beside, halfMade }: Extract<SetupStep, { kind: 'create-endpoint' }>,
  keepSecret: (secret: string) => void,
): Promise<void> {
  const wanted = {
    url,
    enabled_events: [...enabledEvents],
    api_version: pinnedApiVersion,
    description: 'Fanline',
    metadata: { [secretField]: notKept },
  } satisfies Stripe.WebhookEndpointCreateParams;
  const made = await askForOne(stripe, wanted, beside);
  keepSecret(made.secret);
  await markKept(stripe, made.id);
  for (const id of halfMade) if (id !== made.id) await removeEndpoint(stripe, id);
}

/** The secret is kept, whether or not that can be written down. */
async function markKept(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.webhookEndpoints.update(id, { metadata: secretKept });
  } catch (error) {
    if (!faultOfError(error)) throw error;
  }
}

/** Removes an endpoint; one that is gone stays so. */
export async function removeEndpoint(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.webhookEndpoints.del(id);
  } catch (error) {
    if (faultOfError(error)?.reason !== 'no-such-object') throw error;
  }
}

/**
 * The key stands for these parameters and for the endpoints that are there already (`beside`), so that one more is another
 * intent. What it gives may have been removed since, or be a failure of Stripe's own that it repeats.
 */
async function askForOne(
  stripe: Stripe,
  wanted: Stripe.WebhookEndpointCreateParams,
  beside: readonly string[],
): Promise<{ readonly id: string; readonly secret: string }> {
  const intent = createHash('sha256')
    .update(JSON.stringify([wanted, beside.toSorted()]))
    .digest('hex')
    .slice(0, 32);
  for (let keys = 1; ; keys += 1) {
    const idempotencyKey = `setup:endpoint:${intent}:${keys}`;
    try {
      const { id, secret } = await stripe.webhookEndpoints.create(wanted, { idempotencyKey });
      if (secret && (await isHalfMadeStill(stripe, id))) return { id, secret };
    } catch (error) {
      if (faultOfError(error)?.replayed !== true || keys === mostKeys) throw error;
    }
    if (keys === mostKeys) throw new Error('Stripe tells no secret of a webhook endpoint.');
  }
}

/** Whether this endpoint is there, and nobody has kept its secret: what Stripe repeats is as it was then. */
async function isHalfMadeStill(stripe: Stripe, id: string): Promise<boolean> {
  try {
    return isHalfMade(await stripe.webhookEndpoints.retrieve(id));
  } catch (error) {
    if (faultOfError(error)?.reason === 'no-such-object') return false;
    throw error;
  }
}
