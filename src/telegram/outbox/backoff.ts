import type { Random } from '#src/core/random.ts';

const firstMs = 1_000;
const longestMs = 60_000;

/** The longest wait that `backoffMs` gives, in ms. */
export const longestBackoffMs = longestMs * 1.25;

/**
 * The wait before try n + 1 (n tries failed, n from 1): 1 s, doubling to 60 s, then spread by `jitter` (0 up to 1) over
 * three quarters to five quarters of it, so that many rows do not come back in one instant. In ms.
 */
export function backoffMs(tries: number, jitter: number): number {
  const ms = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(0, tries - 1), 10));
  return Math.round(ms * (0.75 + jitter / 2));
}

/** A random number from 0 up to 1. */
export function fraction(random: Random): number {
  return random.bytes(4).readUInt32BE(0) / 2 ** 32;
}
