import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
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
let statusOf: FakeStripeBed['statusOf'];

beforeEach(async () => {
  bed = await openFakeStripeBed();
  ({ fake, stripe, seconds, openSession, subscriber, statusOf } = bed);
});

afterEach(async () => {
  await bed[Symbol.asyncDispose]();
});

describe('subscriptions from the first payment to the last', () => {
  test('a trial with a card is announced before it ends, and the first period is paid', async () => {
    const customer = await stripe.customers.create({ name: 'Tenant', metadata: { a: '1' } });
    const session = await openSession(customer.id, 'pro_monthly', {
      automatic_tax: { enabled: true },
      tax_id_collection: { enabled: true },
      customer_update: { address: 'auto', name: 'auto' },
      payment_method_collection: 'if_required',
      subscription_data: {
        metadata: { tenant_id: 'tenant-1' },
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
      },
    });
    expect(session.id).toHaveLength(66);
    expect(session).toMatchObject({ status: 'open', amount_total: 0, subscription: null });
    fake.checkout.pay(session.url ?? '');
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription'] });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      subscription: { status: 'trialing', metadata: { tenant_id: 'tenant-1' } },
    });
    const { id } = done.subscription as Stripe.Subscription;
    fake.clock.advance(11 * day);
    expect(fake.lastEvent().type).toBe('customer.subscription.trial_will_end');
    fake.clock.advance(3 * day);
    expect(await statusOf(id)).toBe('active');
    // The draft of the first real invoice is final an hour later.
    expect(fake.lastEvent('invoice.created').data.object).toMatchObject({ status: 'draft' });
    fake.clock.advance(3_600_000);
    expect(fake.lastEvent('invoice.paid').data.object).toMatchObject({
      billing_reason: 'subscription_cycle',
      amount_paid: 1900,
      parent: { subscription_details: { subscription: id, metadata: { tenant_id: 'tenant-1' } } },
    });
    expect(fake.violations).toEqual([]);
  });

  test('a trial without a card ends as its settings say', async () => {
    const ends = async (missing: 'cancel' | 'pause') => {
      const customer = await stripe.customers.create({});
      const session = await openSession(customer.id, 'pro_monthly', {
        payment_method_collection: 'if_required',
        subscription_data: {
          trial_period_days: 7,
          trial_settings: { end_behavior: { missing_payment_method: missing } },
        },
      });
      fake.checkout.pay(session.id, { withoutCard: true });
      fake.clock.advance(7 * day);
      return (await stripe.subscriptions.list({ customer: customer.id, status: 'all' })).data[0];
    };
    expect(await ends('cancel')).toMatchObject({ status: 'canceled' });
    const paused = await ends('pause');
    expect(paused).toMatchObject({ status: 'paused' });
    fake.portal.newCard(typeof paused?.customer === 'string' ? paused.customer : '');
    await stripe.subscriptions.resume(paused?.id ?? '', {
      payment_behavior: 'resume_on_payment_success',
    });
    expect(await statusOf(paused?.id ?? '')).toBe('active');
    expect(fake.lastEvent().type).toBe('customer.subscription.resumed');
    expect(fake.violations).toEqual([]);
  });

  test('it renews each month, on the last day of a short one', async () => {
    const { id } = await subscriber();
    const periods: string[] = [];
    for (let month = 0; month < 3; month += 1) {
      const subscription = await stripe.subscriptions.retrieve(id);
      expect(subscription).not.toHaveProperty('current_period_end');
      const end = subscription.items.data[0]?.current_period_end ?? 0;
      periods.push(new Date(end * 1000).toISOString().slice(0, 10));
      fake.clock.to(end * 1000 + 2 * 3_600_000);
    }
    expect(periods).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    expect((await stripe.invoices.list({ subscription: id, status: 'paid' })).data).toHaveLength(4);
    expect(fake.violations).toEqual([]);
  });

  test('a payment that fails is tried again and recovers', async () => {
    const { customer, id } = await subscriber();
    fake.customers.failPayments(customer);
    fake.clock.advance(29 * day);
    expect(await statusOf(id)).toBe('past_due');
    const [open] = (await stripe.invoices.list({ subscription: id, status: 'open' })).data;
    expect(open).toMatchObject({ attempt_count: 1, attempted: true });
    expect(open?.next_payment_attempt).toBeGreaterThan(seconds());
    fake.clock.advance(3 * day);
    expect(fake.lastEvent('invoice.payment_failed').data.object).toMatchObject({
      attempt_count: 2,
    });
    fake.customers.recover(customer);
    expect(await statusOf(id)).toBe('active');
    expect(fake.lastEvent().data).toMatchObject({
      object: { status: 'active' },
      previous_attributes: { status: 'past_due' },
    });
    expect(fake.violations).toEqual([]);
  });

  test.each([
    ['cancel', 'canceled', 'payment_failed'],
    ['unpaid', 'unpaid', null],
  ] as const)('after the last try it ends as the account is set: %s', async (set, status, why) => {
    const { customer, id } = await subscriber();
    fake.settings.afterRetries = set;
    fake.customers.failPayments(customer);
    fake.clock.advance(50 * day);
    const subscription = await stripe.subscriptions.retrieve(id);
    expect(subscription).toMatchObject({ status, cancellation_details: { reason: why } });
    expect(fake.violations).toEqual([]);
  });

  test('the portal ends a flexible subscription by cancel_at alone, and takes it back', async () => {
    const { id } = await subscriber();
    fake.portal.cancel(id, { feedback: 'too_expensive' });
    const ending = await stripe.subscriptions.retrieve(id);
    expect(ending).toMatchObject({
      status: 'active',
      cancel_at: ending.items.data[0]?.current_period_end,
      cancel_at_period_end: false,
      cancellation_details: { reason: 'cancellation_requested', feedback: 'too_expensive' },
    });
    fake.portal.resume(id);
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      cancel_at: null,
      canceled_at: null,
    });
    await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      cancel_at: null,
      cancel_at_period_end: true,
    });
    fake.clock.advance(29 * day);
    expect(await statusOf(id)).toBe('canceled');
    expect((await stripe.subscriptions.list({})).data).toEqual([]);
    await expect(stripe.subscriptions.update(id, { metadata: { a: 'b' } })).rejects.toThrow(
      'can only update its cancellation_details',
    );
    expect(fake.violations).toEqual([]);
  });

  test('an upgrade costs the rest of the period, and a preview says so before', async () => {
    const { customer, id } = await subscriber();
    fake.clock.advance(14 * day);
    const item = (await stripe.subscriptions.retrieve(id)).items.data[0]?.id ?? '';
    const change = { id: item, price: fake.price('studio_monthly').id };
    const preview = await stripe.invoices.createPreview({
      customer,
      subscription: id,
      subscription_details: { items: [change], proration_behavior: 'always_invoice' },
    });
    expect(preview.lines.data.map((line) => line.amount)).toEqual([-950, 2450]);
    const upgraded = await stripe.subscriptions.update(id, {
      items: [change],
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
      expand: ['latest_invoice.payments'],
    });
    expect(upgraded).toMatchObject({
      items: { data: [{ price: { lookup_key: 'studio_monthly' } }] },
      latest_invoice: {
        amount_paid: preview.amount_due,
        billing_reason: 'subscription_update',
        payments: { data: [{ status: 'paid' }] },
      },
    });
    expect(fake.violations).toEqual([]);
  });

  test('a downgrade at once leaves credit, which pays for the next period', async () => {
    const { customer, id } = await subscriber('studio_monthly');
    fake.clock.advance(14 * day);
    const terms = { proration: 'always_invoice', payment: 'allow_incomplete' } as const;
    fake.portal.change(id, 'pro_monthly', { terms });
    const credit = 2450 - 950;
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -credit });
    fake.clock.advance(15 * day);
    expect(fake.lastEvent('invoice.paid').data.object).toMatchObject({
      total: 1900,
      amount_paid: 1900 - credit,
      starting_balance: -credit,
      ending_balance: 0,
    });
    expect(fake.violations).toEqual([]);
  });

  test('a renewal whose tax has no place to go to stays a draft', async () => {
    const customer = await stripe.customers.create({});
    const session = await openSession(customer.id, 'pro_monthly', {
      automatic_tax: { enabled: true },
      customer_update: { address: 'auto' },
    });
    fake.checkout.pay(session.id);
    fake.settings.tax = 'requires_location_inputs';
    fake.clock.advance(29 * day);
    expect(fake.lastEvent().type).toBe('invoice.finalization_failed');
    expect(fake.lastEvent().data.object).toMatchObject({ status: 'draft' });
    expect(fake.violations).toEqual([]);
  });

  test('an upgrade that is not paid waits, and is dropped after 23 hours', async () => {
    const { customer, id } = await subscriber();
    const item = (await stripe.subscriptions.retrieve(id)).items.data[0]?.id ?? '';
    const upgrade = async () =>
      stripe.subscriptions.update(id, {
        items: [{ id: item, price: fake.price('pro_yearly').id }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
      });
    fake.customers.failPayments(customer);
    expect((await upgrade()).pending_update).not.toBeNull();
    expect(await statusOf(id)).toBe('active');
    fake.clock.advance(day);
    expect(fake.lastEvent().type).toBe('customer.subscription.pending_update_expired');
    await upgrade();
    fake.customers.recover(customer);
    expect(fake.lastEvent().type).toBe('customer.subscription.pending_update_applied');
    const changed = await stripe.subscriptions.retrieve(id);
    expect(changed.items.data[0]?.price.lookup_key).toBe('pro_yearly');
    expect(fake.violations).toEqual([]);
  });

  test('a downgrade that waits for the end of the period comes with the renewal', async () => {
    const { id } = await subscriber('studio_monthly');
    fake.portal.change(id, 'pro_monthly', { atPeriodEnd: true });
    const before = await stripe.subscriptions.retrieve(id);
    expect(before.items.data[0]?.price.lookup_key).toBe('studio_monthly');
    expect(before.schedule).not.toBeNull();
    const scheduled = () => stripe.subscriptions.retrieve(id, { expand: ['schedule'] });
    const { schedule } = await scheduled();
    const [first, last] = (schedule as Stripe.SubscriptionSchedule).phases;
    expect(schedule).toMatchObject({ current_phase: { end_date: first?.end_date } });
    fake.clock.advance(29 * day);
    const after = await scheduled();
    const item = after.items.data[0];
    const [start, end] = [item?.current_period_start, item?.current_period_end];
    expect(item?.price.lookup_key).toBe('pro_monthly');
    expect(fake.lastEvent('invoice.paid').data.object).toMatchObject({ amount_paid: 1900 });
    // The schedule stays while its last phase runs.
    expect([last?.start_date, last?.end_date]).toEqual([start, end]);
    expect(after.schedule).toMatchObject({
      status: 'active',
      current_phase: { start_date: start, end_date: end },
    });
    fake.clock.advance(32 * day);
    expect((await scheduled()).schedule).toBeNull();
    expect([...fake.book.schedules.values()]).toMatchObject([{ status: 'completed' }]);
    expect(fake.violations).toEqual([]);
  });

  test('a subscription with a schedule is not ended at its period’s end before that is released, once', async () => {
    const { id } = await subscriber('studio_monthly');
    fake.portal.change(id, 'pro_monthly', { atPeriodEnd: true });
    const { schedule } = await stripe.subscriptions.retrieve(id);
    const end = () => stripe.subscriptions.update(id, { cancel_at_period_end: true });
    await expect(end()).rejects.toThrow('is managed by the subscription schedule');
    const release = () => stripe.subscriptionSchedules.release(schedule as string);
    expect(await release()).toMatchObject({ status: 'released', released_subscription: id });
    await expect(release()).rejects.toThrow('currently in the `released` status');
    expect(await end()).toMatchObject({ schedule: null, cancel_at_period_end: true });
    fake.clock.advance(29 * day);
    expect(await statusOf(id)).toBe('canceled');
    expect(fake.violations).toEqual([]);
  });

  test('a card that asks for authentication leaves it incomplete, until it is given or 23 hours are over', async () => {
    const customer = await stripe.customers.create({});
    const one = await openSession(customer.id, 'pro_monthly');
    expect(fake.checkout.pay3ds(one.id)).toBe('needs-action');
    const [waiting] = (await stripe.subscriptions.list({ customer: customer.id })).data;
    expect(waiting?.status).toBe('incomplete');
    expect(fake.checkout.confirm3ds(one.id)).toBe('paid');
    expect(await statusOf(waiting?.id ?? '')).toBe('active');
    expect(fake.lastEvent().data.object).toMatchObject({ subscription: waiting?.id });

    const two = await openSession(customer.id, 'pro_monthly');
    fake.customers.failPayments(customer.id);
    expect(fake.checkout.pay(two.id)).toBe('declined');
    fake.customers.recover(customer.id);
    fake.checkout.pay3ds(two.id);
    expect(fake.checkout.fail3ds(two.id)).toBe('declined');
    const [stuck] = (await stripe.subscriptions.list({ customer: customer.id })).data;
    expect(stuck?.id).not.toBe(waiting?.id);
    fake.clock.advance(23.5 * 3_600_000);
    expect(() => fake.checkout.confirm3ds(two.id)).toThrow();
    expect(await statusOf(stuck?.id ?? '')).toBe('incomplete_expired');
    expect((await stripe.checkout.sessions.retrieve(two.id)).status).toBe('expired');
    expect(fake.eventTypes()).toContain('invoice.voided');
    expect(fake.violations).toEqual([]);
  });
});
