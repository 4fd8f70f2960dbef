import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { creditedMark } from '#src/stripe/rules/cancellations.ts';
import { bedOfEachTest, luna, mars } from '#test/support/stripe/bed-of-each-test.ts';

const bed = bedOfEachTest();
const { stateOf } = bed;

async function customerOf(tenantId: TenantId): Promise<string> {
  const customer = await bed.port.ensureCustomer(tenantId);
  if (!customer.ok) throw new Error(customer.reason);
  return customer.customerId;
}

async function subscribed(tenantId: TenantId) {
  const customer = await customerOf(tenantId);
  const { id } = bed.fake.customers.subscribe(customer, 'pro_monthly');
  await bed.settled();
  return { customer, subscription: () => bed.fake.book.subscriptions.get(id) };
}

/** How subscriptions were ended, in their order. */
const cancels = () =>
  bed.fake.calls.filter(({ method }) => method === 'DELETE').map(({ params }) => params);

test('what is disputed is not renewed, and goes on once the dispute is won', async () => {
  const { customer, subscription } = await subscribed(luna);
  const other = await subscribed(mars);
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(stateOf(luna)?.hold).toBe('dispute');
  expect(subscription()?.cancel_at_period_end).toBe(true);
  bed.fake.customers.closeDispute(customer, 'won');
  await bed.settled();
  expect(subscription()).toMatchObject({ cancel_at_period_end: false, metadata: {} });
  expect(stateOf(luna)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
  expect(other.subscription()?.cancel_at_period_end).toBe(false);
  const updates = bed.fake.calls.filter(
    ({ method, path }) => method === 'POST' && path.startsWith('/v1/subscriptions/'),
  );
  expect(updates).toHaveLength(2);
});

test('a warning of fraud holds what it is about; a full refund after it ends that at once', async () => {
  const { customer, subscription } = await subscribed(luna);
  const other = await subscribed(mars);
  bed.fake.customers.warnOfFraud(customer);
  await bed.settled();
  expect(stateOf(luna)?.hold).toBe('dispute');
  expect(bed.plans.of(luna)?.oddity).toBe(`fraud-warning:${subscription()?.id}`);
  bed.fake.customers.refund(customer);
  await bed.settled();
  expect(subscription()?.status).toBe('canceled');
  expect(stateOf(luna)).toMatchObject({ status: 'canceled', hold: null });
  expect(bed.plans.of(luna)?.oddity).toBeNull();
  expect(cancels()).toEqual([{ invoice_now: 'false', prorate: 'false' }]);
  expect(other.subscription()?.status).toBe('active');
});

test('a full refund that comes before we heard of the warning ends the subscription, too', async () => {
  const { customer, subscription } = await subscribed(luna);
  bed.fake.customers.warnOfFraud(customer);
  bed.fake.customers.refund(customer);
  await bed.settled();
  expect(subscription()?.status).toBe('canceled');
  expect(stateOf(luna)?.status).toBe('canceled');
});

test('after a warning and a refund in part the warning still holds', async () => {
  const { customer, subscription } = await subscribed(luna);
  bed.fake.customers.warnOfFraud(customer);
  await bed.settled();
  bed.fake.customers.refund(customer, 500);
  await bed.settled();
  expect(stateOf(luna)).toMatchObject({ status: 'active', hold: 'dispute' });
  expect(subscription()?.cancel_at_period_end).toBe(true);
});

test('a warning that became a dispute is over once that is won', async () => {
  const { customer, subscription } = await subscribed(luna);
  bed.fake.customers.warnOfFraud(customer);
  await bed.settled();
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(bed.plans.of(luna)).toMatchObject({ oddity: null, subscription: { hold: 'dispute' } });
  bed.fake.customers.closeDispute(customer, 'won');
  await bed.settled();
  expect(stateOf(luna)).toMatchObject({ hold: null, cancelsAt: null });
  expect(subscription()).toMatchObject({ cancel_at_period_end: false, metadata: {} });
});

test('a planned change of price gives way to a hold, and is not made up for at the former price', async () => {
  const { customer, subscription } = await subscribed(luna);
  const id = subscription()?.id ?? '';
  bed.fake.portal.change(id, 'pro_yearly', { atPeriodEnd: true });
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(subscription()).toMatchObject({ cancel_at_period_end: true, schedule: null });
  bed.fake.customers.closeDispute(customer, 'won');
  await bed.settled();
  expect(stateOf(luna)).toMatchObject({ hold: null, cancelsAt: expect.any(Number) });
  await bed.advance(32 * 86_400_000);
  expect(subscription()?.status).toBe('canceled');
});

test('nor is it where the answer to its release was lost', async () => {
  const { customer, subscription } = await subscribed(luna);
  bed.fake.portal.change(subscription()?.id ?? '', 'pro_yearly', { atPeriodEnd: true });
  await bed.settled();
  bed.fake.fault({
    method: 'POST',
    path: '/v1/subscription_schedules',
    fault: 'error',
    after: true,
    times: 3,
  });
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(bed.lines.join('\n')).toContain('stripe.call-failed');
  bed.fake.clearFaults();
  await bed.advance(60_000);
  expect(subscription()).toMatchObject({
    cancel_at_period_end: true,
    schedule: null,
    metadata: { fanline_hold: 'plan-change' },
  });
  bed.fake.customers.closeDispute(customer, 'won');
  await bed.settled();
  expect(stateOf(luna)).toMatchObject({ hold: null, cancelsAt: expect.any(Number) });
});

test('a dispute about a top-up leaves the plan alone', async () => {
  const { customer } = await subscribed(luna);
  bed.fake.checkout.pay(await bed.topup(luna));
  await bed.settled();
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(stateOf(luna)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
});

test('credit is asked for a second tab that paid, and for no other end', async () => {
  const { customer } = await subscribed(luna);
  await bed.advance(60_000);
  bed.fake.customers.subscribe(customer, 'studio_monthly');
  await bed.settled();
  // With the words by which it is known from then on.
  const cancellation_details = { comment: creditedMark };
  expect(cancels()).toEqual([{ invoice_now: 'true', prorate: 'true', cancellation_details }]);
  bed.fake.customers.dispute(customer);
  await bed.settled();
  // The disputed charge is the second tab's, which is over: the first goes on.
  expect(stateOf(luna)).toMatchObject({ hold: null, priceKey: 'pro_monthly' });

  await subscribed(mars);
  await bed.advance(60_000);
  bed.fake.customers.subscribe(await customerOf(mars), 'studio_monthly', { trialDays: 14 });
  await bed.settled();
  expect(cancels().at(-1)).toEqual({ invoice_now: 'false', prorate: 'false' });
  expect(cancels()).toHaveLength(2);
});
