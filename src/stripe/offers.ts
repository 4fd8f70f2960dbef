import type { Stripe } from 'stripe';
import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import { type PriceKey, type PriceOffer, priceKeys } from '#src/core/stripe.ts';
import { priceKeyOf } from './price-key.ts';
import type { StripeFault } from './fault-of-error.ts';
import type { StripeClient } from './stripe-client.ts';
import { idOf } from './read-facts.ts';
import { logFault } from './sync-customer.ts';

/** A price, with ids of Stripe's. */
export interface FoundPrice extends PriceOffer {
  readonly priceId: string;
  readonly productId: string;
}

/** Prices by key; those that are missing are not sold. */
export interface Offers {
  all(): Promise<{ readonly ok: true; readonly prices: readonly FoundPrice[] } | StripeFault>;
  /** Undefined: there is no such price. */
  find(
    key: PriceKey,
  ): Promise<{ readonly ok: true; readonly price: FoundPrice | undefined } | StripeFault>;
}

const keptMs = 10 * 60_000;

/** The prices that Stripe has, read again after ten minutes; a failure is not kept. */
export function createOffers(client: StripeClient, clock: Clock, log: Log): Offers {
  let known: { readonly until: number; readonly prices: readonly FoundPrice[] } | undefined;

  const all: Offers['all'] = async () => {
    if (known && known.until > clock.steady()) return { ok: true, prices: known.prices };
    const asked = await client.ask(listPrices);
    if (!asked.ok) {
      logFault(log, asked, { what: 'prices' });
      return asked;
    }
    known = { until: clock.steady() + keptMs, prices: asked.value };
    return { ok: true, prices: asked.value };
  };

  return {
    all,
    async find(key) {
      const found = await all();
      return found.ok
        ? { ok: true, price: found.prices.find((price) => price.key === key) }
        : found;
    },
  };
}

/** Reads the prices that are for sale, in the order of `priceKeys`. */
export async function listPrices(stripe: Stripe): Promise<FoundPrice[]> {
  const listed = await stripe.prices.list({
    lookup_keys: [...priceKeys],
    active: true,
    limit: 100,
  });
  const byKey = new Map(listed.data.map((price) => [priceKeyOf(price), price]));
  return priceKeys.flatMap((key) => {
    const price = byKey.get(key);
    const interval = intervalOf(price?.recurring?.interval);
    if (!price || price.unit_amount === null || interval === undefined) return [];
    const { id: priceId, currency, unit_amount: amount } = price;
    const productId = idOf(price.product) ?? '';
    return [{ key, priceId, productId, currency, amount, interval }];
  });
}

/** Null: paid once; undefined: an interval that we do not sell. */
function intervalOf(interval: string | undefined): FoundPrice['interval'] | undefined {
  if (interval === undefined) return null;
  return interval === 'month' || interval === 'year' ? interval : undefined;
}
