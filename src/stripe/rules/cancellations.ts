import type { CustomerFacts, InvoiceFacts, SubscriptionFacts } from '../facts.ts';
import { holdOf } from './holds.ts';
import { duplicatesAmong } from './rank-subscriptions.ts';
import { isAlive } from './statuses.ts';

/**
 * What stands at Stripe as the comment on the end of a duplicate whose payment became credit. The call that ends it writes it, so
 * that there are both or neither, whatever becomes of us then.
 */
export const creditedMark = 'fanline: one subscription too many; its payment became credit';

/** A subscription that is to be ended at Stripe. */
export interface Cancellation {
  readonly subscriptionId: string;
  readonly why: 'duplicate' | 'lost-dispute' | 'refunded-fraud' | 'no-tenant';
  /** What was paid for the time that is left becomes credit for the customer's next invoices. */
  readonly credit: boolean;
}

/**
 * Subscriptions that must not go on: all when there is no tenant any more, else duplicates, what a lost dispute paid, and what was
 * refunded in full after a warning of fraud. Credit is given for a duplicate alone, if its money is ours: what was disputed or
 * refunded went back already, and a purged tenant buys nothing more.
 */
export function cancellationsOf(facts: CustomerFacts, tenantThere: boolean): Cancellation[] {
  const alive = facts.subscriptions.filter(isAlive);
  if (!tenantThere) {
    return alive.map(({ id }) => ({ subscriptionId: id, why: 'no-tenant', credit: false }));
  }
  const lost = new Set(
    facts.disputes.flatMap(({ status, subscriptionId }) =>
      status === 'lost' && subscriptionId !== null ? [subscriptionId] : [],
    ),
  );
  const disputed = alive.filter(({ id }) => lost.has(id));
  const rest = alive.filter(({ id }) => !lost.has(id));
  const feared = rest.filter((each) => isRefundedFraud(each, facts));
  const others = rest.filter((each) => !feared.includes(each));
  return [
    ...disputed.map(({ id }) => ({
      subscriptionId: id,
      why: 'lost-dispute' as const,
      credit: false,
    })),
    ...feared.map(({ id }) => ({
      subscriptionId: id,
      why: 'refunded-fraud' as const,
      credit: false,
    })),
    ...duplicatesAmong(others).map((each) => ({
      subscriptionId: each.id,
      why: 'duplicate' as const,
      credit: isOursToCredit(each, facts),
    })),
  ];
}

/**
 * Whether a payment of the present period was refunded in full after its card's issuer warned of fraud. Our mark says so when the
 * warning is too old to be read; without the mark the end was somebody else's, or the refund came before we heard of the warning.
 */
function isRefundedFraud(
  { id, periodStart, holdMark }: SubscriptionFacts,
  { refunds }: CustomerFacts,
): boolean {
  return refunds.some(
    ({ subscriptionId, paidAt, whole, warned }) =>
      subscriptionId === id &&
      paidAt >= periodStart &&
      whole &&
      (warned || holdMark === 'fraud-warning'),
  );
}

/**
 * Whether what is left of a subscription's time may become credit: it was paid, and nothing of that is held, was lost in a dispute
 * or was given back.
 */
export function isOursToCredit(
  { id, periodStart }: SubscriptionFacts,
  facts: CustomerFacts,
): boolean {
  const { disputes, invoices, refunds } = facts;
  return (
    isPaid(id, invoices) &&
    holdOf(id, facts) === null &&
    !disputes.some(({ subscriptionId, status }) => subscriptionId === id && status === 'lost') &&
    !refunds.some(({ subscriptionId, paidAt }) => subscriptionId === id && paidAt >= periodStart)
  );
}

/** Whether the newest invoice of a subscription was paid: that of the time that is left. */
function isPaid(subscriptionId: string, invoices: readonly InvoiceFacts[]): boolean {
  const newest = invoices
    .filter((invoice) => invoice.subscriptionId === subscriptionId)
    .reduce<InvoiceFacts | null>((last, each) => (last && last.at > each.at ? last : each), null);
  return newest?.is === 'paid';
}
