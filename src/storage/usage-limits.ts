import type { DailyCaps, LimitReached, NewReservation, UsageTotals } from '#src/core/usage.ts';

const dayMs = 86_400_000;

/** A reservation that is older was left by a process that died: all tries together have far less time. */
export const staleMs = 2 * 60_000;

/** How long the rows of calls are kept; the sums by day stay. */
export const usageKeptMs = 400 * dayMs;

/** Days since the epoch (UTC) of a moment (epoch ms). */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs);
}

/** Whether these drafts must be taken from what was bought on top, since the quota is used up. */
export function needsTopup(
  totals: UsageTotals,
  { keyOwner, drafts, draftQuota }: NewReservation,
): boolean {
  if (keyOwner === 'own' || drafts === 0 || draftQuota === null) return false;
  return totals.drafts + drafts > draftQuota;
}

/** The limit that this would pass, if any. A person is told of their own drafts before they are told of money. */
export function limitReached(
  totals: UsageTotals,
  wanted: NewReservation,
  caps: DailyCaps,
): LimitReached | undefined {
  if (wanted.keyOwner === 'own') return undefined;
  const passes = (used: number, limit: number | null) => limit !== null && used > limit;
  if (needsTopup(totals, wanted) && totals.topupDrafts < wanted.drafts) return 'drafts-used-up';
  if (passes(totals.costToday + wanted.estimateMicroUsd, caps.tenant)) return 'tenant-cap';
  if (passes(totals.totalToday + wanted.estimateMicroUsd, caps.total)) return 'total-cap';
  return undefined;
}
