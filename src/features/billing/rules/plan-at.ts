import {
  fraudWarning,
  noAddress,
  type PlanName,
  type PlanRow,
  type SubscriptionState,
} from '#src/core/plans.ts';
import { planOfPrice, rankOf } from './plan-table.ts';

/**
 * Why a plan is what it is. With a plan: `grant` by the operator, `subscription`, its `trial`, `grace` while a payment
 * is open, or `address` while Stripe needs the creator's address for the taxes of a renewal, or `uncollected` while its
 * payments are paused at Stripe. On Free: `ended` the subscription did, `unpaid` a payment is open and its grace over, `pending` its first payment is
 * not done, `paused` nothing is there to pay with, so that it waits, `paused-by-operator` somebody paused it at Stripe by hand, `hold` a dispute is open, `fraud-warning` its card's issuer warned of fraud, `free` there never was one, or its first payment never came. `not-billed`: everything is allowed to everybody.
 */
export type PlanReason =
  | 'not-billed'
  | 'grant'
  | 'subscription'
  | 'trial'
  | 'grace'
  | 'address'
  | 'uncollected'
  | 'ended'
  | 'unpaid'
  | 'pending'
  | 'paused'
  | 'paused-by-operator'
  | 'hold'
  | 'fraud-warning'
  | 'free';

/** The plan of a tenant at a moment. Times are epoch ms. */
export interface PlanStanding {
  readonly plan: PlanName;
  readonly why: PlanReason;
  /** When it becomes less by itself; null: as far as is known it goes on. In a grace that is the end of it. */
  readonly until: number | null;
  /** What it is from then on; the same plan where `until` is null. */
  readonly then: PlanName;
  /** When the trial ends; null: it is none. The plan goes on until Stripe says what follows. */
  readonly trialEnd: number | null;
}

/** How long a plan goes on after a payment failed: 7 days of 24 hours. */
export const graceMs = 7 * 86_400_000;

interface Source {
  readonly plan: PlanName;
  readonly why: PlanReason;
  readonly until: number | null;
}

/**
 * The plan that a row gives at a moment. A grant and a subscription together give the better one; an end that has come is
 * an end, whether Stripe said so or not. A status that is not known gives nothing: who writes rows keeps the last one that
 * was. (Statuses: Stripe API 2026-10-28, Subscription.status.)
 */
export function planAt(row: PlanRow | null, now: number, billing: boolean): PlanStanding {
  if (!billing) {
    return { plan: 'studio', why: 'not-billed', until: null, then: 'studio', trialEnd: null };
  }
  const subscribed = row?.subscription ? subscriptionAt(row.subscription, row, now) : noSource;
  const granted = grantAt(row, now);
  const [best, other] = isBetter(granted, subscribed)
    ? [granted, subscribed]
    : [subscribed, granted];
  if (best.plan === 'free') {
    return { ...subscribed, plan: 'free', until: null, then: 'free', trialEnd: null };
  }
  const left = best.until !== null && endOf(other) > best.until ? other.plan : 'free';
  return {
    ...best,
    then: best.until === null ? best.plan : left,
    trialEnd: best.why === 'trial' ? (row?.subscription?.trialEnd ?? null) : null,
  };
}

/** The higher plan, and of two that are alike the one that lasts. */
function isBetter(one: Source, other: Source): boolean {
  const up = rankOf(one.plan) - rankOf(other.plan);
  return up > 0 || (up === 0 && endOf(one) > endOf(other));
}

const noSource: Source = { plan: 'free', why: 'free', until: null };

function grantAt(row: PlanRow | null, now: number): Source {
  const grant = row?.grant;
  if (!grant || grant.plan === 'free' || (grant.until !== null && grant.until <= now)) {
    return noSource;
  }
  return { plan: grant.plan, why: 'grant', until: grant.until };
}

function subscriptionAt(state: SubscriptionState, { oddity }: PlanRow, now: number): Source {
  const none = (why: PlanReason): Source => ({ plan: 'free', why, until: null });
  const plan = planOfPrice(state.priceKey);
  const until = earliest(state.cancelsAt, state.endedAt);
  // Its first payment never came, so nothing ended.
  if (state.status === 'incomplete_expired') return none('free');
  if (until !== null && until <= now) return none('ended');
  if (state.hold) return none(oddity?.startsWith(`${fraudWarning}:`) ? fraudWarning : 'hold');
  switch (state.status) {
    case 'active': {
      return plan ? { plan, why: activeReason(state, oddity), until } : none('free');
    }
    case 'trialing':
      return plan ? { plan, why: 'trial', until } : none('free');
    case 'past_due': {
      // Without a payment that is known to have failed it is the one of this period.
      const graceUntil = (state.pastDueSince ?? state.periodStart) + graceMs;
      if (graceUntil <= now) return none('unpaid');
      return plan ? { plan, why: 'grace', until: earliest(until, graceUntil) } : none('free');
    }
    case 'unpaid':
      return none('unpaid');
    case 'incomplete':
      return none('pending');
    case 'paused':
      return none(state.pause === 'operator' ? 'paused-by-operator' : 'paused');
    case 'canceled':
      return none('ended');
    default:
      return none('free');
  }
}

/** While nothing is charged, no address is needed for it yet. */
function activeReason(
  { pause }: SubscriptionState,
  oddity: string | null,
): 'address' | 'uncollected' | 'subscription' {
  if (pause === 'collection') return 'uncollected';
  return oddity?.startsWith(`${noAddress}:`) ? 'address' : 'subscription';
}

function endOf({ until }: Source): number {
  return until ?? Number.POSITIVE_INFINITY;
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}
