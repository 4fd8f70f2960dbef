import type { DailyCaps, LimitReached, NewReservation, UsageTotals } from '#src/core/usage.ts';

const dayMs = 86_400_000;

/** A reservation that is older was left by a process that died: all tries together have far less time. */
export const staleMs = 2 * 60_000;

/** How long the rows of calls are kept; the sums by day stay. */
export const usageKeptMs = 400 * dayMs;

/** Days since the epoch (UTC): this one, and the first of its calendar month. */
export function daysUntil(now: number): { today: number; monthBegin: number } {
  const date = new Date(now);
  return {
    today: Math.floor(now / dayMs),
    monthBegin: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs,
  };
}

/** The limit that this would pass, if any. A person is told of their own drafts before they are told of money. */
export function limitReached(
  { draftsThisMonth, costToday, totalToday }: UsageTotals,
  { keyOwner, drafts, draftQuota, estimateMicroUsd }: NewReservation,
  caps: DailyCaps,
): LimitReached | undefined {
  if (keyOwner === 'own') return undefined;
  const passes = (used: number, limit: number | null) => limit !== null && used > limit;
  if (drafts > 0 && passes(draftsThisMonth + drafts, draftQuota)) return 'drafts-used-up';
  if (passes(costToday + estimateMicroUsd, caps.tenant)) return 'tenant-cap';
  if (passes(totalToday + estimateMicroUsd, caps.total)) return 'total-cap';
  return undefined;
}
