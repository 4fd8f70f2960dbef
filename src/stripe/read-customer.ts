import type { Stripe } from 'stripe';
import type { CustomerFacts, DisputeFacts, RefundFacts, WarningFacts } from './facts.ts';
import { faultOfError } from './fault-of-error.ts';
import { idOf, invoiceFacts, subscriptionFacts, toMs, topupFacts } from './read-facts.ts';
import { isAlive } from './rules/statuses.ts';

/** More than this nobody has. */
const most = { limit: 1_000 } as const;
const page = 100;

/**
 * Everything about a customer that a plan rests on. `warnings`: ids of early fraud warnings that events told of. Of payments,
 * invoices and checkouts the newest hundred are looked at.
 */
export async function readCustomer(
  stripe: Stripe,
  customerId: string,
  warnings: readonly string[],
): Promise<CustomerFacts> {
  const customer = await stripe.customers.retrieve(customerId);
  if (customer.deleted) {
    return {
      deleted: true,
      subscriptions: [],
      invoices: [],
      disputes: [],
      openWarnings: [],
      refunds: [],
      topups: [],
    };
  }
  const [listed, invoices, charges, sessions, warned] = await Promise.all([
    stripe.subscriptions
      .list({ customer: customerId, status: 'all', limit: page, expand: ['data.schedule'] })
      .autoPagingToArray(most),
    stripe.invoices.list({ customer: customerId, limit: page }),
    stripe.charges.list({ customer: customerId, limit: page }),
    stripe.checkout.sessions.list({
      customer: customerId,
      status: 'complete',
      limit: page,
      expand: ['data.line_items'],
    }),
    readWarnings(stripe, warnings),
  ]);
  const subscriptions = listed.map(subscriptionFacts);
  const since = Math.min(...subscriptions.filter(isAlive).map(({ periodStart }) => periodStart));
  const disputed = charges.data.filter((charge) => charge.disputed);
  const refunded = charges.data.filter(
    ({ amount_refunded: amount, created }) => amount > 0 && toMs(created) >= since,
  );
  const feared = new Set(warned.map(({ charge }) => idOf(charge)));
  const [disputes, refunds, openWarnings] = await Promise.all([
    Promise.all(disputed.map((charge) => readDisputes(stripe, charge))),
    Promise.all(refunded.map((charge) => readRefund(stripe, charge, feared.has(charge.id)))),
    openAmong(stripe, warned),
  ]);
  return {
    deleted: false,
    subscriptions,
    invoices: invoices.data.map(invoiceFacts),
    disputes: disputes.flat(),
    openWarnings,
    refunds,
    topups: sessions.data.flatMap((session) => topupFacts(session) ?? []),
  };
}

async function readWarnings(
  stripe: Stripe,
  ids: readonly string[],
): Promise<Stripe.Radar.EarlyFraudWarning[]> {
  const warnings = await Promise.all(
    ids.map(async (id) => {
      try {
        return await stripe.radar.earlyFraudWarnings.retrieve(id);
      } catch (error) {
        // One that is not there any more must not keep everything else from being read.
        if (faultOfError(error)?.reason === 'no-such-object') return undefined;
        throw error;
      }
    }),
  );
  return warnings.flatMap((warning) => warning ?? []);
}

async function openAmong(
  stripe: Stripe,
  warnings: readonly Stripe.Radar.EarlyFraudWarning[],
): Promise<WarningFacts[]> {
  return await Promise.all(
    warnings
      .filter(({ actionable }) => actionable)
      .map(async ({ id, payment_intent: payment }) => ({
        id,
        subscriptionId: await subscriptionOfPayment(stripe, idOf(payment)),
      })),
  );
}

async function readDisputes(stripe: Stripe, charge: Stripe.Charge): Promise<DisputeFacts[]> {
  const { data: disputes } = await stripe.disputes.list({ charge: charge.id, limit: page });
  const subscriptionId = await subscriptionOfPayment(stripe, idOf(charge.payment_intent));
  const { refunded } = charge;
  return disputes.map(({ id, status, created }) => ({
    id,
    status,
    subscriptionId,
    at: toMs(created),
    refunded,
  }));
}

async function readRefund(
  stripe: Stripe,
  charge: Stripe.Charge,
  warned: boolean,
): Promise<RefundFacts> {
  const subscriptionId = await subscriptionOfPayment(stripe, idOf(charge.payment_intent));
  return { subscriptionId, paidAt: toMs(charge.created), whole: charge.refunded, warned };
}

/** What a payment was for: payment -> invoice -> subscription (since basil). Null: no subscription, as with a top-up. */
async function subscriptionOfPayment(
  stripe: Stripe,
  intent: string | null,
): Promise<string | null> {
  if (intent === null) return null;
  const { data: payments } = await stripe.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intent },
    limit: 1,
  });
  const invoiceId = idOf(payments[0]?.invoice);
  if (invoiceId === null) return null;
  const invoice = await stripe.invoices.retrieve(invoiceId);
  return idOf(invoice.parent?.subscription_details?.subscription);
}
