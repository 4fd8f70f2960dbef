import type { Result } from '#src/core/result.ts';
import { readModelRef } from './model-refs.ts';
import { type Price, type PriceList, refText, usualPrices } from './prices.ts';

/** What is wrong with a list of prices: which entry, counted from one, and why. */
export interface PriceFault {
  readonly entry: number;
  readonly why: 'form' | 'model' | 'number' | 'twice';
}

/** In US dollars for a million tokens: none costs more. */
const mostDollars = 1_000;

/**
 * Reads prices, `provider:model=in/out` or `provider:model=in/cached/out` with commas between, in US dollars for a million tokens.
 * Gives the usual prices with these added or in their places; refused with all that is wrong.
 */
export function readPrices(
  text: string,
): Result<{ prices: PriceList }, 'malformed'> & { readonly faults: readonly PriceFault[] } {
  const given = new Map<string, Price>();
  const faults: PriceFault[] = [];
  for (const [at, part] of text.split(',').entries()) {
    const fault = (why: PriceFault['why']) => faults.push({ entry: at + 1, why });
    const [name = '', ...numbers] = part.split('=');
    const sums = (numbers[0] ?? '').split('/').map((sum) => sum.trim());
    if (numbers.length !== 1 || sums.length < 2 || sums.length > 3) {
      fault('form');
      continue;
    }
    const ref = readModelRef(name);
    if (!ref) {
      fault('model');
      continue;
    }
    if (given.has(refText(ref))) fault('twice');
    const price = priceFrom(sums);
    if (!price) fault('number');
    else given.set(refText(ref), price);
  }
  return faults.length > 0
    ? { ok: false, reason: 'malformed', faults }
    : { ok: true, prices: new Map([...usualPrices, ...given]), faults };
}

/** `in`, what is read from a cache (else as dear as `in`), `out`. */
function priceFrom(sums: readonly string[]): Price | null {
  if (!sums.every((sum) => /^\d{1,4}(\.\d{1,6})?$/.test(sum) && Number(sum) <= mostDollars)) {
    return null;
  }
  const [into = 0, second = 0, third] = sums.map(Number);
  return third === undefined
    ? { in: into, cached: into, out: second }
    : { in: into, cached: second, out: third };
}
