import type { PlanName, SubscriptionState } from '#src/core/plans.ts';
import type { PlanPriceKey, PriceKey, PriceOffer } from '#src/core/stripe.ts';
import { planPriceKeys } from '#src/core/stripe.ts';

/** A plan that is for sale. */
export type PaidPlan = Exclude<PlanName, 'free'>;

/** What tapping a price does: `begin` a subscription, `change` the one there is, or nothing (it is this one). */
export type ChoiceDoes = 'begin' | 'change' | 'nothing';

/** A plan with its prices, month before year. */
export interface PlanChoice {
  readonly plan: PaidPlan;
  readonly prices: readonly { readonly offer: PriceOffer; readonly does: ChoiceDoes }[];
}

/** Subscriptions that stand in nobody's way; Stripe may add words, and what we do not know goes on. */
const notRunning = new Set(['canceled', 'incomplete', 'incomplete_expired']);

/** Whether a subscription goes on, so that it is changed rather than another one begun. */
export function isRunning(subscription: SubscriptionState | null): boolean {
  return (
    subscription !== null && subscription.endedAt === null && !notRunning.has(subscription.status)
  );
}

/** Whether a running subscription can be changed at Stripe; otherwise something is to be paid or settled first, or its payments are paused. */
function isChangeable(subscription: SubscriptionState | null): boolean {
  if (!subscription || subscription.hold !== null) return false;
  if (subscription.pause === 'collection') return false;
  return subscription.status === 'active' || subscription.status === 'trialing';
}

/** What can be chosen; a plan of which nothing is for sale is left out. */
export function planChoices(
  offers: readonly PriceOffer[],
  subscription: SubscriptionState | null,
): PlanChoice[] {
  const running = isRunning(subscription);
  if (running && !isChangeable(subscription)) return [];
  return (['pro', 'studio'] as const).flatMap((plan) => {
    const prices = offers
      .filter(({ key, interval }) => interval !== null && key.startsWith(`${plan}_`))
      .map((offer) => ({
        offer,
        does: !running
          ? ('begin' as const)
          : offer.key === subscription?.priceKey
            ? ('nothing' as const)
            : ('change' as const),
      }));
    return prices.length > 0 ? [{ plan, prices }] : [];
  });
}

/** Whether a posted text is the key of a plan's price. */
export function isPlanPrice(text: string | null): text is PlanPriceKey {
  return planPriceKeys.some((key: PriceKey) => key === text);
}
