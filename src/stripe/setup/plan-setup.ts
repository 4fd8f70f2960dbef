import { type PriceKey, priceKeys } from '#src/core/stripe.ts';
import { enabledEvents } from '../rules/read-event.ts';
import { pinnedApiVersion } from '../stripe-client.ts';
import { catalog, productIds } from './catalog.ts';
import { type FoundEndpoint, type FoundSetup, priceOf } from './found.ts';
import type { PriceList, ProductKey } from './price-list.ts';

/** What set-up is to bring about. */
export interface WantedSetup {
  /** Null: products and prices are only checked. */
  readonly list: PriceList | null;
  /** Address of the endpoint; null: there is no PUBLIC_URL, so Stripe cannot deliver. */
  readonly endpointUrl: string | null;
  /** Ends endpoints with our address that are not the one that is right. */
  readonly removeOld: boolean;
  /**
   * What is known of an endpoint's secret. `set`: the settings have one. `missing`: they have none, so nobody can read what the
   * endpoints that are there deliver. `wanted`: they have none, and that of another endpoint would be kept.
   */
  readonly secret: 'set' | 'missing' | 'wanted';
}

/** One change of the account. */
export type SetupStep =
  | { readonly kind: 'create-product'; readonly product: ProductKey; readonly name: string }
  | { readonly kind: 'rename-product'; readonly product: ProductKey; readonly name: string }
  | {
      readonly kind: 'create-price';
      readonly key: PriceKey;
      readonly amount: number;
      readonly currency: string;
      /** The price that had the key until now; who bought it keeps it. */
      readonly replaces: string | null;
    }
  | { readonly kind: 'create-portal' }
  | { readonly kind: 'update-portal'; readonly id: string }
  | {
      readonly kind: 'create-endpoint';
      readonly url: string;
      /** Endpoints with our address that are there already and whose secret somebody may have. */
      readonly beside: readonly string[];
      /** Those that an earlier run was cut off at: one of them is gone on with, or all go. */
      readonly halfMade: readonly string[];
    }
  | {
      readonly kind: 'update-endpoint';
      readonly id: string;
      /** Its secret is in the settings, so it is no longer half made. */
      readonly isSecretSet: boolean;
    }
  | { readonly kind: 'remove-endpoint'; readonly id: string };

/** Something that set-up cannot do by itself. */
export type SetupNote =
  | { readonly code: 'price-missing'; readonly key: PriceKey }
  | { readonly code: 'portal-needs-prices' }
  | { readonly code: 'no-public-url' }
  | { readonly code: 'secret-missing'; readonly id: string }
  | { readonly code: 'old-endpoint'; readonly id: string }
  /** Set-up was cut off at this one, and another one (`beside`) would do as well: either's secret may be the one that was kept. */
  | { readonly code: 'unclear-endpoint'; readonly id: string; readonly beside: string };

/** What is to be done, in this order, and what is left to a person. Nothing where all is as it should be. */
export interface SetupPlan {
  readonly steps: readonly SetupStep[];
  readonly notes: readonly SetupNote[];
}

