import type { Selectable } from 'kysely';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanGrant, PlanRow, SubscriptionState } from '#src/core/plans.ts';
import type { PlanRowTable } from '#src/storage/control-tables.ts';

/** A stored row as the plan book gives it. */
export function toPlanRow(row: Selectable<PlanRowTable>): PlanRow {
  return {
    tenantId: row.tenant_id as TenantId,
    grant: row.grant_plan === null ? null : { plan: row.grant_plan, until: row.grant_until },
    subscription: subscriptionIn(row),
    oddity: row.oddity,
    syncedAt: row.synced_at,
    topupDrafts: row.topup_drafts,
    boughtDrafts: row.bought_drafts,
    creditedDuplicates: row.credited_duplicates,
    revision: row.revision,
  };
}

/** A grant as columns. */
export function grantColumns(grant: PlanGrant | null) {
  return { grant_plan: grant?.plan ?? null, grant_until: grant?.until ?? null };
}

/** A subscription as columns; all null without one. */
export function subscriptionColumns(state: SubscriptionState | null) {
  return {
    subscription_id: state?.subscriptionId ?? null,
    status: state?.status ?? null,
    price_key: state?.priceKey ?? null,
    period_start: state?.periodStart ?? null,
    period_end: state?.periodEnd ?? null,
    cancels_at: state?.cancelsAt ?? null,
    trial_end: state?.trialEnd ?? null,
    past_due_since: state?.pastDueSince ?? null,
    hold: state?.hold ?? null,
    pause: state?.pause ?? null,
    ended_at: state?.endedAt ?? null,
    subscription_created_at: state?.createdAt ?? null,
  };
}

/** The schema sees to it that these columns are there together. */
function subscriptionIn(row: Selectable<PlanRowTable>): SubscriptionState | null {
  const { subscription_id: subscriptionId, status } = row;
  if (subscriptionId === null || status === null) return null;
  return {
    subscriptionId,
    status,
    priceKey: row.price_key,
    periodStart: row.period_start ?? 0,
    periodEnd: row.period_end ?? 0,
    cancelsAt: row.cancels_at,
    trialEnd: row.trial_end,
    pastDueSince: row.past_due_since,
    hold: row.hold,
    pause: row.pause,
    endedAt: row.ended_at,
    createdAt: row.subscription_created_at ?? 0,
  };
}
