import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { delivery, eventBody } from '#test/support/stripe/signed-event.ts';
import { bedSecret, openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';
import { isRunning } from './rules/statuses.ts';

const dayMs = 86_400_000;

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

const deliver = (event: (typeof bed.account.events)[number], more: object = {}) =>
  bed.side.takeEvent(delivery(eventBody(event, more), bedSecret, bed.clock.now()));
/** Delivers everything that was not delivered before, in its order. */
let delivered = 0;
async function deliverAll(): Promise<void> {
  for (const event of bed.account.events.slice(delivered)) await deliver(event);
  delivered = bed.account.events.length;
  await bed.side.idle();
}
const stateOf = (tenantId: TenantId) => bed.plans.of(tenantId)?.subscription ?? null;

type Act =
  | 'subscribe'
  | 'trial'
  | 'second-tab'
  | 'fail'
  | 'recover'
  | 'cancel-at'
  | 'cancel-at-period-end'
  | 'resume'
  | 'end'
  | 'upgrade'
  | 'dispute'
  | 'won'
  | 'lost'
  | 'warning'
  | 'refund'
  | 'topup'
  | 'delete-customer';
const acts: readonly Act[] = [
  'subscribe',
  'trial',
  'second-tab',
  'fail',
  'recover',
  'cancel-at',
  'cancel-at-period-end',
  'resume',
  'end',
  'upgrade',
  'dispute',
  'won',
  'lost',
  'warning',
  'refund',
  'topup',
  'delete-customer',
];

const deaths: readonly CrashPoint[] = [
  'stripe-read',
  'stripe-subscription-cancelled',
  'stripe-trial-used',
  'stripe-topup-added',
  'stripe-row-stored',
  'stripe-end-stored',
];

function play(act: Act, customerId: string): void {
  const { account } = bed;
  if (account.of(customerId).deleted) return;
  const last = account.last(customerId);
  const running = last !== undefined && last.endedAt === null;
  switch (act) {
    case 'subscribe':
      if (!running) account.subscribe(customerId, 'pro_monthly');
      return;
    case 'trial':
      if (!running) account.subscribe(customerId, 'studio_yearly', 14);
      return;
    case 'second-tab':
      account.subscribe(customerId, 'pro_yearly');
      return;
    case 'fail':
      return account.fail(customerId);
    case 'recover':
      return account.recover(customerId);
    case 'cancel-at':
      return account.cancelLater(customerId, 'cancel_at');
    case 'cancel-at-period-end':
      return account.cancelLater(customerId, 'at_period_end');
    case 'resume':
      return account.resume(customerId);
    case 'end':
      return account.end(customerId);
    case 'upgrade':
      return account.change(customerId, 'studio_monthly');
    case 'dispute':
      account.dispute(customerId, last?.id ?? null);
      return;
    case 'won':
    case 'lost':
      return account.closeDisputes(customerId, act);
    case 'warning':
      account.warn(customerId);
      return;
    case 'refund':
      account.refund(customerId);
      return;
    case 'topup':
      return account.topup(customerId);
    case 'delete-customer':
      return account.deleteCustomer(customerId);
  }
}

describe('the mirror of Stripe', () => {
  test('any order, repetition and loss of events, and any death, ends in what Stripe says, once reconciled', async () => {
    const step = fc.record({
      act: fc.constantFrom(...acts),
      hours: fc.integer({ min: 0, max: 72 }),
      // Which of the events there are then come now, by a number that wraps around.
      come: fc.array(fc.nat(1_000), { maxLength: 4 }),
      fault: fc.boolean(),
      diesAt: fc.option(fc.constantFrom(...deaths)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (story) => {
        const { account } = bed;
        const { tenantId, customerId } = await bed.addTenant();
        const first = account.events.length;
        for (const { act, hours, come, fault, diesAt } of story) {
          await bed.advance(hours * 3_600_000);
          play(act, customerId);
          account.fault = fault ? 'down' : null;
          bed.diesAt = diesAt;
          const there = account.events.slice(first);
          for (const which of come) {
            const event = there[which % Math.max(1, there.length)];
            if (event) expect(await deliver(event)).toEqual({ status: 200 });
          }
          await bed.side.idle();
          account.fault = null;
          bed.diesAt = null;
        }
        await bed.advance(3_600_000);
        await bed.side.reconcile();
        await bed.side.idle();

        const customer = account.of(customerId);
        const alive = customer.subscriptions.filter(({ status }) => isRunning(status));
        expect(alive.length).toBeLessThanOrEqual(1);
        const state = stateOf(tenantId);
        const [only] = alive;
        if (only) {
          expect(state).toMatchObject({
            subscriptionId: only.id,
            status: only.status,
            priceKey: only.priceKey,
            cancelsAt: only.cancelAt ?? (only.cancelAtPeriodEnd ? only.periodEnd : null),
            endedAt: null,
          });
          const held = [
            ...customer.disputes.filter(({ status }) => status === 'needs_response'),
            ...customer.warnings.filter(({ at, open }) => open && at > account.now - 14 * dayMs),
          ].some(({ subscriptionId }) => subscriptionId === only.id);
          // Whoever has their money back after a warning has no plan for it.
          const refunded = customer.refunds.some(
            ({ subscriptionId }) => subscriptionId === only.id,
          );
          if (refunded) expect(only.holdMark).not.toBe('fraud-warning');
          expect(state?.hold).toBe(held ? 'dispute' : null);
          // What is held is not charged again.
          if (held) expect(state?.cancelsAt).not.toBeNull();
          const disputed = customer.disputes.some(
            ({ subscriptionId }) => subscriptionId === only.id,
          );
          if (disputed && !held) expect(only.holdMark).not.toBe('dispute');
        } else if (state) {
          expect(state.endedAt).not.toBeNull();
        }
        // A customer that was deleted before anything of it was read leaves nothing to know.
        if (!customer.deleted) {
          expect(state === null).toBe(customer.subscriptions.length === 0);
          expect(bed.plans.of(tenantId)?.topupDrafts ?? 0).toBe(500 * customer.topups.length);
        }
        expect(await bed.book.openEvents(10)).toEqual([]);
        // Nothing of what happens to one tenant touches another.
        expect(bed.plans.of('t-nobody' as TenantId)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('many events of a customer are one look at Stripe', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    account.subscribe(customerId, 'pro_monthly');
    for (let count = 0; count < 40; count += 1) account.tell(customerId, 'invoice.paid');
    const before = account.reads;
    await Promise.all(account.events.slice(-42).map((event) => deliver(event)));
    await bed.side.idle();
    expect(stateOf(tenantId)?.status).toBe('active');
    expect(account.reads - before).toBeLessThan(6);
  });

  test('a tenant id in metadata changes nothing: only our own table says whose a customer is', async () => {
    const victim = await bed.addTenant();
    const { account } = bed;
    const stranger = account.addCustomer();
    account.subscribe(stranger, 'studio_yearly');
    const event = account.tell(stranger, 'customer.subscription.updated');
    const forged = {
      metadata: { tenant_id: victim.tenantId },
      client_reference_id: victim.tenantId,
    };
    expect(await deliver(event, forged)).toEqual({ status: 200 });
    await bed.side.idle();
    expect(bed.plans.of(victim.tenantId)).toBeNull();
    expect(await bed.book.openEvents(10)).toEqual([]);
    expect(bed.lines.at(-1)).toContain('stripe.event-of-nobody');
  });

  test('of two tabs that paid the first one counts, the second is ended', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const first = account.subscribe(customerId, 'pro_monthly');
    await bed.advance(1_000);
    const second = account.subscribe(customerId, 'studio_monthly');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ subscriptionId: first.id, status: 'active' });
    expect(account.cancelled).toContain(second.id);
    expect(bed.lines.join('\n')).toContain('"why":"duplicate"');
    expect(account.credited).toContain(second.id);
  });

  test('a second tab that never paid is ended without credit', async () => {
    const { account } = bed;
    const { customerId } = await bed.addTenant();
    account.subscribe(customerId, 'pro_monthly');
    await bed.advance(1_000);
    const second = account.subscribe(customerId, 'studio_monthly', 14);
    await deliverAll();
    expect(account.cancelled).toContain(second.id);
    expect(account.credited).not.toContain(second.id);
  });

  test('an old subscription that ends late does not end the new one', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const old = account.subscribe(customerId, 'pro_monthly');
    account.end(customerId);
    const late = account.events.at(-1);
    await bed.advance(dayMs);
    const fresh = account.subscribe(customerId, 'studio_monthly');
    await deliverAll();
    if (late) await deliver({ ...late, eventId: 'evt_again' });
    await bed.side.idle();
    expect(stateOf(tenantId)).toMatchObject({ subscriptionId: fresh.id, status: 'active' });
    expect(old.endedAt).not.toBeNull();
  });

  test('past due counts from the first failure, recovers, and comes again from another', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    account.subscribe(customerId, 'pro_monthly');
    const failedAt = account.now;
    account.fail(customerId);
    await deliverAll();
    await bed.advance(3 * dayMs);
    account.fail(customerId);
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ status: 'past_due', pastDueSince: failedAt });
    account.recover(customerId);
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ status: 'active', pastDueSince: null });
  });

  test('a dispute holds, a won one lets go, a lost one ends the subscription at once', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id } = account.subscribe(customerId, 'pro_monthly');
    account.dispute(customerId, id);
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ hold: 'dispute', cancelsAt: expect.any(Number) });
    account.closeDisputes(customerId, 'won');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
    account.dispute(customerId, id);
    account.closeDisputes(customerId, 'lost');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ status: 'canceled', hold: null });
    // Whoever lost one may subscribe again: only what was disputed ended.
    const again = account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ subscriptionId: again.id, status: 'active' });
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
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: null, status: 'active' });
    account.closeDisputes(customerId, 'lost');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ hold: null, status: 'active' });
  });

  test('an end that the creator planned stays theirs after a dispute', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id, periodEnd } = account.subscribe(customerId, 'pro_monthly');
    account.cancelLater(customerId, 'cancel_at');
    account.dispute(customerId, id);
    await deliverAll();
    account.closeDisputes(customerId, 'won');
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ hold: null, cancelsAt: periodEnd });
  });

  test('an early fraud warning holds for two weeks, and what it held goes on only if the creator wants it', async () => {
    await using held = await openStripeBed();
    const { account } = held;
    const { tenantId, customerId } = await held.addTenant();
    account.subscribe(customerId, 'pro_yearly');
    account.warn(customerId);
    const hear = async () => {
      for (const event of account.events.splice(0))
        await held.side.takeEvent(delivery(eventBody(event), bedSecret, held.clock.now()));
      await held.side.idle();
    };
    const row = () => held.plans.of(tenantId);
    await hear();
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
    await hear();
    expect(row()?.subscription).toMatchObject({ hold: null, cancelsAt: null });
    expect(account.last(customerId)?.holdMark).toBeNull();
    // Its event is forgotten like the others.
    await held.advance(61 * dayMs);
    await held.side.reconcile();
    expect((await held.book.eventCounts()).deliveredAt).toBeNull();
  });

  test('a status or price that nobody knows keeps what was known, and an operator is told', async () => {
    const { account, plans } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id } = account.subscribe(customerId, 'studio_monthly');
    await deliverAll();
    const subscription = account.last(customerId);
    if (!subscription) throw new Error('no subscription');
    subscription.status = 'hibernating';
    account.tell(customerId, 'customer.subscription.updated');
    await deliverAll();
    expect(plans.of(tenantId)).toMatchObject({
      oddity: `unknown-status:${id}`,
      subscription: { status: 'active', priceKey: 'studio_monthly' },
    });
    subscription.status = 'active';
    account.change(customerId, null);
    await deliverAll();
    expect(plans.of(tenantId)).toMatchObject({
      oddity: `unknown-price:${id}`,
      subscription: { status: 'active', priceKey: 'studio_monthly' },
    });
    const told = bed.lines.filter((line) => line.includes(`"${tenantId}","oddity"`));
    expect(told).toHaveLength(2);
    account.end(customerId);
    await deliverAll();
    expect(plans.of(tenantId)).toMatchObject({
      oddity: null,
      subscription: { status: 'canceled' },
    });
  });

  test('a customer that was deleted at Stripe ends the plan; the tenant may have another', async () => {
    const { account, book } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    account.deleteCustomer(customerId);
    await deliverAll();
    expect(stateOf(tenantId)).toMatchObject({ status: 'canceled' });
    expect(stateOf(tenantId)?.endedAt).not.toBeNull();
    expect(await book.customerOf(tenantId)).toBeNull();
    const next = account.addCustomer();
    expect(await book.addCustomer(tenantId, next)).toBe(next);
    account.subscribe(next, 'pro_monthly');
    await deliverAll();
    // A late word about the former customer means nobody.
    await deliver(account.tell(customerId, 'customer.subscription.deleted'));
    delivered = account.events.length;
    await bed.side.idle();
    expect(stateOf(tenantId)).toMatchObject({ status: 'active', endedAt: null });
  });

  test('a tenant that was purged is not charged any longer', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id } = account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    bed.goneTenants.add(tenantId);
    await bed.side.reconcile();
    expect(account.cancelled).toContain(id);
    expect(await bed.book.customerOf(tenantId)).toBeNull();
  });

  test('while Stripe refuses to end what a purged tenant pays, it is tried again each night', async () => {
    const { account, book } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id } = account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    bed.goneTenants.add(tenantId);
    account.refusesCancels = true;
    const endFailedAt = async () =>
      (await book.customers()).find((each) => each.customerId === customerId)?.endFailedAt;
    expect(await endFailedAt()).toBeNull();
    await bed.side.reconcile();
    expect(await book.customerOf(tenantId)).toBe(customerId);
    expect(await endFailedAt()).toBe(bed.clock.now());
    expect(bed.lines.join('\n')).toContain('stripe.purged-goes-on');
    // Its events are done all the same: what Stripe refuses is not mended by asking again in a quarter of an hour.
    account.tell(customerId, 'invoice.paid');
    await deliverAll();
    expect(await book.openEvents(10)).toEqual([]);
    const { reads } = account;
    await bed.advance(3_600_000);
    expect(account.reads).toBe(reads);
    account.refusesCancels = false;
    await bed.side.reconcile();
    expect(account.cancelled).toContain(id);
    expect(await book.customerOf(tenantId)).toBeNull();
    expect(await endFailedAt()).toBeUndefined();
  });

  test('nor one whose plan nobody here remembers, however long ago they came', async () => {
    const { account, clock } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    const { id } = account.subscribe(customerId, 'pro_monthly');
    bed.goneTenants.add(tenantId);
    await clock.advance(60 * 24 * 60 * 60_000);
    expect(bed.plans.of(tenantId)).toBeNull();
    await bed.side.reconcile();
    expect(account.cancelled).toContain(id);
  });

  test('while Stripe is away events wait, longer each time, and plans stay', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    account.fault = 'unreachable';
    account.end(customerId);
    await deliverAll();
    expect(stateOf(tenantId)?.status).toBe('active');
    const before = account.reads;
    await bed.advance(4_000);
    expect(account.reads).toBe(before);
    await bed.advance(2_000);
    expect(account.reads).toBe(before + 1);
    account.fault = null;
    await bed.advance(8_000);
    expect(account.reads).toBe(before + 1);
    await bed.advance(4_000);
    expect(stateOf(tenantId)?.status).toBe('canceled');
    expect(await bed.book.openEvents(10)).toEqual([]);
  });

  test('customers who rest do not keep others waiting, however many events of theirs there are', async () => {
    const { account, book } = bed;
    const resting = await bed.addTenant();
    const other = await bed.addTenant();
    for (let count = 0; count < 1_001; count += 1)
      await book.storeEvent(account.tell(resting.customerId, 'invoice.paid'), 'delivered');
    account.fault = 'down';
    account.subscribe(resting.customerId, 'pro_monthly');
    await deliverAll();
    account.fault = null;
    account.subscribe(other.customerId, 'pro_monthly');
    await deliverAll();
    expect(stateOf(resting.tenantId)).toBeNull();
    expect(stateOf(other.tenantId)?.status).toBe('active');
    await bed.advance(60_000);
    expect(stateOf(resting.tenantId)?.status).toBe('active');
  });

  test('events that were stored before a restart are taken up by the start', async () => {
    const { account } = bed;
    const { tenantId, customerId } = await bed.addTenant();
    account.fault = 'down';
    account.subscribe(customerId, 'pro_monthly');
    await deliverAll();
    await bed.restart();
    account.fault = null;
    expect(stateOf(tenantId)).toBeNull();
    bed.side.start();
    await bed.side.idle();
    expect(stateOf(tenantId)?.status).toBe('active');
    await bed.restart();
  });

  test('a trial is had once by a tenant, and once by whoever began it', async () => {
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
    await deliverAll();
    const { port } = bed.side;
    expect(await port.trialUsed(tenantId, 1 as UserId)).toBe(true);
    expect(await port.trialUsed(other.tenantId, userId)).toBe(true);
    expect(await port.trialUsed(other.tenantId, 1 as UserId)).toBe(false);
  });

  test('a night in which Stripe was away is made up for in an hour', async () => {
    await using night = await openStripeBed();
    const { tenantId, customerId } = await night.addTenant();
    night.account.subscribe(customerId, 'pro_monthly');
    night.account.fault = 'unreachable';
    night.side.start();
    await night.advance(61_000);
    expect(await night.side.reconcile()).toMatchObject({ again: 'all' });
    night.account.fault = null;
    await night.advance(58 * 60_000);
    expect(night.plans.of(tenantId)).toBeNull();
    await night.advance(2 * 60_000);
    expect(night.plans.of(tenantId)?.subscription?.status).toBe('active');
    const { reads } = night.account;
    await night.advance(2 * 3_600_000);
    expect(night.account.reads).toBe(reads);
  });

  test('a customer who could not be read in a night is read in an hour, whoever comes after them', async () => {
    await using night = await openStripeBed();
    const { account } = night;
    const first = await night.addTenant();
    const last = await night.addTenant();
    for (const { customerId } of [first, last]) account.subscribe(customerId, 'pro_monthly');
    account.unreadable = first.customerId;
    const again = [first.customerId];
    expect(await night.side.reconcile()).toMatchObject({ synced: 1, failed: 1, again });
    account.unreadable = null;
    expect(await night.side.reconcile()).toMatchObject({ synced: 2, again: [] });
  });

  test('and nobody else with them', async () => {
    await using night = await openStripeBed();
    const { account } = night;
    const all = [await night.addTenant(), await night.addTenant(), await night.addTenant()];
    for (const { customerId } of all) account.subscribe(customerId, 'pro_monthly');
    const ill = all[0]?.customerId ?? '';
    account.unreadable = ill;
    night.side.start();
    await night.advance(61_000);
    // Two hours, in which events that wait are tried, too: those of the ill one alone.
    const readBefore = account.read.length;
    await night.advance(3_600_000);
    await night.advance(3_600_000);
    expect(new Set(account.read.slice(readBefore))).toEqual(new Set([ill]));
    account.unreadable = null;
    await night.advance(3_600_000);
    const whose = all[0]?.tenantId;
    expect(whose && night.plans.of(whose)?.subscription?.status).toBe('active');
    const { reads } = account;
    await night.advance(3_600_000);
    expect(account.reads).toBe(reads);
    // The night is for everybody again.
    await night.advance(12 * 3_600_000);
    expect(new Set(account.read.slice(reads)).size).toBe(3);
  });

  test('an alarm tells that nothing is delivered although there was something', async () => {
    await using quiet = await openStripeBed();
    const { customerId } = await quiet.addTenant();
    quiet.account.subscribe(customerId, 'pro_monthly');
    await quiet.advance(2 * 3_600_000);
    await quiet.side.reconcile();
    expect(quiet.lines.join('\n')).toContain('stripe.events-missed {"events":2}');
    expect(quiet.lines.join('\n')).not.toContain('stripe.no-events');
    await quiet.advance(8 * dayMs);
    quiet.account.recover(customerId);
    await quiet.side.reconcile();
    expect(quiet.lines.join('\n')).toContain('stripe.no-events');
  });

  test('done events are forgotten after two months, open ones never', async () => {
    await using old = await openStripeBed();
    const { customerId } = await old.addTenant();
    const send = (event: (typeof old.account.events)[number]) =>
      old.side.takeEvent(delivery(eventBody(event), bedSecret, old.clock.now()));
    await send(old.account.tell(customerId, 'invoice.paid'));
    await old.side.idle();
    expect((await old.book.eventCounts()).deliveredAt).not.toBeNull();
    await old.advance(61 * dayMs);
    await old.side.reconcile();
    expect((await old.book.eventCounts()).deliveredAt).toBeNull();
  });

  test('no line of the log holds anything but ids, words and numbers', () => {
    for (const line of bed.lines) {
      expect(line).toMatch(/^stripe\.[a-z-]+ \{[\w":,.{}:-]*\}$/);
      expect(line).not.toMatch(/whsec_|sk_test_|@/);
    }
  });
});
