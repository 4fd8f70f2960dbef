import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  day,
  type FakeStripeBed,
  openFakeStripeBed,
} from '#test/support/fake-stripe/fake-stripe-bed.ts';

let bed: FakeStripeBed;
let fake: FakeStripeBed['fake'];
let stripe: FakeStripeBed['stripe'];
let openSession: FakeStripeBed['openSession'];
let subscriber: FakeStripeBed['subscriber'];
let statusOf: FakeStripeBed['statusOf'];

beforeEach(async () => {
  bed = await openFakeStripeBed();
  ({ fake, stripe, openSession, subscriber, statusOf } = bed);
});

afterEach(async () => {
  await bed[Symbol.asyncDispose]();
});

describe('what else befalls a customer', () => {
  test('two sessions that are both paid make two subscriptions', async () => {
    const customer = await stripe.customers.create({});
    const sessions = [
      await openSession(customer.id, 'pro_monthly'),
      await openSession(customer.id, 'studio_monthly'),
    ];
    for (const { id } of sessions) fake.checkout.pay(id);
    const all = await stripe.subscriptions.list({ customer: customer.id, status: 'all' });
    expect(all.data.map((each) => each.status)).toEqual(['active', 'active']);
    await stripe.subscriptions.cancel(all.data[0]?.id ?? '');
    expect(fake.lastEvent().type).toBe('customer.subscription.deleted');
    expect((await stripe.subscriptions.list({ customer: customer.id })).data).toHaveLength(1);
    expect(fake.violations).toEqual([]);
  });

  test('a top-up is a payment without a subscription', async () => {
    const customer = await stripe.customers.create({});
    const session = await openSession(customer.id, 'drafts_topup_500', {
      mode: 'payment',
      payment_intent_data: { metadata: { tenant_id: 'tenant-1' } },
    });
    fake.checkout.pay(session.id);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items', 'payment_intent.latest_charge'],
    });
    expect(paid).toMatchObject({
      payment_status: 'paid',
      subscription: null,
      line_items: { data: [{ price: { lookup_key: 'drafts_topup_500' } }] },
      payment_intent: { status: 'succeeded', latest_charge: { amount: 500, paid: true } },
    });
    expect(fake.violations).toEqual([]);
  });

  test('a promotion code lowers the first invoice, and an abandoned session expires', async () => {
    const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
    await stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'HALF',
    });
    const customer = await stripe.customers.create({});
    const session = await openSession(customer.id, 'pro_monthly', { allow_promotion_codes: true });
    expect(() => fake.checkout.pay(session.id, { promotionCode: 'NONE' })).toThrow('invalid');
    fake.checkout.pay(session.id, { promotionCode: 'half' });
    expect(fake.lastEvent('invoice.paid').data.object).toMatchObject({ amount_paid: 950 });
    fake.clock.advance(29 * day);
    expect(fake.lastEvent('invoice.paid').data.object).toMatchObject({ amount_paid: 1900 });

    const left = await openSession(customer.id, 'pro_monthly');
    expect(fake.checkout.decline(left.id)).toBe('declined');
    expect((await stripe.checkout.sessions.retrieve(left.id)).status).toBe('open');
    await stripe.checkout.sessions.expire(left.id);
    await expect(stripe.checkout.sessions.expire(left.id)).rejects.toThrow('can be expired');
    expect(fake.violations).toEqual([]);
  });

  test('a dispute leads back to its subscription, and is won or lost', async () => {
    const { customer, id } = await subscriber();
    const dispute = fake.customers.dispute(customer);
    const { data } = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: dispute.payment_intent },
      expand: ['data.invoice'],
    });
    expect(data[0]).toMatchObject({
      invoice: { parent: { subscription_details: { subscription: id } } },
    });
    const [charge] = (await stripe.charges.list({ customer })).data;
    expect(charge).toMatchObject({ disputed: true, id: dispute.charge });
    fake.customers.closeDispute(customer, 'won');
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('won');
    fake.clock.advance(29 * day);
    const other = fake.customers.dispute(customer);
    await stripe.disputes.close(other.id);
    expect((await stripe.disputes.list({ charge: other.charge })).data[0]?.status).toBe('lost');
    const { id: warned } = fake.customers.warnOfFraud(customer);
    expect(fake.lastEvent().type).toBe('radar.early_fraud_warning.created');
    const actionable = async () =>
      (await stripe.radar.earlyFraudWarnings.retrieve(warned)).actionable;
    expect(await actionable()).toBe(true);
    fake.customers.refund(customer);
    expect(await actionable()).toBe(false);
    expect(fake.violations).toEqual([]);
  });

  test('money is given back, no more than was paid', async () => {
    const { customer } = await subscriber();
    const [charge] = (await stripe.charges.list({ customer })).data;
    await stripe.refunds.create({ charge: charge?.id ?? '', amount: 900 });
    fake.customers.refund(customer);
    expect(await stripe.charges.retrieve(charge?.id ?? '')).toMatchObject({
      amount_refunded: 1900,
      refunded: true,
    });
    await expect(stripe.refunds.create({ charge: charge?.id ?? '' })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    expect(fake.violations).toEqual([]);
  });

  test('a deleted customer has no subscription any more, and cannot buy', async () => {
    const { customer, id } = await subscriber();
    await stripe.customers.del(customer);
    expect(await statusOf(id)).toBe('canceled');
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    await expect(openSession(customer, 'pro_monthly')).rejects.toMatchObject({
      code: 'resource_missing',
      param: 'customer',
    });
    expect(fake.violations).toEqual([]);
  });
});

