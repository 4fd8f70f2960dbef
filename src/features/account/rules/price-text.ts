import type { PriceOffer } from '#src/core/stripe.ts';

/** Stripe counts these in hundredths though they have none (docs.stripe.com/currencies, "Special cases"). */
const inHundredths = new Set(['isk', 'ugx']);

type Sum = Pick<PriceOffer, 'amount' | 'currency'>;

/** What is to be paid, as people of a language (IETF tag) write it; whole amounts without zeros. */
export function priceText(price: Sum, language: string): string {
  return moneyText(price, language, 'stripIfInteger');
}

/** A sum among others, as people of a language (IETF tag) write it on a bill: each with the same number of digits. */
export function sumText(sum: Sum, language: string): string {
  // The sign that is as wide as a plus: a hyphen is easily overlooked.
  return moneyText(sum, language, 'auto').replace('-', '−');
}

function moneyText(
  { amount, currency }: Sum,
  language: string,
  trailingZeroDisplay: 'auto' | 'stripIfInteger',
): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currency.toUpperCase(),
    trailingZeroDisplay,
  });
  const digits = inHundredths.has(currency)
    ? 2
    : (format.resolvedOptions().maximumFractionDigits ?? 2);
  return format.format(amount / 10 ** digits);
}

/** How many per cent less a year costs than twelve months, rounded down; null: not less. */
export function savedPercent(month: Sum | undefined, year: Sum | undefined): number | null {
  if (!month || !year || month.currency !== year.currency || month.amount <= 0) return null;
  const percent = Math.floor(100 - (100 * year.amount) / (12 * month.amount));
  return percent > 0 ? percent : null;
}
