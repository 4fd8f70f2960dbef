import type { TenantId } from '#src/core/ids.ts';
import type { SubscriptionEnd } from '#src/core/stripe.ts';
import { isOver } from '#src/stripe/rules/statuses.ts';
import type { ChangeOptions } from './change-outcome.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import { describePlan, type TenantPlan } from './tenant-plan.ts';
import type { OperatorTools } from './tools.ts';

/** What switching a bot off may end with it. */
export interface EndOptions extends ChangeOptions {
  /** `period-end` or `now`; absent: the subscription goes on. */
  readonly cancelSubscription?: string | undefined;
}

/** A subscription at Stripe that has not ended, as this installation last heard of it; times as ISO 8601. */
export type LiveSubscription = NonNullable<TenantPlan['subscription']>;

/** A tenant's subscription that goes on or will end; null: there is none, so nothing is charged. */
export function liveSubscription(
  { plans, clock }: Pick<OperatorTools, 'plans' | 'clock'>,
  tenantId: TenantId,
): LiveSubscription | null {
  const row = plans.of(tenantId);
  if (!row?.subscription || row.subscription.endedAt !== null) return null;
  if (isOver(row.subscription.status)) return null;
  return describePlan(row, clock.now(), plans.billing).subscription;
}

/**
 * Ends a tenant's subscription at Stripe where the operator asked for that, before anything else of the verb is done: when Stripe
 * cannot be asked, nothing is changed. Does nothing in a dry run, and may be repeated.
 */
export async function endSubscription(
  tools: Pick<OperatorTools, 'stripe' | 'control' | 'plans' | 'clock'>,
  { tenantId, verb }: { readonly tenantId: TenantId; readonly verb: string },
  { cancelSubscription: wanted, dryRun }: EndOptions,
): Promise<{ readonly ok: true } | OperatorRefusal> {
  const { stripe, control } = tools;
  if (wanted === undefined) return { ok: true };
  if (!isEnd(wanted)) return refusal('invalid-subscription-end');
  if (!stripe) {
    const subscribed = liveSubscription(tools, tenantId) !== null;
    return refusal('no-stripe-here', { subscribed, verb });
  }
  if (dryRun) return { ok: true };
  const ended = await stripe.endSubscriptions(tenantId, wanted);
  if (ended.ok) {
    await control.recordAct('cancel-subscription', tenantId, wanted);
    return { ok: true };
  }
  return ended.reason === 'unreachable'
    ? refusal('subscription-goes-on', { verb })
    : refusal('subscription-not-ended', { verb });
}

function isEnd(text: string): text is SubscriptionEnd {
  return text === 'period-end' || text === 'now';
}