describe('the portal', () => {
  const configure = async () =>
    stripe.billingPortal.configurations.create({
      features: {
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: {
          enabled: true,
          mode: 'at_period_end',
          cancellation_reason: { enabled: true, options: ['unused', 'other'] },
        },
        subscription_update: {
          enabled: true,
          default_allowed_updates: ['price'],
          proration_behavior: 'always_invoice',
          products: ['pro_monthly', 'studio_monthly'].map((key) => ({
            product: fake.price(key).product,
            prices: [fake.price(key).id],
          })),
          schedule_at_period_end: { conditions: [{ type: 'decreasing_item_amount' }] },
        },
      },
    });

  const press = async (url: string, fields: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  test('everything that it allows can be clicked', async () => {
    const { customer, id } = await subscriber();
    await expect(stripe.billingPortal.sessions.create({ customer })).rejects.toThrow(
      'No configuration provided',
    );
    const configuration = await configure();
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      configuration: configuration.id,
      return_url: 'https://fans.example/account',
    });
    const html = await (await fetch(url)).text();
    expect(html).toContain('Cancel subscription');
    expect(html).toContain('https://fans.example/account');
    await press(url, { action: 'cancel', subscription: id, feedback: 'unused' });
    expect((await stripe.subscriptions.retrieve(id)).cancel_at).not.toBeNull();
    await press(url, { action: 'resume', subscription: id });
    const studio = fake.price('studio_monthly').id;
    await press(url, { action: 'change', subscription: id, price: studio });
    await press(url, { action: 'change', subscription: id, price: fake.price('pro_monthly').id });
    const changed = await stripe.subscriptions.retrieve(id);
    expect(changed.items.data[0]?.price.id).toBe(studio);
    expect(changed.schedule).not.toBeNull();
    fake.clock.advance(2 * 3_600_000);
    expect(await (await fetch(url)).text()).toContain('expired');
    expect(fake.violations).toEqual([]);
  });

  test('opened for one thing it returns where it was told to', async () => {
    const { customer, id } = await subscriber();
    const configuration = await configure();
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      configuration: configuration.id,
      flow_data: {
        type: 'payment_method_update',
        after_completion: { type: 'redirect', redirect: { return_url: 'https://t.me/bot' } },
      },
    });
    const html = await (await fetch(url)).text();
    expect(html).toContain('Use a new card');
    expect(html).not.toContain('Cancel subscription');
    const answer = await press(url, { action: 'new-card' });
    expect(answer.headers.get('location')).toBe('https://t.me/bot');
    expect(fake.lastEvent().data.object).toMatchObject({ id });
    expect(fake.violations).toEqual([]);
  });

  test('the Checkout page is paid with forms', async () => {
    const customer = await stripe.customers.create({});
    const session = await openSession(customer.id, 'pro_monthly', {
      success_url: 'https://fans.example/done?session={CHECKOUT_SESSION_ID}',
    });
    const url = session.url ?? '';
    expect(await (await fetch(url)).text()).toContain('https://t.me/bot');
    expect(await (await press(url, { action: 'decline' })).text()).toContain('declined');
    expect(await (await press(url, { action: 'pay-3ds' })).text()).toContain(
      'Complete authentication',
    );
    const answer = await press(url, { action: 'authenticate' });
    expect(answer.headers.get('location')).toBe(`https://fans.example/done?session=${session.id}`);
    const other = await openSession(customer.id, 'pro_monthly');
    const paid = await fetch(`${fake.url}/_fake/checkout/${other.id}/pay`, { method: 'POST' });
    expect(await paid.json()).toEqual({ outcome: 'paid' });
    expect(fake.violations).toEqual([]);
  });
});
