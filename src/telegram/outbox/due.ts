import { longestBackoffMs } from '#src/telegram/outbox/backoff.ts';

/**
 * The longest wait, in ms, that a new row is put in with for the program's own reasons. What waits longer was meant for
 * a time of day.
 */
export const longestOwnWaitMs = 600_000;

/**
 * Whether a row's time has come. `now` in epoch ms.
 *
 * Should the machine's clock be set back, a row would wait for that much longer. So a wait that is longer than it can
 * have been meant to be is over: of a row that waits to be tried again, more than the longest backoff (a longer pause
 * that Telegram asked for is kept by the pace); of a new row, any short wait that began in what is now the future.
 */
export function isDue(
  row: { notBefore: number; createdAt: number; claimedAt: number | null },
  now: number,
): boolean {
  if (row.notBefore <= now) return true;
  if (row.claimedAt !== null) return row.notBefore > now + longestBackoffMs;
  return row.createdAt > now && row.notBefore - row.createdAt <= longestOwnWaitMs;
}
