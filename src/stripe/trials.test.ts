import { beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { bedOfEachTest, luna, mars } from '#test/support/stripe/bed-of-each-test.ts';
import { planNow } from '#test/support/stripe/plan-now.ts';
import { openStripeBed } from '#test/support/stripe/stripe-bed.ts';

const dayMs = 86_400_000;

test('a trial is had once by a tenant, and once by whoever began it', async () => {
  await using bed = await openStripeBed();
  const { account, book } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const other = await bed.addTenant();
  const userId = 4_711 as UserId;
  await book.beginCheckout({
    nonce: 'nonce-of-trial',
    tenantId,
    userId,
    priceKey: 'pro_monthly',
    trial: true,
    expiresAt: account.now + dayMs,
  });
  account.subscribe(customerId, 'pro_monthly', 14);
  await bed.hear();
  const { port } = bed.side;
  expect(await port.trialUsed(tenantId, 1 as UserId)).toBe(true);
  expect(await port.trialUsed(other.tenantId, userId)).toBe(true);
  expect(await port.trialUsed(other.tenantId, 1 as UserId)).toBe(false);
});

describe('a trial without a card', () => {
  const bed = bedOfEachTest();
  const { stateOf } = bed;
  let customer: string;
  beforeEach(async () => {
    customer = await bed.customerOf();
  });

  const asked = () => bed.fake.calls.filter(({ path }) => path.endsWith('/resume')).length;

  /** Two weeks of it, and what Stripe does then. */
  async function tried(missingPaymentMethod: 'cancel' | 'pause'): Promise<string> {
    const how = { trialDays: 14, card: null, missingPaymentMethod };
    const { id } = bed.fake.customers.subscribe(customer, 'studio_monthly', how);
    await bed.advance(14 * dayMs - 1_000);
    expect(stateOf()).toMatchObject({ status: 'trialing', trialEnd: bed.clock.now() + 1_000 });
    expect(planNow(bed, luna)).toBe('studio: trial');
    await bed.advance(1_000);
    return id;
  }

  test('ends with it where Stripe is to cancel it, as ours do', async () => {
    await tried('cancel');
    expect(stateOf()).toMatchObject({ status: 'canceled', endedAt: bed.clock.now() });
    expect(planNow(bed, luna)).toBe('free: ended');
  });

  test('is paused where Stripe is to pause it, and goes on with the card that was missing', async () => {
    const id = await tried('pause');
    expect(stateOf()).toMatchObject({ status: 'paused', endedAt: null, pastDueSince: null });
    expect(planNow(bed, luna)).toBe('free: paused');
    // Nothing happens by itself, and a card alone changes nothing.
    await bed.advance(40 * dayMs);
    bed.fake.portal.newCard(customer);
    await bed.settled();
    expect(stateOf()?.status).toBe('paused');
    expect(planNow(bed, luna)).toBe('free: paused');
    expect(await bed.port.resume(luna)).toEqual({ ok: true });
    const now = bed.clock.now();
    expect(stateOf()).toMatchObject({ subscriptionId: id, status: 'active', periodStart: now });
    expect(planNow(bed, luna)).toBe('studio: subscription');
    await bed.advance(32 * dayMs);
    expect(stateOf()).toMatchObject({ status: 'active', pastDueSince: null });
    expect(planNow(bed, luna)).toBe('studio: subscription');
  });

  test('goes on only by who asks for it, once, with a card that is taken', async () => {
    const { port, fake } = bed;
    const { id } = fake.customers.subscribe(customer, 'studio_monthly', {
      trialDays: 14,
      card: null,
      missingPaymentMethod: 'pause',
    });
    await bed.settled();
    expect(await port.resume(mars)).toEqual({ ok: false, reason: 'no-customer' });
    expect(await port.resume(luna)).toEqual({ ok: true });
    await bed.advance(14 * dayMs);
    expect(await port.resume(luna)).toEqual({ ok: false, reason: 'no-way-to-pay' });
    expect(await bed.checkout(luna)).toEqual({ ok: false, reason: 'paused-subscription' });
    expect(asked()).toBe(0);
    fake.portal.newCard(customer);
    // Two taps are one.
    const taps = await Promise.all([port.resume(luna), port.resume(luna)]);
    expect(taps).toEqual([{ ok: true }, { ok: true }]);
    await bed.settled();
    expect(stateOf()).toMatchObject({ subscriptionId: id, status: 'active' });
    const paid = [...fake.book.invoices.values()].filter(
      ({ status, total }) => status === 'paid' && total > 0,
    );
    expect(paid).toHaveLength(1);
    expect(asked()).toBe(1);
  });

  test('stays paused while its first payment is open, which is asked for once', async () => {
    await tried('pause');
    const { port, fake } = bed;
    fake.portal.newCard(customer, 'declines');
    expect(await port.resume(luna)).toEqual({ ok: false, reason: 'payment-open' });
    expect(planNow(bed, luna)).toBe('free: paused');
    fake.portal.newCard(customer);
    expect(await port.resume(luna)).toEqual({ ok: false, reason: 'payment-open' });
    expect(asked()).toBe(1);
    expect(fake.portal.payOpen(customer)).toEqual(['paid']);
    await bed.settled();
    expect(planNow(bed, luna)).toBe('studio: subscription');
  });

  test('says that it may go on where Stripe’s answer is lost, and takes no second payment', async () => {
    const id = await tried('pause');
    const { port, fake } = bed;
    fake.portal.newCard(customer);
    fake.fault({ path: `/v1/subscriptions/${id}/resume`, fault: 'error', after: true });
    expect(await port.resume(luna)).toEqual({ ok: false, reason: 'unclear' });
    expect(await port.resume(luna)).toEqual({ ok: true });
    expect(planNow(bed, luna)).toBe('studio: subscription');
    expect(asked()).toBe(1);
  });

  test('that is paused can be ended', async () => {
    const id = await tried('pause');
    bed.fake.portal.cancelNow(id);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'canceled', endedAt: bed.clock.now() });
    expect(planNow(bed, luna)).toBe('free: ended');
  });
});
