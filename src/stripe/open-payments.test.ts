import { beforeEach, describe, expect, test } from 'vitest';
import { bedOfEachTest, luna } from '#test/support/stripe/bed-of-each-test.ts';
import { planNow } from '#test/support/stripe/plan-now.ts';
import { openStripeBed } from '#test/support/stripe/stripe-bed.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('past due counts from the first failure, recovers, and comes again from another', async () => {
  await using small = await openStripeBed();
  const { account } = small;
  const { tenantId, customerId } = await small.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  const failedAt = account.now;
  account.fail(customerId);
  await small.hear();
  await small.advance(3 * dayMs);
  account.fail(customerId);
  await small.hear();
  expect(small.stateOf(tenantId)).toMatchObject({ status: 'past_due', pastDueSince: failedAt });
  account.recover(customerId);
  await small.hear();
  expect(small.stateOf(tenantId)).toMatchObject({ status: 'active', pastDueSince: null });
  await small.advance(dayMs);
  account.fail(customerId);
  await small.hear();
  expect(small.stateOf(tenantId)?.pastDueSince).toBe(failedAt + 4 * dayMs);
});

describe('at Stripe', () => {
  const bed = bedOfEachTest();
  const { stateOf } = bed;
  let customer: string;
  beforeEach(async () => {
    customer = await bed.customerOf();
  });

  /** A renewal that fails until Stripe tries no more, sixteen days later. */
  async function becomesUnpaid(): Promise<string> {
    bed.fake.settings.afterRetries = 'unpaid';
    const { id } = bed.fake.customers.subscribe(customer, 'pro_monthly');
    await bed.settled();
    expect(planNow(bed, luna)).toBe('pro: subscription');
    bed.fake.customers.failPayments(customer);
    await bed.advance(30 * dayMs + hourMs);
    const since = bed.clock.now();
    expect(stateOf()).toMatchObject({ status: 'past_due', pastDueSince: since });
    expect(planNow(bed, luna)).toBe('pro: grace');
    await bed.advance(7 * dayMs);
    expect(stateOf()?.status).toBe('past_due');
    expect(planNow(bed, luna)).toBe('free: unpaid');
    await bed.advance(9 * dayMs);
    expect(stateOf()).toMatchObject({ status: 'unpaid', pastDueSince: since, endedAt: null });
    expect(planNow(bed, luna)).toBe('free: unpaid');
    return id;
  }

  test('what stays unpaid after all tries gives nothing, and everything again once it is paid', async () => {
    const id = await becomesUnpaid();
    // It still goes on there, so that another would be a second one.
    expect(await bed.checkout(luna)).toEqual({ ok: false, reason: 'live-subscription' });
    bed.fake.portal.newCard(customer);
    await bed.settled();
    expect(planNow(bed, luna)).toBe('free: unpaid');
    expect(bed.fake.portal.payOpen(customer)).toEqual(['paid']);
    await bed.settled();
    expect(stateOf()).toMatchObject({ subscriptionId: id, status: 'active', pastDueSince: null });
    expect(planNow(bed, luna)).toBe('pro: subscription');
    await bed.advance(30 * dayMs);
    expect(stateOf()).toMatchObject({ status: 'active', pastDueSince: null });
    expect(planNow(bed, luna)).toBe('pro: subscription');
  });

  test('what is unpaid can be ended, and another bought then', async () => {
    const id = await becomesUnpaid();
    bed.fake.portal.cancelNow(id);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'canceled', pastDueSince: null });
    expect(planNow(bed, luna)).toBe('free: ended');
    expect((await bed.checkout(luna)).ok).toBe(true);
  });

  /** A first payment for which the bank asks who pays. */
  async function waitsForBank(): Promise<string> {
    const { id } = bed.fake.customers.subscribe(customer, 'pro_monthly', { card: 'needs-3ds' });
    await bed.settled();
    expect(stateOf()).toMatchObject({ subscriptionId: id, status: 'incomplete', endedAt: null });
    expect(planNow(bed, luna)).toBe('free: pending');
    return id;
  }

  test('what waits for the bank gives nothing before the bank agrees', async () => {
    await waitsForBank();
    await bed.advance(22 * hourMs);
    expect(planNow(bed, luna)).toBe('free: pending');
    expect(bed.fake.portal.payOpen(customer)).toEqual(['paid']);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'active', pastDueSince: null });
    expect(planNow(bed, luna)).toBe('pro: subscription');
  });

  test('what the bank is never told about is over after 23 hours, and another can be bought', async () => {
    await waitsForBank();
    await bed.advance(23 * hourMs);
    expect(stateOf()).toMatchObject({ status: 'incomplete_expired' });
    expect(stateOf()?.endedAt).toBe(bed.clock.now());
    expect(planNow(bed, luna)).toBe('free: free');
    expect((await bed.checkout(luna)).ok).toBe(true);
  });
});
