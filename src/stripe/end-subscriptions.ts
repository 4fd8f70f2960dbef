import type { Log } from '#src/core/log.ts';
import type { SubscriptionEnd } from '#src/core/stripe.ts';
import { holdField } from './rules/holds.ts';
import { isOver } from './rules/statuses.ts';
import type { Asked, StripeClient } from './stripe-client.ts';

/**
 * Ends all subscriptions of a customer that go on, as the operator wants it. One that nobody has paid for (incomplete, unpaid,
 * paused, past due) ends now in any case: there is no paid time to wait for, and nothing that would become credit.
 */
export async function endSubscriptions(
  { client, log }: { readonly client: StripeClient; readonly log: Log },
  customer: string,
  when: SubscriptionEnd,
): Promise<Asked<null>> {
  return await client.ask(async (stripe) => {
    for await (const each of stripe.subscriptions.list({ customer, limit: 100 })) {
      const { id, status, metadata } = each;
      if (isOver(status)) continue;
      if (when === 'period-end' && (status === 'active' || status === 'trialing')) {
        // It is the operator's end from now on, so a dispute that is won does not take it back.
        const ours = { [holdField]: '' };
        await stripe.subscriptions.update(id, { cancel_at_period_end: true, metadata: ours });
      } else {
        const credit = status === 'active' && !metadata[holdField];
        await stripe.subscriptions.cancel(id, { invoice_now: credit, prorate: credit });
      }
      log.warn('stripe.subscription-cancelled', { subscriptionId: id, why: `operator-${when}` });
    }
    return null;
  });
}
