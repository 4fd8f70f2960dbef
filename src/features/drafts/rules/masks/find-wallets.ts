import { type Finder, spansOf, withoutOverlaps } from './span.ts';

// Bitcoin (BIP 173/350 and base58), Ethereum and alike, Tron, TON: by form, since a mistyped address tells as much.
const patterns = [
  /(?<![\p{L}\p{N}])bc1[02-9ac-hj-np-z]{11,71}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?=[1-9A-HJ-NP-Za-km-z]*[A-Z])(?=[1-9A-HJ-NP-Za-km-z]*[a-z])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])0x[0-9a-f]{40}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])T[1-9A-HJ-NP-Za-km-z]{33}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}_-])[EUk0]Q[A-Za-z0-9_-]{46}(?![\p{L}\p{N}_-])/gu,
];

/** Addresses of wallets: Bitcoin, Ethereum, Tron, TON. */
export const findWallets: Finder = (text) =>
  withoutOverlaps(patterns.flatMap((pattern) => spansOf(text, pattern)));
