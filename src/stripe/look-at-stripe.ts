import { type PriceKey, priceKeys } from '#src/core/stripe.ts';
import type { FaultReason } from './fault-of-error.ts';
import { isLiveKey } from './key-mode.ts';
import { findSetup } from './setup/find-setup.ts';
import type { FoundEndpoint } from './setup/found.ts';
import { openStripeClient, pinnedApiVersion } from './stripe-client.ts';
import type { StripeConfig } from './stripe-config.ts';
import { enabledEvents } from './rules/read-event.ts';

/** What Stripe says of the installation's settings. */
export interface StripeLook {
  /** Why it could not be asked; null: it answered. */
  readonly fault: FaultReason | null;
  /** Whether it is Stripe's test mode. */
  readonly testMode: boolean;
  readonly missingPrices: readonly PriceKey[];
  readonly portal: boolean;
  /** Null: there is no PUBLIC_URL, so there can be none. */
  readonly endpoint: EndpointLook | null;
}

/** What is wrong with the best endpoint with our address; nothing is: all false. */
export interface EndpointLook {
  readonly missing: boolean;
  readonly disabled: boolean;
  /** Its version when it is another one than the client's. */
  readonly otherVersion: string | null;
  readonly missingEvents: readonly string[];
}

/** Where Stripe delivers to, by PUBLIC_URL. */
export function endpointUrlOf(publicUrl: string | null): string | null {
  return publicUrl === null ? null : `${publicUrl}/stripe/webhook`;
}

/** Asks Stripe for prices, portal and endpoint. Changes nothing. `signal` ends what is under way. */
export async function lookAtStripe(
  config: StripeConfig,
  publicUrl: string | null,
  signal?: AbortSignal,
): Promise<StripeLook> {
  const client = openStripeClient(config);
  const end = () => client.close();
  signal?.addEventListener('abort', end);
  try {
    const url = endpointUrlOf(publicUrl);
    const asked = await client.ask((stripe) => findSetup(stripe, url));
    if (!asked.ok) return failedLook(config, asked.reason);
    const { prices, portal, endpoints } = asked.value;
    const there = new Set(prices.map(({ key }) => key));
    return {
      fault: null,
      testMode: !isLiveKey(config.secretKey),
      missingPrices: priceKeys.filter((key) => !there.has(key)),
      portal: portal !== null,
      endpoint: url === null ? null : lookAtEndpoints(endpoints),
    };
  } finally {
    signal?.removeEventListener('abort', end);
    client.close();
  }
}

/** What is known where Stripe gave no answer. */
export function failedLook(
  { secretKey }: Pick<StripeConfig, 'secretKey'>,
  fault: FaultReason,
): StripeLook {
  return {
    fault,
    testMode: !isLiveKey(secretKey),
    missingPrices: [],
    portal: false,
    endpoint: null,
  };
}

/** Judges the endpoint that is nearest to what it should be. */
export function lookAtEndpoints(endpoints: readonly FoundEndpoint[]): EndpointLook {
  const looks = endpoints.map(
    ({ enabled, apiVersion, events }): EndpointLook => ({
      missing: false,
      disabled: !enabled,
      otherVersion: apiVersion === pinnedApiVersion ? null : (apiVersion ?? 'of the account'),
      missingEvents: events.includes('*')
        ? []
        : enabledEvents.filter((event) => !events.includes(event)),
    }),
  );
  const faults = (look: EndpointLook) =>
    Number(look.disabled) * 4 +
    Number(look.otherVersion !== null) * 2 +
    Number(look.missingEvents.length > 0);
  const [best] = looks.toSorted((a, b) => faults(a) - faults(b));
  return best ?? { missing: true, disabled: false, otherVersion: null, missingEvents: [] };
}
