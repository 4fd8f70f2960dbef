import type { PlanRow } from '#src/core/plans.ts';
import type { PlanReason, PlanStanding } from './plan-at.ts';

/** Reasons of those who pay. */
const paid: ReadonlySet<PlanReason> = new Set([
  'subscription',
  'trial',
  'grace',
  'address',
  'uncollected',
]);

/**
 * Since when a month's quota counts (epoch ms). Whoever pays has months that begin on the day and at the time at which their
 * period did, also when they pay by the year; a day that a month does not have is its last one. Everybody else has calendar
 * months (UTC). What uses sums by day counts the whole first day (UTC), also what came before the plan began on it.
 */
export function monthSince(row: PlanRow | null, { why }: PlanStanding, now: number): number {
  const start = row?.subscription?.periodStart;
  if (!paid.has(why) || start === undefined || start > now) {
    const date = new Date(now);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }
  const months = monthsBetween(start, now);
  const whole = plusMonths(start, months);
  return whole <= now ? whole : plusMonths(start, months - 1);
}

function monthsBetween(from: number, to: number): number {
  const [one, other] = [new Date(from), new Date(to)];
  const years = other.getUTCFullYear() - one.getUTCFullYear();
  return years * 12 + other.getUTCMonth() - one.getUTCMonth();
}

function plusMonths(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
