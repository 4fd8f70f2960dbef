import type { PriceKey } from '#src/core/stripe.ts';
import type { FoundPrice } from '../offers.ts';
import type { ProductKey } from './price-list.ts';

/** What of our things an account has. */
export interface FoundSetup {
  /** Names of the products that are there and active. */
  readonly products: Readonly<Partial<Record<ProductKey, string>>>;
  readonly prices: readonly FoundPrice[];
  readonly portal: { readonly id: string; readonly fingerprint: string | null } | null;
  /** Endpoints with our address, newest first. */
  readonly endpoints: readonly FoundEndpoint[];
}

/** A webhook endpoint. */
export interface FoundEndpoint {
  readonly id: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly apiVersion: string | null;
  readonly events: readonly string[];
  /** Set-up made it, and was cut off before it had kept its secret, which Stripe tells once: nobody has it. */
  readonly isHalfMade: boolean;
}

/** A price by its key. */
export function priceOf(found: FoundSetup, key: PriceKey): FoundPrice | undefined {
  return found.prices.find((price) => price.key === key);
}
