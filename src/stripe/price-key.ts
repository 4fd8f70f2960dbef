import { type PriceKey, priceKeys } from '#src/core/stripe.ts';

/** Where set-up notes a price's key: a lookup key moves to the next price, and who bought this one keeps it. */
export const priceKeyField = 'fanline_price';

/** Which of our prices this is. `metadata` of a price is written by the operator alone. */
export function priceKeyOf(price: {
  readonly lookup_key: string | null;
  readonly metadata?: Readonly<Record<string, string>> | null;
}): PriceKey | null {
  const given = price.lookup_key ?? '';
  const noted = price.metadata?.[priceKeyField] ?? '';
  return priceKeys.find((key) => key === given) ?? priceKeys.find((key) => key === noted) ?? null;
}
