import type { DailyCaps, UsageTotals } from '#src/core/usage.ts';

/** A limit of a tenant's. */
export type UsageLimit = 'drafts' | 'cost';

/** What was used of a limit; `of` null: there is none. Drafts, or millionths of a US dollar. */
export interface Used {
  readonly used: number;
  readonly of: number | null;
}

/** How a tenant stands: drafts of its month, cost of this day. */
export interface UsageStanding extends Readonly<Record<UsageLimit, Used>> {
  /** Drafts bought on top that are left; they are used after those of the month. */
  readonly topupDrafts: number;
  /** When the month began (epoch ms). */
  readonly since: number;
}

/** Parts of a limit from which the creator is told. */
const nearPart = 0.8;

/** The standing that these totals make. */
export function standingOf(
  totals: UsageTotals,
  limits: { readonly quota: number | null; readonly since: number; readonly caps: DailyCaps },
): UsageStanding {
  return {
    drafts: { used: totals.drafts, of: limits.quota },
    cost: { used: totals.costToday, of: limits.caps.tenant },
    topupDrafts: totals.topupDrafts,
    since: limits.since,
  };
}

/** The limits of which 80 % or more is used; what was bought on top is more to use. */
export function nearLimits(standing: UsageStanding): UsageLimit[] {
  const { drafts, cost, topupDrafts } = standing;
  const used = drafts.of === null ? 0 : Math.min(drafts.used, drafts.of) - topupDrafts;
  return [
    ...(isNear({ ...drafts, used }) ? (['drafts'] as const) : []),
    ...(isNear(cost) ? (['cost'] as const) : []),
  ];
}

/** Whether 80 % or more is used. */
export function isNear({ used, of }: Used): boolean {
  return of !== null && used >= of * nearPart;
}

/** Whether nothing of a limit is left. */
export function isUsedUp(standing: UsageStanding, limit: UsageLimit): boolean {
  const { used, of } = standing[limit];
  if (of === null || used < of) return false;
  return limit === 'cost' || standing.topupDrafts === 0;
}

/** The day (UTC) for which a limit is counted, or with which its month began, as `2026-10-19`. */
export function periodOf(limit: UsageLimit, since: number, now: number): string {
  return dayOf(limit === 'drafts' ? since : now);
}

/** A day (UTC), as `2026-10-19`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
