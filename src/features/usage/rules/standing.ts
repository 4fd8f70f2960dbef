import type { DailyCaps, UsageTotals } from '#src/core/usage.ts';

/** A limit of a tenant's. */
export type UsageLimit = 'drafts' | 'cost';

/** What was used of a limit; `of` null: there is none. Drafts, or millionths of a US dollar. */
export interface Used {
  readonly used: number;
  readonly of: number | null;
}

/** How a tenant stands: drafts of this month, cost of this day. */
export type UsageStanding = Readonly<Record<UsageLimit, Used>>;

/** Parts of a limit from which the creator is told. */
const nearPart = 0.8;

/** The standing that these totals make. */
export function standingOf(
  totals: UsageTotals,
  limits: { readonly quota: number | null; readonly caps: DailyCaps },
): UsageStanding {
  return {
    drafts: { used: totals.draftsThisMonth, of: limits.quota },
    cost: { used: totals.costToday, of: limits.caps.tenant },
  };
}

/** The limits of which 80 % or more is used. */
export function nearLimits(standing: UsageStanding): UsageLimit[] {
  const limits: readonly UsageLimit[] = ['drafts', 'cost'];
  return limits.filter((limit) => isNear(standing[limit]));
}

/** Whether 80 % or more is used. */
export function isNear({ used, of }: Used): boolean {
  return of !== null && used >= of * nearPart;
}

/** Whether all is used. */
export function isUsedUp({ used, of }: Used): boolean {
  return of !== null && used >= of;
}

/** The month or day (UTC) for which a limit is counted, as `2026-10` or `2026-10-19`. */
export function periodOf(limit: UsageLimit, now: number): string {
  return new Date(now).toISOString().slice(0, limit === 'drafts' ? 7 : 10);
}