/** Compares what is wanted with what was found. `portalFingerprint`: of the settings that the portal should have then. */
export function planSetup(
  wanted: WantedSetup,
  found: FoundSetup,
  portalFingerprint: string,
): SetupPlan {
  const catalogPlan = planCatalog(wanted.list, found);
  const missing = catalogPlan.notes.length > 0;
  const portalPlan: SetupPlan = missing
    ? { steps: [], notes: [{ code: 'portal-needs-prices' }] }
    : { steps: planPortal(found, catalogPlan.steps, portalFingerprint), notes: [] };
  const endpointPlan = planEndpoint(wanted, found.endpoints);
  const parts = [catalogPlan, portalPlan, endpointPlan];
  return {
    steps: parts.flatMap(({ steps }) => steps),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

/** Whether an endpoint is as it should be. */
export function isRightEndpoint(endpoint: FoundEndpoint): boolean {
  return endpoint.enabled && isOfVersion(endpoint) && hasEvents(endpoint);
}

function planCatalog(list: PriceList | null, found: FoundSetup): SetupPlan {
  const missing = priceKeys.filter((key) => !priceOf(found, key));
  if (!list) return { steps: [], notes: missing.map((key) => ({ code: 'price-missing', key })) };
  const products = (Object.keys(productIds) as ProductKey[]).flatMap((product): SetupStep[] => {
    const name = list.products[product];
    const there = found.products[product];
    if (there === undefined) return [{ kind: 'create-product', product, name }];
    return there === name ? [] : [{ kind: 'rename-product', product, name }];
  });
  const prices = priceKeys.flatMap((key): SetupStep[] => {
    const there = priceOf(found, key);
    const amount = list.prices[key];
    const { currency } = list;
    const same =
      there?.amount === amount &&
      there.currency === currency &&
      there.interval === catalog[key].interval;
    // A price cannot be changed: another takes its lookup key over.
    return same
      ? []
      : [{ kind: 'create-price', key, amount, currency, replaces: there?.priceId ?? null }];
  });
  return { steps: [...products, ...prices], notes: [] };
}

function planPortal(
  { portal }: FoundSetup,
  before: readonly SetupStep[],
  fingerprint: string,
): SetupStep[] {
  if (!portal) return [{ kind: 'create-portal' }];
  const newPrices = before.some(({ kind }) => kind === 'create-price');
  return portal.fingerprint === fingerprint && !newPrices
    ? []
    : [{ kind: 'update-portal', id: portal.id }];
}

function planEndpoint(
  { endpointUrl, removeOld, secret }: WantedSetup,
  endpoints: readonly FoundEndpoint[],
): SetupPlan {
  if (endpointUrl === null) return { steps: [], notes: [{ code: 'no-public-url' }] };
  const halfMade = endpoints.filter((endpoint) => endpoint.isHalfMade);
  const whole = endpoints.filter((endpoint) => !endpoint.isHalfMade);
  // The secret in the settings is of a whole one, where there is any; else of a half-made one, whatever was written down at Stripe.
  const known = secret === 'set' && whole.length > 0 ? whole : [...whole, ...halfMade];
  // An endpoint's version cannot be changed: one with another version is replaced.
  const current = known.filter(isOfVersion);
  // Stripe tells a secret once. Where its answer was lost, another endpoint has another secret.
  const kept = secret === 'wanted' ? undefined : (current.find(isRightEndpoint) ?? current[0]);
  const isWell = kept && isRightEndpoint(kept) && !(kept.isHalfMade && secret === 'set');
  const ids = (some: readonly FoundEndpoint[]) => some.map(({ id }) => id);
  const steps: SetupStep[] = kept
    ? isWell
      ? []
      : [{ kind: 'update-endpoint', id: kept.id, isSecretSet: secret === 'set' }]
    : [
        {
          kind: 'create-endpoint',
          url: endpointUrl,
          beside: ids(whole),
          halfMade: ids(halfMade),
        },
      ];
  // Its secret may have been kept and nothing written down of that, so that the settings may have it.
  const unclear = kept && !kept.isHalfMade ? halfMade.filter(isOfVersion) : [];
  // Making one goes on with those that were half made, or removes them.
  const others = (kept ? endpoints : whole).filter(
    (endpoint) => endpoint !== kept && !unclear.includes(endpoint),
  );
  // While the new one's secret is not in the settings, the old one still delivers; unless nobody has its secret, either.
  const mayRemove = removeOld && (kept !== undefined || secret === 'wanted');
  return {
    steps: [
      ...steps,
      ...(mayRemove ? ids(others).map((id) => ({ kind: 'remove-endpoint' as const, id })) : []),
    ],
    notes: [
      ...(kept && secret === 'missing' ? [{ code: 'secret-missing' as const, id: kept.id }] : []),
      ...(kept
        ? ids(unclear).map((id) => ({ code: 'unclear-endpoint' as const, id, beside: kept.id }))
        : []),
      ...(mayRemove ? [] : ids(others).map((id) => ({ code: 'old-endpoint' as const, id }))),
    ],
  };
}

function isOfVersion({ apiVersion }: FoundEndpoint): boolean {
  return apiVersion === pinnedApiVersion;
}

function hasEvents({ events }: FoundEndpoint): boolean {
  return events.includes('*') || enabledEvents.every((event) => events.includes(event));
}
