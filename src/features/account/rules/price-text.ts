import type { PriceOffer } from '#src/core/stripe.ts';

/** Stripe counts these in hundredths though they have none (docs.stripe.com/currencies, "Special cases"). */
const inHundredths = new Set(['isk', 'ugx']);

/** What is to be paid, as people of a language (IETF tag) write it; whole amounts without zeros. */
export function priceText(
  { amount, currency }: Pick<PriceOffer, 'amount' | 'currency'>,
  language: string,
): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currency.toUpperCase(),
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = inHundredths.has(currency)
    ? 2
    : (format.resolvedOptions().maximumFractionDigits ?? 2);
  return format.format(amount / 10 ** digits);
}

/** How many per cent less a year costs than twelve months, rounded down; null: not less. */
export function savedPercent(
  month: Pick<PriceOffer, 'amount' | 'currency'> | undefined,
  year: Pick<PriceOffer, 'amount' | 'currency'> | undefined,
): number | null {
  if (!month || !year || month.currency !== year.currency || month.amount <= 0) return null;
  const percent = Math.floor(100 - (100 * year.amount) / (12 * month.amount));
  return percent > 0 ? percent : null;
}
