import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import {
  type FakeStripeBed,
  openFakeStripeBed,
} from '#test/support/fake-stripe/fake-stripe-bed.ts';
import { endSubscriptions } from './end-subscriptions.ts';
import { createStripeApi } from './stripe-api.ts';
import { openStripeClient, type StripeClient } from './stripe-client.ts';

let bed: FakeStripeBed;
let client: StripeClient;
/** Early fraud warnings that events told of. */
let warnings: string[];
beforeEach(async () => {
  bed = await openFakeStripeBed();
  client = openStripeClient({ secretKey: bed.fake.secretKey, apiBase: bed.fake.url });
  warnings = [];
});
afterEach(async () => {
  client.close();
  const { violations } = bed.fake;
  await bed[Symbol.asyncDispose]();
  expect(violations).toEqual([]);
});

const end = (customer: string, when: 'period-end' | 'now') =>
  endSubscriptions(
    {
      api: createStripeApi(client),
      book: { fraudWarnings: () => Promise.resolve(warnings) } as Partial<StripeBook> as StripeBook,
      clock: { now: () => bed.fake.clock.now() },
      log: silentLog,
    },
    customer,
    when,
  );

/** Whether credit was asked for when something was ended last. */
const credited = () =>
  bed.fake.calls.findLast(({ method }) => method === 'DELETE')?.params['prorate'] === 'true';

test('what is paid goes on to its end, and a dispute that is won later does not take that back', async () => {
  const { customer, id } = await bed.subscriber();
  await bed.stripe.subscriptions.update(id, { metadata: { fanline_hold: 'dispute' } });
  for (const _ of [1, 2]) expect(await end(customer, 'period-end')).toMatchObject({ ok: true });
  const { status, cancel_at_period_end, metadata } = await bed.stripe.subscriptions.retrieve(id);
  expect([status, cancel_at_period_end, metadata]).toEqual(['active', true, {}]);
});

test('a change of price that is planned falls away first', async () => {
  const { customer, id } = await bed.subscriber();
  bed.fake.portal.change(id, 'pro_yearly', { atPeriodEnd: true });
  expect(await end(customer, 'period-end')).toMatchObject({ ok: true });
  const { cancel_at_period_end, schedule } = await bed.stripe.subscriptions.retrieve(id);
  expect([cancel_at_period_end, schedule]).toEqual([true, null]);
});

test('what nobody has paid for ends at once, and others’ subscriptions go on', async () => {
  const unpaid = await bed.subscriber();
  const other = await bed.subscriber('studio_monthly');
  bed.fake.customers.failPayments(unpaid.customer);
  await bed.fake.advance(32 * 86_400_000);
  expect(await bed.statusOf(unpaid.id)).toBe('past_due');
  expect(await end(unpaid.customer, 'period-end')).toMatchObject({ ok: true });
  expect(await bed.statusOf(unpaid.id)).toBe('canceled');
  expect(credited()).toBe(false);
  expect(await bed.statusOf(other.id)).toBe('active');
});

test('it ends now when that is wanted, once; while Stripe is away it goes on, and that is said', async () => {
  const { customer, id } = await bed.subscriber();
  bed.fake.fault({ fault: 'reset', times: 8 });
  expect(await end(customer, 'now')).toMatchObject({ ok: false, reason: 'unreachable' });
  bed.fake.clearFaults();
  expect(await bed.statusOf(id)).toBe('active');
  for (const _ of [1, 2]) expect(await end(customer, 'now')).toMatchObject({ ok: true });
  expect(await bed.statusOf(id)).toBe('canceled');
  expect(credited()).toBe(true);
});

test('what was disputed, given back or is feared to be fraud becomes no credit', async () => {
  const { customers } = bed.fake;
  const befallen = [
    (customer: string) => customers.dispute(customer),
    (customer: string) => customers.refund(customer, 500),
    (customer: string) => warnings.push(customers.warnOfFraud(customer).id),
  ];
  for (const befall of befallen) {
    const { customer, id } = await bed.subscriber();
    befall(customer);
    expect(await end(customer, 'now')).toMatchObject({ ok: true });
    expect(await bed.statusOf(id)).toBe('canceled');
    expect(credited()).toBe(false);
  }
});
