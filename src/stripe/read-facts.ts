import type { Stripe } from 'stripe';
import { planPriceKeys, topupDrafts } from '#src/core/stripe.ts';
import type { InvoiceFacts, InvoiceStanding, SubscriptionFacts, TopupFacts } from './facts.ts';
import { priceKeyOf } from './price-key.ts';
import { creditedMark } from './rules/cancellations.ts';
import { holdField } from './rules/holds.ts';

/** Stripe's seconds as ms. */
export const toMs = (seconds: number): number => seconds * 1000;
const toMsOrNull = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : toMs(seconds);

/** An id that may have come as its object. */
export function idOf(value: string | { readonly id: string } | null | undefined): string | null {
  return (typeof value === 'object' ? value?.id : value) ?? null;
}

/**
 * Whether a schedule has something planned for a subscription that has not begun. Stripe keeps the schedule until its last phase is
 * over (API reference, "Subscription schedule", `phases`, `current_phase`). One that was not expanded may have.
 */
export function isChangePlanned({ schedule }: Pick<Stripe.Subscription, 'schedule'>): boolean {
  if (schedule === null || typeof schedule === 'string') return schedule !== null;
  const { current_phase: current, phases } = schedule;
  return phases.some(({ start_date: start }) => current === null || start >= current.end_date);
}

/** A subscription; its `schedule` must be expanded. Periods are those of its items (since API version basil), of which the latest counts. */
export function subscriptionFacts(subscription: Stripe.Subscription): SubscriptionFacts {
  const items = subscription.items.data;
  const plans: readonly string[] = planPriceKeys;
  const keys = items.map(({ price }) => priceKeyOf(price));
  return {
    id: subscription.id,
    status: subscription.status,
    priceKey: keys.find((key) => key !== null && plans.includes(key)) ?? null,
    periodStart: toMs(
      Math.max(...items.map((item) => item.current_period_start), subscription.created),
    ),
    periodEnd: toMs(
      Math.max(...items.map((item) => item.current_period_end), subscription.created),
    ),
    cancelAt: toMsOrNull(subscription.cancel_at),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    holdMark: subscription.metadata[holdField] ?? null,
    scheduleId: idOf(subscription.schedule),
    isChangePlanned: isChangePlanned(subscription),
    pause: pauseOf(subscription),
    isCreditedDuplicate:
      subscription.ended_at !== null && subscription.cancellation_details?.comment === creditedMark,
    taxOff: subscription.automatic_tax.disabled_reason === 'requires_location_inputs',
    trialEnd: toMsOrNull(subscription.trial_end),
    endedAt: toMsOrNull(subscription.ended_at),
    createdAt: toMs(subscription.created),
  };
}

/**
 * What somebody paused. Pausing the collection of payments leaves the status as it is; status `paused` says why in
 * `status_details` (API reference, "Subscription", `pause_collection`, `status`).
 */
function pauseOf(subscription: Stripe.Subscription): SubscriptionFacts['pause'] {
  if (subscription.status === 'paused') {
    return isPausedByHand(subscription) ? 'operator' : null;
  }
  return subscription.pause_collection ? 'collection' : null;
}

/** Where Stripe gives no reason it is by hand, unless a trial was to end so. A word that we do not know is not by hand. */
function isPausedByHand({
  status_details: details,
  trial_settings: trial,
  trial_end: trialEnd,
}: Stripe.Subscription): boolean {
  const reason = details?.paused?.subscription?.type;
  if (reason !== undefined) return reason === 'pause_requested';
  return trialEnd === null || trial?.end_behavior.missing_payment_method !== 'pause';
}

/** An invoice. */
export function invoiceFacts(invoice: Stripe.Invoice): InvoiceFacts {
  return {
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    is: standingOf(invoice),
    at: toMs(invoice.status_transitions.finalized_at ?? invoice.created),
  };
}

function standingOf(invoice: Stripe.Invoice): InvoiceStanding {
  switch (invoice.status) {
    case 'draft':
      return draftStanding(invoice);
    case 'open':
      return invoice.attempted ? 'failed' : 'waits';
    case 'paid':
      return invoice.total === 0 ? 'free' : 'paid';
    default:
      return 'skipped';
  }
}

/** What Stripe says of making it final; the code of an error is the account's, its message may hold what somebody typed. */
function draftStanding(invoice: Stripe.Invoice): InvoiceStanding {
  const { automatic_tax: tax, last_finalization_error: error } = invoice;
  if (
    tax.status === 'requires_location_inputs' ||
    tax.disabled_reason === 'finalization_requires_location_inputs' ||
    error?.code === 'customer_tax_location_invalid'
  ) {
    return 'no-address';
  }
  return tax.status === 'failed' || error ? 'not-final' : 'waits';
}

/** A paid top-up; undefined: another session, or one that nobody paid. Its `line_items` must be expanded. */
export function topupFacts(session: Stripe.Checkout.Session): TopupFacts | undefined {
  const { mode, status, payment_status: paid } = session;
  if (mode !== 'payment' || status !== 'complete') return undefined;
  // A promotion may leave nothing to pay.
  if (paid !== 'paid' && paid !== 'no_payment_required') return undefined;
  const byKey: Readonly<Record<string, number>> = topupDrafts;
  const drafts = (session.line_items?.data ?? []).map(({ price, quantity }) => {
    const key = price ? priceKeyOf(price) : null;
    return (key === null ? 0 : (byKey[key] ?? 0)) * (quantity ?? 1);
  });
  const sum = drafts.reduce((total, each) => total + each, 0);
  if (sum === 0) return undefined;
  return { paymentId: idOf(session.payment_intent) ?? session.id, drafts: sum };
}
