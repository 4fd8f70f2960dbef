/** Waits after the first, second, … failed try, in ms. */
const waits = [1_000, 5_000, 25_000, 120_000] as const;

/** The longest of these waits, in ms. */
export const longestUpdateWaitMs = Math.max(...waits);

/**
 * What becomes of an update after its n-th failed try (n from 1): tried again after some ms, or parked, where an
 * operator finds it. Five tries, so that a lane stands still for about two and a half minutes at most.
 */
export function afterFailedTry(tries: number): { waitMs: number } | 'park' {
  const waitMs = waits[tries - 1];
  return waitMs === undefined ? 'park' : { waitMs };
}
