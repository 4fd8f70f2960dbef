import type { Stripe } from 'stripe';
import type { TenantId } from '#src/core/ids.ts';
import type { SubscriptionState } from '#src/core/plans.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { ChangeRefusal, PlanPriceKey } from '#src/core/stripe.ts';
import type { PageParts } from './customers.ts';
import { troubleOf } from './fault-of-error.ts';
import type { FoundPrice, Offers } from './offers.ts';
import { isChangePlanned } from './read-facts.ts';
import { logFault } from './sync-customer.ts';

/** Who can let a paused subscription go on: the creator, or the operator alone. */
export function pausedRefusal({
  pause,
}: Pick<SubscriptionState, 'pause'>): 'paused-subscription' | 'paused-by-operator' {
  return pause === 'operator' ? 'paused-by-operator' : 'paused-subscription';
}

/** What is asked about a change of price. */
export interface ChangeParts extends Pick<PageParts, 'plans' | 'client' | 'log'> {
  readonly offers: Offers;
}

/** A change of price that can be made. */
export interface FoundChange {
  readonly subscription: Stripe.Subscription;
  /** Its only item. */
  readonly item: Stripe.SubscriptionItem;
  /** What it is to have. */
  readonly price: FoundPrice;
}

/** Looks for what a change is made of, judged by what was stored last: callers read anew before. */
export async function findChange(
  { plans, client, offers, log }: ChangeParts,
  tenantId: TenantId,
  priceKey: PlanPriceKey,
): Promise<Result<FoundChange, Exclude<ChangeRefusal, 'no-customer'>>> {
  const state = plans.of(tenantId)?.subscription;
  if (!state || state.endedAt !== null) return refuse('no-subscription');
  if (state.priceKey === priceKey) return refuse('no-change');
  if (state.hold !== null) return refuse('held');
  if (state.status === 'paused') return refuse(pausedRefusal(state));
  // Nothing of what it would cost now would be charged.
  if (state.pause === 'collection') return refuse('paused-by-operator');
  if (state.status !== 'active' && state.status !== 'trialing') return refuse('payment-open');
  const priced = await offers.find(priceKey);
  if (!priced.ok) return refuse(troubleOf(priced.reason));
  const { price } = priced;
  if (!price) return refuse('unknown-price');
  if (state.cancelsAt !== null) return refuse('ending');
  const asked = await client.ask((stripe) =>
    stripe.subscriptions.retrieve(state.subscriptionId, { expand: ['schedule'] }),
  );
  if (!asked.ok) {
    logFault(log, asked, { tenantId, what: 'subscription' });
    return refuse(troubleOf(asked.reason));
  }
  const subscription = asked.value;
  // Stripe's portal changes no subscription of several items (API reference, `flow_data.subscription_update_confirm.items`).
  const [item, ...others] = subscription.items.data;
  if (!item || others.length > 0) return refuse('not-changeable');
  // A second change on top of a planned one would be charged as well as the first.
  if (isChangePlanned(subscription) || subscription.pending_update !== null) {
    return refuse('planned');
  }
  return { ok: true, subscription, item, price };
}
