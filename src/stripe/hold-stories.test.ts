import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import { openHttpBed } from '#test/support/stripe/http-bed.ts';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

const dayMs = 86_400_000;

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('a dispute holds, a won one lets go, a lost one ends the subscription at once', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id } = account.subscribe(customerId, 'pro_monthly');
  account.dispute(customerId, id);
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ hold: 'dispute', cancelsAt: expect.any(Number) });
  account.closeDisputes(customerId, 'won');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
  account.dispute(customerId, id);
  account.closeDisputes(customerId, 'lost');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ status: 'canceled', hold: null });
  // Whoever lost one may subscribe again: only what was disputed ended.
  const again = account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ subscriptionId: again.id, status: 'active' });
});

test('a dispute about a top-up, or about a subscription that is over, holds nothing', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const old = account.subscribe(customerId, 'pro_monthly');
  account.end(customerId);
  await bed.advance(dayMs);
  account.subscribe(customerId, 'pro_monthly');
  account.dispute(customerId, old.id);
  account.dispute(customerId, null);
  account.warn(customerId, null);
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
  account.closeDisputes(customerId, 'lost');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ hold: null, status: 'active' });
});

test('an end that the creator planned stays theirs after a dispute', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id, periodEnd } = account.subscribe(customerId, 'pro_monthly');
  account.cancelLater(customerId, 'cancel_at');
  account.dispute(customerId, id);
  await bed.hear();
  account.closeDisputes(customerId, 'won');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: periodEnd });
});

test('an early fraud warning holds for two weeks, and what it held goes on only if the creator wants it', async () => {
  await using held = await openStripeBed();
  const { account } = held;
  const { tenantId, customerId } = await held.addTenant();
  account.subscribe(customerId, 'pro_yearly');
  account.warn(customerId);
  const row = () => held.plans.of(tenantId);
  await held.hear();
  expect(row()).toMatchObject({
    oddity: expect.stringMatching(/^fraud-warning:/),
    subscription: { hold: 'dispute', cancelsAt: expect.any(Number) },
  });
  await held.advance(13 * dayMs);
  await held.side.reconcile();
  expect(row()?.subscription?.hold).toBe('dispute');
  await held.advance(dayMs);
  await held.side.reconcile();
  const over = { hold: null, status: 'active', cancelsAt: expect.any(Number) };
  expect(row()).toMatchObject({ oddity: null, subscription: over });
  account.resume(customerId);
  await held.hear();
  expect(row()?.subscription).toMatchObject({ hold: null, cancelsAt: null });
  expect(account.last(customerId)?.holdMark).toBeNull();
  // Its event is forgotten like the others.
  await held.advance(61 * dayMs);
  await held.side.reconcile();
  expect((await held.book.eventCounts()).deliveredAt).toBeNull();
});

test('a change of price that was planned while we looked falls away in the same look, and is marked', async () => {
  await using own = await openStripeBed();
  const { account } = own;
  const { tenantId, customerId } = await own.addTenant();
  const { id } = account.subscribe(customerId, 'studio_monthly');
  account.dispute(customerId, id);
  const changeEnd = account.changeEnd.bind(account);
  const asked: unknown[] = [];
  account.changeEnd = (change) => {
    asked.push([change.scheduleId, change.ends, change.mark]);
    const subscription = account.last(customerId);
    if (asked.length > 1 || !subscription) return changeEnd(change);
    Object.assign(subscription, { scheduleId: 'sub_sched_1', isChangePlanned: true });
    return Promise.resolve({ ok: false, reason: 'refused', code: null, requestId: null });
  };
  expect(await own.side.port.sync(tenantId)).toEqual({ ok: true });
  expect(asked).toEqual([
    [null, true, 'dispute'],
    ['sub_sched_1', true, 'plan-change'],
  ]);
  expect(account.last(customerId)?.holdMark).toBe('plan-change');
  expect(own.stateOf(tenantId)?.cancelsAt).toBe(own.stateOf(tenantId)?.periodEnd);
});

test('what Stripe refuses is asked for once in a look, and what is known is stored', async () => {
  await using own = await openStripeBed();
  const { account } = own;
  const { tenantId, customerId } = await own.addTenant();
  const { id } = account.subscribe(customerId, 'studio_monthly');
  account.dispute(customerId, id);
  let asked = 0;
  account.changeEnd = () => {
    asked += 1;
    return Promise.resolve({ ok: false, reason: 'refused', code: null, requestId: null });
  };
  expect(await own.side.port.sync(tenantId)).toEqual({ ok: true });
  expect(asked).toBe(1);
  expect(own.stateOf(tenantId)).toMatchObject({ hold: 'dispute', cancelsAt: null });
});

