import type { SubscriptionEnd } from '#src/core/stripe.ts';
import { isOursToCredit } from './rules/cancellations.ts';
import { warningHoldMs } from './rules/holds.ts';
import { isAlive } from './rules/statuses.ts';
import type { Asked } from './stripe-client.ts';
import type { SyncParts } from './sync-customer.ts';

/**
 * Ends all subscriptions of a customer that go on, as the operator wants it. One that nobody has paid for (incomplete, unpaid,
 * paused, past due) ends now in any case: there is no paid time to wait for, and nothing that would become credit.
 */
export async function endSubscriptions(
  { api, book, clock, log }: Pick<SyncParts, 'api' | 'book' | 'clock' | 'log'>,
  customerId: string,
  when: SubscriptionEnd,
): Promise<Asked<null>> {
  const warnings = await book.fraudWarnings(customerId, clock.now() - warningHoldMs);
  const read = await api.readCustomer(customerId, warnings);
  if (!read.ok) return read;
  const facts = read.value;
  for (const subscription of facts.subscriptions.filter(isAlive)) {
    const { id: subscriptionId, scheduleId, status } = subscription;
    const isPaidFor = status === 'active' || status === 'trialing';
    const ended =
      when === 'period-end' && isPaidFor
        ? // It is the operator's end from now on, so a dispute that is won does not take it back.
          await api.changeEnd({ subscriptionId, scheduleId, ends: true, mark: null })
        : await api.cancel({ subscriptionId, credit: isOursToCredit(subscription, facts) });
    if (!ended.ok) return ended;
    log.warn('stripe.subscription-cancelled', { subscriptionId, why: `operator-${when}` });
  }
  return { ok: true, value: null };
}
