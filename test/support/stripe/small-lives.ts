import type { SubscriptionFacts } from '#src/stripe/facts.ts';
import type { SmallStripe } from './small-stripe.ts';

const dayMs = 86_400_000;

/** Somebody subscribes with a card whose bank wants to know who they are: its first payment is open until they say so. */
export function waitForBank(
  account: SmallStripe,
  customerId: string,
  priceKey: string,
): SubscriptionFacts {
  const made = account.subscribe(customerId, priceKey);
  const { subscriptions, invoices } = account.of(customerId);
  for (const each of subscriptions) if (each.id === made.id) each.status = 'incomplete';
  invoices.splice(-1, 1, { subscriptionId: made.id, is: 'failed', at: account.now });
  // Its page is not completed yet.
  account.events.pop();
  account.tell(customerId, 'invoice.payment_action_required');
  return made;
}

/** A trial ends, now: paid with the card that is there, or without one as the subscription says. */
export function endTrial(
  account: SmallStripe,
  customerId: string,
  how: 'paid' | 'paused' | 'canceled',
): void {
  const subscription = account.last(customerId);
  if (subscription?.status !== 'trialing') return;
  subscription.trialEnd = account.now;
  account.tell(customerId, 'customer.subscription.trial_will_end');
  if (how === 'canceled') return account.end(customerId, subscription);
  if (how === 'paid') return beginPaidPeriod(account, customerId);
  account.setStatus(customerId, { from: 'trialing', to: 'paused' });
  account.tell(customerId, 'customer.subscription.paused');
}

/** Somebody gives the card that was missing, and goes on. */
export function goOnAfterPause(account: SmallStripe, customerId: string): void {
  if (account.last(customerId)?.status !== 'paused') return;
  beginPaidPeriod(account, customerId);
  account.tell(customerId, 'customer.subscription.resumed');
}

function beginPaidPeriod(account: SmallStripe, customerId: string): void {
  const subscription = account.last(customerId);
  if (!subscription) return;
  subscription.status = 'active';
  subscription.periodStart = account.now;
  subscription.periodEnd = account.now + 30 * dayMs;
  account.of(customerId).invoices.push({
    subscriptionId: subscription.id,
    is: 'paid',
    at: account.now,
  });
  account.tell(customerId, 'customer.subscription.updated');
  account.tell(customerId, 'invoice.paid');
}
