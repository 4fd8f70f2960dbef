import { beforeEach, describe, expect, test } from 'vitest';
import { bedOfEachTest, luna } from '#test/support/stripe/bed-of-each-test.ts';
import { planNow } from '#test/support/stripe/plan-now.ts';
import { openStripeBed } from '#test/support/stripe/stripe-bed.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('events of Stripe', () => {
  const bed = bedOfEachTest();
  const { stateOf } = bed;
  let customer: string;
  beforeEach(async () => {
    customer = await bed.customerOf();
  });

  /** Delivers what is held back of one type, about one subscription. */
  async function come(type: string, subscription: string): Promise<void> {
    const before = bed.fake.webhooks.tries.length;
    const only = (event: (typeof bed.fake.webhooks.held)[number]) =>
      event.type === type && event.data.object['id'] === subscription;
    await bed.fake.webhooks.deliver({ only });
    await bed.side.idle();
    expect(bed.fake.webhooks.tries.length).toBeGreaterThan(before);
  }

  test('may tell of a change before the beginning: both times it is as it is now', async () => {
    bed.fake.webhooks.hold();
    const { id } = bed.fake.customers.subscribe(customer, 'pro_monthly');
    bed.fake.portal.change(id, 'studio_monthly');
    bed.fake.portal.cancel(id);
    await come('customer.subscription.updated', id);
    const state = stateOf();
    expect(state).toMatchObject({ subscriptionId: id, priceKey: 'studio_monthly' });
    expect(state?.cancelsAt).toBe(state?.periodEnd);
    await come('customer.subscription.created', id);
    expect(stateOf()).toEqual(state);
    await bed.fake.webhooks.release();
    await bed.settled();
    expect(stateOf()).toEqual(state);
    expect(planNow(bed, luna)).toBe('studio: subscription');
  });

  test('may tell of the end of the old subscription after the new one began, which goes on', async () => {
    const old = bed.fake.customers.subscribe(customer, 'pro_monthly');
    await bed.settled();
    bed.fake.webhooks.hold();
    bed.fake.portal.cancelNow(old.id);
    await bed.advance(minuteMs);
    const fresh = bed.fake.customers.subscribe(customer, 'studio_monthly');
    expect(stateOf()?.subscriptionId).toBe(old.id);
    await come('customer.subscription.created', fresh.id);
    const state = stateOf();
    expect(state).toMatchObject({ subscriptionId: fresh.id, status: 'active', endedAt: null });
    await come('customer.subscription.deleted', old.id);
    expect(stateOf()).toEqual(state);
    await bed.fake.webhooks.release();
    await bed.settled();
    expect(stateOf()).toEqual(state);
    expect(planNow(bed, luna)).toBe('studio: subscription');
    expect(bed.fake.book.subscriptions.get(fresh.id)?.status).toBe('active');
  });

  test('may come in the shape of an older API version: that is warned of once, and read anew', async () => {
    for (const endpoint of bed.fake.book.endpoints.values()) {
      endpoint.api_version = '2025-02-24.acacia';
    }
    const { id } = bed.fake.customers.subscribe(customer, 'pro_yearly');
    await bed.settled();
    expect(stateOf()).toMatchObject({ subscriptionId: id, priceKey: 'pro_yearly' });
    expect(stateOf()?.periodEnd).toBe(Date.UTC(2027, 10, 20, 12));
    bed.fake.portal.change(id, 'studio_monthly');
    await bed.settled();
    await bed.advance(hourMs);
    bed.fake.portal.cancel(id);
    await bed.settled();
    const state = stateOf();
    expect(state?.periodEnd).toBe(Date.UTC(2026, 11, 20, 12));
    expect(state?.cancelsAt).toBe(state?.periodEnd);
    expect(planNow(bed, luna)).toBe('studio: subscription');
    const told = bed.lines.filter((line) => line.startsWith('stripe.other-api-version'));
    expect(told).toEqual(['stripe.other-api-version {"reason":"2025-02-24.acacia"}']);
    expect(bed.lines.join('\n')).not.toContain('stripe.event-refused');
    expect(await bed.book.openEvents(10)).toEqual([]);
  });
});

test('while our clock is wrong no delivery is taken; what it told of is found, and taken once the clock is right', async () => {
  await using bed = await openStripeBed();
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  const late = { signedAt: bed.clock.now() - 6 * minuteMs };
  for (const event of account.events) {
    expect(await bed.deliver(event, late)).toEqual({ status: 400 });
  }
  await bed.side.idle();
  expect(bed.stateOf(tenantId)).toBeNull();
  expect(bed.lines).toEqual(['stripe.event-refused {"reason":"old"}']);
  await bed.advance(hourMs);
  await bed.side.reconcile();
  const state = bed.stateOf(tenantId);
  expect(state).toMatchObject({ status: 'active', endedAt: null });
  // Stripe signs each try anew.
  await bed.hear();
  expect(bed.stateOf(tenantId)).toEqual(state);
  const refused = bed.lines.filter((line) => line.startsWith('stripe.event-refused'));
  expect(refused).toHaveLength(1);
});
