import type { PlanName, PlanRow } from '#src/core/plans.ts';
import { planAt, type PlanStanding } from '#src/features/billing/index.ts';
import { isoOrNull } from './tenant-summary.ts';

/** A tenant's plan as operators see it; times as ISO 8601. */
export interface TenantPlan {
  /** False: there are no Stripe settings, and everything is allowed. */
  readonly billed: boolean;
  readonly name: PlanName;
  readonly why: PlanStanding['why'];
  readonly until: string | null;
  readonly grant: { readonly plan: PlanName; readonly until: string | null } | null;
  readonly subscription: {
    readonly id: string;
    readonly status: string;
    readonly price: string | null;
    readonly periodEnd: string;
    readonly cancelsAt: string | null;
    readonly pastDueSince: string | null;
    readonly hold: string | null;
  } | null;
  readonly oddity: string | null;
  readonly syncedAt: string | null;
  /** Bought on top, ever, in Stripe’s mode of now. */
  readonly topupDrafts: number;
}

/** What operators see of a row; `now` in epoch ms. */
export function describePlan(row: PlanRow | null, now: number, billed: boolean): TenantPlan {
  const { plan, why, until } = planAt(row, now, billed);
  const { grant = null, subscription = null } = row ?? {};
  return {
    billed,
    name: plan,
    why,
    until: isoOrNull(until),
    grant: grant && { plan: grant.plan, until: isoOrNull(grant.until) },
    subscription: subscription && {
      id: subscription.subscriptionId,
      status: subscription.status,
      price: subscription.priceKey,
      periodEnd: new Date(subscription.periodEnd).toISOString(),
      cancelsAt: isoOrNull(subscription.cancelsAt),
      pastDueSince: isoOrNull(subscription.pastDueSince),
      hold: subscription.hold,
    },
    oddity: row?.oddity ?? null,
    syncedAt: isoOrNull(row?.syncedAt ?? null),
    topupDrafts: row?.topupDrafts ?? 0,
  };
}
