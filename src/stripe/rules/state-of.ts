import type { SubscriptionState } from '#src/core/plans.ts';
import type { CustomerFacts, SubscriptionFacts } from '../facts.ts';
import { rankSubscriptions } from './rank-subscriptions.ts';
import { isKnownStatus, isOpenDispute, isOver } from './statuses.ts';

/** What a tenant's plan rests on, and what of it we do not understand. */
export interface ReadState {
  readonly subscription: SubscriptionState | null;
  /** `unknown-status:` or `unknown-price:` with the subscription's id; null: all is understood. */
  readonly oddity: string | null;
}

/**
 * The state that these facts mean. `before` is what was known: it stays where Stripe says a word or a price that we do not
 * know, since a plan must not end because of our ignorance.
 */
export function stateOf(facts: CustomerFacts, before: SubscriptionState | null): ReadState {
  const [best] = rankSubscriptions(facts.subscriptions);
  if (!best) return { subscription: before?.endedAt ? before : null, oddity: null };
  const fresh = freshState(best, facts);
  const known = before?.subscriptionId === best.id ? before : null;

  if (!isKnownStatus(best.status) && best.endedAt === null) {
    // Its own last status, or whatever was known before it; a first one that is odd gives nothing.
    const { status, pastDueSince, priceKey } = known ?? fresh;
    const kept = known
      ? { ...fresh, status, pastDueSince, priceKey: best.priceKey ?? priceKey }
      : before;
    return { subscription: kept ?? fresh, oddity: `unknown-status:${best.id}` };
  }
  if (best.priceKey === null && !isOver(best.status)) {
    const kept = known ? { ...fresh, priceKey: known.priceKey } : fresh;
    return { subscription: kept, oddity: `unknown-price:${best.id}` };
  }
  if (best.priceKey === null && known) {
    return { subscription: { ...fresh, priceKey: known.priceKey }, oddity: null };
  }
  return { subscription: fresh, oddity: null };
}

/** What is left of a subscription whose customer was deleted: Stripe ended it at once. `at`: epoch ms. */
export function endedState(before: SubscriptionState | null, at: number): SubscriptionState | null {
  if (!before || before.endedAt !== null) return before;
  return { ...before, status: 'canceled', endedAt: at, pastDueSince: null, hold: null };
}

function freshState(best: SubscriptionFacts, facts: CustomerFacts): SubscriptionState {
  const held =
    facts.openWarnings.length > 0 || facts.disputes.some(({ status }) => isOpenDispute(status));
  // A word that we do not know with an end is an end.
  const status = best.endedAt !== null && !isOver(best.status) ? 'canceled' : best.status;
  return {
    subscriptionId: best.id,
    status,
    priceKey: best.priceKey,
    periodStart: best.periodStart,
    periodEnd: best.periodEnd,
    cancelsAt: best.cancelAt ?? (best.cancelAtPeriodEnd ? best.periodEnd : null),
    trialEnd: best.trialEnd,
    pastDueSince: pastDueSince(best, facts),
    hold: held ? 'dispute' : null,
    endedAt: best.endedAt ?? (isOver(status) ? best.createdAt : null),
    createdAt: best.createdAt,
  };
}

/** The first failure of the oldest open invoice. Its period began with it where no invoice says so. */
function pastDueSince(best: SubscriptionFacts, { openInvoices }: CustomerFacts): number | null {
  if (best.status !== 'past_due' && best.status !== 'unpaid') return null;
  const failures = openInvoices
    .filter(({ subscriptionId }) => subscriptionId === best.id)
    .map(({ failedAt }) => failedAt);
  return failures.length > 0 ? Math.min(...failures) : best.periodStart;
}
