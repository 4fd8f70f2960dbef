import type { Stripe } from 'stripe';
import { planPriceKeys, topupDrafts } from '#src/core/stripe.ts';
import type { InvoiceFacts, SubscriptionFacts, TopupFacts } from './facts.ts';
import { priceKeyOf } from './price-key.ts';

/** Stripe's seconds as ms. */
export const toMs = (seconds: number): number => seconds * 1000;
const toMsOrNull = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : toMs(seconds);

/** An id that may have come as its object. */
export function idOf(value: string | { readonly id: string } | null | undefined): string | null {
  return (typeof value === 'object' ? value?.id : value) ?? null;
}

/** A subscription. Periods are those of its items (since API version basil), of which the latest counts. */
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
    trialEnd: toMsOrNull(subscription.trial_end),
    endedAt: toMsOrNull(subscription.ended_at),
    createdAt: toMs(subscription.created),
  };
}

/** An open invoice that was tried; undefined: it was not tried yet. */
export function invoiceFacts(invoice: Stripe.Invoice): InvoiceFacts | undefined {
  if (invoice.status !== 'open' || !invoice.attempted) return undefined;
  return {
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    failedAt: toMs(invoice.status_transitions.finalized_at ?? invoice.created),
  };
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
