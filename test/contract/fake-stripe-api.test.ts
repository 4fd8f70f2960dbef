import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { loadStripeSchema } from '#test/support/fake-stripe/http/stripe-schema.ts';
import { allRoutes } from '#test/support/fake-stripe/resources/all-routes.ts';
import {
  clientOf,
  day,
  type FakeStripeBed,
  openFakeStripeBed,
} from '#test/support/fake-stripe/fake-stripe-bed.ts';

let bed: FakeStripeBed;
let fake: FakeStripeBed['fake'];
let stripe: FakeStripeBed['stripe'];
let seconds: FakeStripeBed['seconds'];
let openSession: FakeStripeBed['openSession'];
let subscriber: FakeStripeBed['subscriber'];

beforeEach(async () => {
  bed = await openFakeStripeBed();
  ({ fake, stripe, seconds, openSession, subscriber } = bed);
});

afterEach(async () => {
  await bed[Symbol.asyncDispose]();
});

describe('the API is as strict as Stripe', () => {
  test('a wrong key, a wrong version, unknown things and removed parameters are refused', async () => {
    await expect(clientOf(fake, 'sk_test_wrong').customers.list()).rejects.toMatchObject({
      statusCode: 401,
    });
    await expect(stripe.customers.retrieve('cus_none')).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    });
    const customer = await stripe.customers.create({});
    await expect(
      openSession(customer.id, 'pro_monthly', { expires_at: seconds() + 60 }),
    ).rejects.toThrow('at least 30 minutes');
    await expect(
      openSession(customer.id, 'pro_monthly', { automatic_tax: { enabled: true } }),
    ).rejects.toThrow('customer_update[address]');
    await expect(openSession(customer.id, 'drafts_topup_500')).rejects.toThrow('recurring');
    expect(fake.violations).toEqual([]);
    const removed = { payment_method_types: ['card'] } as object;
    await expect(openSession(customer.id, 'pro_monthly', removed)).rejects.toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_method_types',
    });
    await stripe.customers.list({}, { apiVersion: '2025-02-24.acacia' });
    expect(fake.violations).toHaveLength(2);
  });

  test('the same key again gives the same answer; with other parameters it is refused', async () => {
    const key = { idempotencyKey: 'cust:tenant-1' };
    const one = await stripe.customers.create({ name: 'A' }, key);
    const two = await stripe.customers.create({ name: 'A' }, key);
    expect(two.id).toBe(one.id);
    await expect(stripe.customers.create({ name: 'B' }, key)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
    // An answer that was lost on its way is given again.
    fake.fault({ path: '/v1/customers', fault: 'error', after: true });
    const lost = { idempotencyKey: 'cust:tenant-2' };
    await expect(stripe.customers.create({ name: 'C' }, lost)).rejects.toThrow('unknown error');
    await stripe.customers.create({ name: 'C' }, lost);
    expect((await stripe.customers.list()).data.map((each) => each.name)).toEqual(['C', 'A']);
    expect(fake.calls.filter((call) => call.replayed)).toHaveLength(2);
  });

  test('faults strike the path they are for', async () => {
    fake.fault({ path: '/v1/prices', fault: 'error', status: 429, retryAfter: 2 });
    fake.fault({ path: '/v1/prices', fault: 'reset', times: 2 });
    fake.fault({ path: '/v1/prices', fault: 'hang' });
    await stripe.customers.list();
    await expect(stripe.prices.list()).rejects.toMatchObject({ type: 'StripeRateLimitError' });
    await expect(stripe.prices.list()).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await expect(stripe.prices.list({}, { timeout: 50 })).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
  });

  test('lists have pages, and a lookup key moves only when it is told to', async () => {
    for (let count = 0; count < 25; count += 1) await stripe.customers.create({ name: `${count}` });
    const names: (string | null | undefined)[] = [];
    for await (const each of stripe.customers.list({ limit: 10 })) names.push(each.name);
    expect(names).toHaveLength(25);
    expect(names[0]).toBe('24');
    const pro = fake.price('pro_monthly');
    const next = {
      product: pro.product,
      currency: 'eur',
      unit_amount: 2100,
      recurring: { interval: 'month' as const },
      lookup_key: 'pro_monthly',
    };
    await expect(stripe.prices.create(next)).rejects.toThrow('already uses that lookup key');
    const made = await stripe.prices.create({ ...next, transfer_lookup_key: true });
    const found = await stripe.prices.list({
      lookup_keys: ['pro_monthly'],
      expand: ['data.product'],
    });
    expect(found.data).toMatchObject([{ id: made.id, product: { name: 'Pro' } }]);
    expect(fake.violations).toEqual([]);
  });

  test('events are kept for thirty days', async () => {
    await stripe.customers.create({});
    expect((await stripe.events.list({ types: ['customer.created'] })).data).toHaveLength(1);
    fake.clock.advance(31 * day);
    expect((await stripe.events.list({})).data).toEqual([]);
    expect(fake.violations).toEqual([]);
  });
});

const schema = loadStripeSchema();
const why = schema === undefined ? ' (skipped: the schema file is not beside the repository)' : '';

describe.skipIf(schema === undefined)(`held against Stripe's schema${why}`, () => {
  test('what does not fit in requests, answers and events is found', async () => {
    const { id } = await subscriber();
    const subscription = await stripe.subscriptions.retrieve(id);
    const plain = JSON.parse(JSON.stringify(subscription)) as Record<string, unknown>;
    const path = '/v1/subscriptions/{id}';
    expect(schema?.answerProblems('GET', path, plain)).toEqual([]);
    for (const wrong of [
      { ...plain, current_period_end: 1 },
      { ...plain, cancel_at: 'soon' },
      { ...plain, items: { ...(plain['items'] as object), data: [{}] } },
    ]) {
      expect(schema?.answerProblems('GET', path, wrong)).toHaveLength(1);
      const event = { ...fake.lastEvent('customer.subscription.updated'), data: { object: wrong } };
      expect(schema?.eventProblems(event)).toHaveLength(1);
    }
    // A word that Stripe may add tomorrow is none of its business.
    expect(schema?.answerProblems('GET', path, { ...plain, status: 'dormant' })).toEqual([]);
    expect(schema?.requestProblems('POST', path, { cancel_at: 'x' })).toEqual([]);
    expect(schema?.requestProblems('POST', path, { proration_date: 'x' })).toHaveLength(1);
    expect(schema?.requestProblems('POST', path, { items: [{ prize: 'x' }] })).toHaveLength(1);
  });

  test("every path that is played is one of Stripe's", () => {
    expect(fake.checked).toBe(true);
    for (const { method, path, beyondSchema } of allRoutes)
      if (beyondSchema !== true)
        expect(schema?.requestProblems(method, path, {}).join(), path).not.toContain('not in');
  });
});

test('without the schema it is as strict about what it plays', async () => {
  await using bare = await startFakeStripe({ useSchema: false });
  expect(bare.checked).toBe(false);
  const client = clientOf(bare);
  const customer = await client.customers.create({ metadata: { a: 'b' } });
  await client.customers.update(customer.id, { metadata: { a: '' } });
  expect((await client.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
    metadata: {},
  });
  await expect(client.customers.create({ tax_exempt: 'none' })).rejects.toMatchObject({
    code: 'parameter_unknown',
  });
});