/** A tenant with a subscription at a Stripe that is played, where something happens as one of our steps is passed. */
async function subscribedAtStripe(reach: (point: CrashPoint) => void) {
  const bed = await openHttpBed({}, { crashPoints: { reach } });
  const tenantId = 't-luna' as TenantId;
  const made = await bed.side.port.ensureCustomer(tenantId);
  if (!made.ok) throw new Error(made.reason);
  const { id } = bed.fake.customers.subscribe(made.customerId, 'studio_monthly');
  await bed.settled();
  return {
    bed,
    customer: made.customerId,
    subscription: () => bed.fake.book.subscriptions.get(id),
    state: () => bed.plans.of(tenantId)?.subscription,
    sync: () => bed.side.port.sync(tenantId),
    [Symbol.asyncDispose]: () => bed[Symbol.asyncDispose](),
  };
}

test('a dispute that is won while we plan the end leaves no end of ours in the row', async () => {
  let happens = () => {};
  await using luna = await subscribedAtStripe((point) => {
    if (point === 'stripe-end-changed') happens();
  });
  const { bed, customer } = luna;
  bed.fake.webhooks.hold();
  bed.fake.customers.dispute(customer);
  happens = () => {
    happens = () => {};
    bed.fake.customers.closeDispute(customer, 'won');
  };
  expect(await luna.sync()).toEqual({ ok: true });
  expect(luna.state()).toMatchObject({ status: 'active', hold: null, cancelsAt: null });
  expect(luna.subscription()).toMatchObject({ cancel_at_period_end: false, metadata: {} });
  expect(bed.fake.violations).toEqual([]);
});

test('a program that dies while it takes its end back does so again, also where a change of price was planned meanwhile', async () => {
  let diesAt: CrashPoint | null = null;
  await using luna = await subscribedAtStripe((point) => {
    if (point === diesAt) throw new Error(`dies at ${point}`);
  });
  const { bed, customer } = luna;
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(luna.subscription()).toMatchObject({
    cancel_at_period_end: true,
    metadata: { fanline_hold: 'dispute' },
  });
  bed.fake.webhooks.hold();
  bed.fake.portal.change(luna.subscription()?.id ?? '', 'pro_monthly', { atPeriodEnd: true });
  bed.fake.customers.closeDispute(customer, 'won');
  for (const point of ['stripe-schedule-released', 'stripe-end-changed'] as const) {
    diesAt = point;
    await expect(luna.sync()).rejects.toThrow(`dies at ${point}`);
  }
  diesAt = null;
  expect(await luna.sync()).toEqual({ ok: true });
  expect(luna.subscription()).toMatchObject({ cancel_at_period_end: false, metadata: {} });
  expect(luna.state()).toMatchObject({ hold: null, cancelsAt: null });
  expect(bed.fake.violations).toEqual([]);
});

test.each([
  ['stripe-hold-marked', false],
  ['stripe-schedule-released', true],
] as const)(
  'a program that dies at %s has the creator never charged the price that they had left, however the dispute ends meanwhile',
  async (point, ends) => {
    let diesAt: CrashPoint | null = null;
    await using luna = await subscribedAtStripe((reached) => {
      if (reached === diesAt) throw new Error(`dies at ${reached}`);
    });
    const { bed, customer } = luna;
    bed.fake.portal.change(luna.subscription()?.id ?? '', 'pro_monthly', { atPeriodEnd: true });
    await bed.settled();
    bed.fake.webhooks.hold();
    bed.fake.customers.dispute(customer);
    diesAt = point;
    await expect(luna.sync()).rejects.toThrow(`dies at ${point}`);
    bed.fake.customers.closeDispute(customer, 'won');
    diesAt = null;
    expect(await luna.sync()).toEqual({ ok: true });
    expect(luna.state()).toMatchObject({ hold: null });
    expect(luna.subscription()).toMatchObject({
      cancel_at_period_end: ends,
      metadata: ends ? { fanline_hold: 'plan-change' } : {},
    });
    await bed.fake.webhooks.release();
    await bed.advance(32 * dayMs);
    // Either the cheaper price has begun, or nothing goes on.
    expect(luna.state()).toMatchObject(
      ends ? { status: 'canceled' } : { status: 'active', priceKey: 'pro_monthly' },
    );
    expect([...bed.fake.book.invoices.values()].map(({ total }) => total)).toEqual(
      ends ? [4_900] : [4_900, 1_900],
    );
    expect(bed.fake.violations).toEqual([]);
  },
);

test('a dispute after a planned change has begun is an ordinary one: once won, the subscription goes on', async () => {
  await using luna = await subscribedAtStripe(() => {});
  const { bed, customer } = luna;
  bed.fake.portal.change(luna.subscription()?.id ?? '', 'pro_monthly', { atPeriodEnd: true });
  await bed.advance(32 * dayMs);
  expect(luna.subscription()?.schedule).not.toBeNull();
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(luna.subscription()).toMatchObject({
    cancel_at_period_end: true,
    schedule: null,
    metadata: { fanline_hold: 'dispute' },
  });
  bed.fake.customers.closeDispute(customer, 'won');
  await bed.settled();
  expect(luna.subscription()).toMatchObject({ cancel_at_period_end: false, metadata: {} });
  expect(luna.state()).toMatchObject({ hold: null, cancelsAt: null, priceKey: 'pro_monthly' });
  expect(bed.fake.violations).toEqual([]);
});
