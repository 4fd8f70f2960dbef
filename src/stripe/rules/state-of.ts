import { fraudWarning, noAddress, type SubscriptionState, unknownStatus } from '#src/core/plans.ts';
import type { CustomerFacts, InvoiceFacts, InvoiceStanding, SubscriptionFacts } from '../facts.ts';
import { holdOf } from './holds.ts';
import { rankSubscriptions } from './rank-subscriptions.ts';
import { isKnownStatus, isOver } from './statuses.ts';

/** What a tenant's plan rests on, and what of it an operator is to look at (PlanRow.oddity). */
export interface ReadState {
  readonly subscription: SubscriptionState | null;
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
    return {
      subscription: known ? withStatusOf(known, fresh) : (formerState(before, facts) ?? fresh),
      oddity: `${unknownStatus}:${best.id}`,
    };
  }
  if (isOver(fresh.status)) {
    return {
      subscription: { ...fresh, priceKey: best.priceKey ?? known?.priceKey ?? null },
      oddity: null,
    };
  }
  const priceKey = best.priceKey ?? known?.priceKey ?? null;
  return { subscription: { ...fresh, priceKey }, oddity: oddityOf(best, facts) };
}

/** Its own last status beside what is understood of now; one that had ended stays so. */
function withStatusOf(known: SubscriptionState, fresh: SubscriptionState): SubscriptionState {
  const { status, pastDueSince, pause, endedAt } = known;
  return {
    ...fresh,
    status,
    pastDueSince,
    pause,
    endedAt,
    priceKey: fresh.priceKey ?? known.priceKey,
  };
}

/**
 * What was known beside a first word that we do not know about another subscription: the former one, as Stripe has it now. It may
 * have ended; one that Stripe says nothing of any more stays as it was.
 */
function formerState(
  before: SubscriptionState | null,
  facts: CustomerFacts,
): SubscriptionState | null {
  const former = facts.subscriptions.find(({ id }) => id === before?.subscriptionId);
  if (!before || !former) return before;
  const fresh = freshState(former, facts);
  const isKnown = isKnownStatus(former.status) || former.endedAt !== null;
  if (!isKnown) return withStatusOf(before, fresh);
  return { ...fresh, priceKey: former.priceKey ?? before.priceKey };
}

/** What is odd about a subscription that goes on, most important first: a creator is to be told right why the plan is less. */
function oddityOf(best: SubscriptionFacts, facts: CustomerFacts): string | null {
  if (holdOf(best.id, facts) === 'fraud-warning') return `${fraudWarning}:${best.id}`;
  if (best.priceKey === null) return `unknown-price:${best.id}`;
  return invoiceOddity(best, facts);
}

/** Renewals that Stripe cannot make final, or makes without taxes. The subscription goes on meanwhile. */
function invoiceOddity(best: SubscriptionFacts, { invoices }: CustomerFacts): string | null {
  const has = (standing: InvoiceStanding) =>
    invoices.some(({ subscriptionId, is }) => subscriptionId === best.id && is === standing);
  if (best.taxOff || has('no-address')) return `${noAddress}:${best.id}`;
  return has('not-final') ? `invoice-not-final:${best.id}` : null;
}

/** What is left of a subscription whose customer was deleted: Stripe ended it at once. `at`: epoch ms. */
export function endedState(before: SubscriptionState | null, at: number): SubscriptionState | null {
  if (!before || before.endedAt !== null) return before;
  return {
    ...before,
    status: 'canceled',
    endedAt: at,
    pastDueSince: null,
    hold: null,
    pause: null,
  };
}

function freshState(best: SubscriptionFacts, facts: CustomerFacts): SubscriptionState {
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
    // Why it is held the oddity says.
    hold: holdOf(best.id, facts) === null ? null : 'dispute',
    pause: best.pause,
    endedAt: best.endedAt ?? (isOver(status) ? best.createdAt : null),
    createdAt: best.createdAt,
  };
}

/**
 * The first failure of those invoices that are open since the last one that was paid or skipped: older ones were no reason to
 * stop then, and are none now. Where all are older it is the newest; where there is none, its period began with the failure.
 */
function pastDueSince(best: SubscriptionFacts, { invoices }: CustomerFacts): number | null {
  if (best.status !== 'past_due' && best.status !== 'unpaid') return null;
  const own = invoices.filter(({ subscriptionId }) => subscriptionId === best.id);
  const settledAt = Math.max(...timesOf(own, ['paid', 'skipped']));
  const failures = timesOf(own, ['failed']);
  if (failures.length === 0) return best.periodStart;
  const since = failures.filter((at) => at >= settledAt);
  return since.length > 0 ? Math.min(...since) : Math.max(...failures);
}

function timesOf(invoices: readonly InvoiceFacts[], standings: readonly InvoiceStanding[]) {
  return invoices.filter(({ is }) => standings.includes(is)).map(({ at }) => at);
}
