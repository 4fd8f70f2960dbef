import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantId, UserId } from '#src/core/ids.ts';
import type { PlanPriceKey } from '#src/core/stripe.ts';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import { clientOf } from '#test/support/fake-stripe/fake-stripe-bed.ts';
import { type HttpBed, openHttpBed } from '#test/support/stripe/http-bed.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const day = 86_400_000;
const returnUrl = 'https://bots.example.com/account';

let bed: HttpBed;
beforeEach(async () => {
  bed = await openHttpBed();
  await setUpStripe({ stripe: bed.config, publicUrl: bed.url }, {});
});
afterEach(async () => {
  const { violations } = bed.fake;
  await bed[Symbol.asyncDispose]();
  expect(violations).toEqual([]);
});

/** A subscription that is paid, or on trial, from today on. */
async function subscribed(
  priceKey: PlanPriceKey = 'pro_monthly',
  trial = false,
  promotionCode?: string,
) {
  const page = await bed.side.port.checkout(luna, {
    priceKey,
    userId: 101 as UserId,
    trial,
    successUrl: returnUrl,
    cancelUrl: returnUrl,
    nonce: 'nonce-of-previews',
  });
  if (!page.ok) throw new Error(page.reason);
  bed.fake.checkout.pay(page.url, promotionCode === undefined ? {} : { promotionCode });
  await bed.settled();
  const id = bed.plans.of(luna)?.subscription?.subscriptionId ?? '';
  const found = bed.fake.book.subscriptions.get(id);
  const item = found?.items.data[0];
  if (!found || !item) throw new Error('Nobody subscribed.');
  return { found, item, customer: found.customer };
}
/** Stripe takes a code from now on. */
async function promoted(code: string, coupon: Stripe.CouponCreateParams): Promise<void> {
  const stripe = clientOf(bed.fake);
  const { id } = await stripe.coupons.create(coupon);
  await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id }, code });
}
async function previewed(priceKey: PlanPriceKey) {
  const asked = await bed.side.port.previewChange(luna, priceKey);
  if (!asked.ok) throw new Error(asked.reason);
  if (!asked.change) throw new Error('nobody knows what it costs');
  return asked.change;
}
const refusal = async (priceKey: PlanPriceKey, tenantId = luna) =>
  await bed.side.port.previewChange(tenantId, priceKey);
/** The creator agrees on the portal's page, which says what it costs. */
async function agreed(priceKey: PlanPriceKey): Promise<string> {
  const flow = { kind: 'confirm-plan', priceKey } as const;
  const page = await bed.side.port.portal(luna, { returnUrl, flow });
  if (!page.ok) throw new Error(page.reason);
  const shown = await (await fetch(page.url)).text();
  const subscription = bed.plans.of(luna)?.subscription?.subscriptionId ?? '';
  const body = new URLSearchParams({
    action: 'change',
    subscription,
    price: bed.fake.price(priceKey).id,
  });
  await fetch(page.url, { method: 'POST', body, redirect: 'manual' });
  await bed.settled();
  return shown;
}
const invoices = () => [...bed.fake.book.invoices.values()];
const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;
const previews = () => bed.fake.calls.filter(({ path }) => path === '/v1/invoices/create_preview');

describe('what a change costs', () => {
  test.each([
    ['pro_monthly', 'studio_monthly'],
    ['pro_monthly', 'pro_yearly'],
    ['studio_monthly', 'studio_yearly'],
    ['pro_yearly', 'studio_yearly'],
  ] as const)('from %s to %s is what is paid then, at once and next', async (from, to) => {
    const { item } = await subscribed(from);
    await bed.advance(11 * day + 4_711_000);
    const before = invoices().length;
    const change = await previewed(to);
    expect(previews()).toHaveLength(1);
    expect(invoices()).toHaveLength(before);
    expect(change).toMatchObject({
      begins: 'now',
      beginsAt: Math.floor(bed.clock.now() / 1000) * 1000,
      currency: 'eur',
      today: { fromCredit: 0, kept: 0 },
      taxed: false,
    });
    const { charged, credited, due } = change.today;
    const all = (item.current_period_end - item.current_period_start) * 1000;
    const left = item.current_period_end * 1000 - change.beginsAt;
    expect(credited).toBe(Math.round(((item.price.unit_amount ?? 0) * left) / all));
    expect(charged - credited).toBe(due);
    expect(await agreed(to)).toContain(`Due today: ${euros(due)}`);
    expect(invoices().at(-1)).toMatchObject({ status: 'paid', total: due, amount_paid: due });
    const { next } = change;
    expect(bed.plans.of(luna)?.subscription).toMatchObject({ priceKey: to, periodEnd: next.at });
    await bed.advance(next.at - bed.clock.now() + 2 * 3_600_000);
    expect(invoices().at(-1)).toMatchObject({ status: 'paid', total: next.amount });
  });

  test.each([
    ['studio_monthly', 'pro_monthly', 1_900],
    ['studio_yearly', 'pro_yearly', 19_000],
    ['pro_yearly', 'pro_monthly', 1_900],
    ['pro_yearly', 'studio_monthly', 4_900],
  ] as const)('from %s to %s is nothing until the period ends', async (from, to, amount) => {
    const { item } = await subscribed(from);
    await bed.advance(11 * day);
    const change = await previewed(to);
    const periodEnd = item.current_period_end * 1000;
    expect(change).toMatchObject({
      begins: 'period-end',
      beginsAt: periodEnd,
      today: { charged: 0, credited: 0, due: 0, kept: 0 },
      next: { at: periodEnd, amount },
    });
    const before = invoices().length;
    expect(await agreed(to)).toContain('Due today: €0.00');
    expect(invoices()).toHaveLength(before);
    expect(bed.plans.of(luna)?.subscription?.priceKey).toBe(from);
    await bed.advance(periodEnd - bed.clock.now() + 2 * 3_600_000);
    expect(bed.plans.of(luna)?.subscription?.priceKey).toBe(to);
    expect(invoices().at(-1)).toMatchObject({ status: 'paid', total: amount });
  });

  test('on trial is the first period, since the portal ends the trial', async () => {
    await subscribed('pro_monthly', true);
    await bed.advance(3 * day);
    const change = await previewed('studio_monthly');
    expect(change).toMatchObject({
      begins: 'trial-ends',
      today: { charged: 4_900, credited: 0, due: 4_900 },
      next: { amount: 4_900 },
    });
    expect(await agreed('studio_monthly')).toContain('Due today: €49.00');
    expect(invoices().at(-1)).toMatchObject({ status: 'paid', amount_paid: 4_900 });
    expect(bed.plans.of(luna)?.subscription).toMatchObject({
      status: 'active',
      priceKey: 'studio_monthly',
      periodEnd: change.next.at,
    });
  });

  test('on trial is nothing yet where the settings have it go on', async () => {
    const [settings] = bed.fake.book.portalConfigurations.values();
    if (!settings) throw new Error('no settings');
    settings.features.subscription_update.trial_update_behavior = 'continue_trial';
    const { found } = await subscribed('pro_monthly', true);
    const change = await previewed('studio_monthly');
    expect(change).toMatchObject({
      begins: 'trial-goes-on',
      today: { charged: 0, due: 0 },
      next: { at: (found.trial_end ?? 0) * 1000, amount: 4_900 },
    });
    expect(await agreed('studio_monthly')).toContain('Due today: €0.00');
    expect(bed.plans.of(luna)?.subscription).toMatchObject({
      status: 'trialing',
      priceKey: 'studio_monthly',
    });
  });

  test('is less by credit that Stripe holds', async () => {
    const { customer } = await subscribed();
    const held = bed.fake.book.customers.get(customer);
    if (!held) throw new Error('no customer');
    held.balance = -500;
    await bed.advance(10 * day);
    const { today } = await previewed('studio_monthly');
    expect(today).toMatchObject({ fromCredit: 500, due: today.charged - today.credited - 500 });
    expect(await agreed('studio_monthly')).toContain(`Due today: ${euros(today.due)}`);
    expect(invoices().at(-1)).toMatchObject({ amount_paid: today.due });
  });

  test('includes taxes that come on top, and those that are inside', async () => {
    await subscribed();
    await bed.advance(10 * day);
    const plain = await previewed('studio_monthly');
    bed.fake.settings.taxOfPreviews = { percent: 20, behavior: 'inclusive' };
    expect(await previewed('studio_monthly')).toEqual({ ...plain, taxed: true });
    bed.fake.settings.taxOfPreviews = { percent: 20, behavior: 'exclusive' };
    const taxed = await previewed('studio_monthly');
    expect(taxed.taxed).toBe(true);
    expect(taxed.next.amount).toBe(5_880);
    expect(taxed.today.charged).toBe(Math.round(plain.today.charged * 1.2));
    expect(taxed.today.credited).toBe(Math.round(plain.today.credited * 1.2));
  });

  test.each([
    ['for three months', { duration: 'repeating', duration_in_months: 3 }, null, 1_900],
    ['for two years', { duration: 'repeating', duration_in_months: 24 }, 950, 950],
    ['for ever', { duration: 'forever' }, 950, 950],
  ] as const)(
    'next is told with a discount %s only if that still holds then',
    async (_name, lasts, told, billed) => {
      await promoted('HALF', { percent_off: 50, ...lasts });
      const { item } = await subscribed('pro_yearly', false, 'HALF');
      await bed.advance(40 * day);
      const { next } = await previewed('pro_monthly');
      expect(next).toEqual({ at: item.current_period_end * 1000, amount: told });
      await agreed('pro_monthly');
      await bed.advance(next.at - bed.clock.now() + 2 * 3_600_000);
      expect(invoices().at(-1)).toMatchObject({ status: 'paid', total: billed });
    },
  );

  test('next is not told with a discount that is for one invoice, or is an amount among others', async () => {
    await promoted('ONCE', { percent_off: 50, duration: 'once' });
    await subscribed('pro_monthly', true, 'ONCE');
    await bed.advance(day);
    expect((await previewed('studio_monthly')).next.amount).toBeNull();
    const [discount] = bed.fake.book.coupons.values();
    if (!discount) throw new Error('no coupon');
    Object.assign(discount, { duration: 'forever' });
    expect((await previewed('studio_monthly')).next.amount).toBe(2_450);
    Object.assign(discount, { percent_off: null, amount_off: 500, currency: 'eur' });
    expect((await previewed('studio_monthly')).next.amount).toBe(4_400);
    await bed.advance(15 * day);
    expect((await previewed('studio_monthly')).next.amount).toBeNull();
  });
});

describe('there is nothing to be said of a change', () => {
  test('for whoever has nothing, by what Stripe says now', async () => {
    expect(await refusal('pro_monthly', mars)).toEqual({ ok: false, reason: 'no-customer' });
    const { found } = await subscribed();
    bed.fake.webhooks.hold();
    expect(await refusal('pro_monthly')).toEqual({ ok: false, reason: 'no-change' });
    bed.fake.portal.change(found.id, 'studio_monthly');
    expect(await refusal('studio_monthly')).toEqual({ ok: false, reason: 'no-change' });
    bed.fake.portal.cancelNow(found.id);
    expect(await refusal('studio_yearly')).toEqual({ ok: false, reason: 'no-subscription' });
    expect(previews()).toEqual([]);
    await bed.fake.webhooks.release();
  });

  test('while it ends, or another change is planned; the portal’s first page says more', async () => {
    const { found } = await subscribed('studio_monthly');
    const first = async (priceKey: PlanPriceKey) => {
      const flow = { kind: 'confirm-plan', priceKey } as const;
      const page = await bed.side.port.portal(luna, { returnUrl, flow });
      const made = [...bed.fake.book.portalSessions.values()].at(-1);
      return page.ok && made?.flow === null;
    };
    bed.fake.portal.cancel(found.id);
    expect(await refusal('studio_yearly')).toEqual({ ok: false, reason: 'ending' });
    expect(await first('studio_yearly')).toBe(true);
    bed.fake.portal.resume(found.id);
    await agreed('pro_monthly');
    expect(await refusal('studio_yearly')).toEqual({ ok: false, reason: 'planned' });
    expect(await first('studio_yearly')).toBe(true);
    // Once it has begun, its schedule stays for the period and has nothing planned any more.
    await bed.advance(32 * day);
    expect(found.schedule).not.toBeNull();
    const { today } = await previewed('studio_monthly');
    expect(await agreed('studio_monthly')).toContain(`Due today: ${euros(today.due)}`);
    expect(bed.plans.of(luna)?.subscription?.priceKey).toBe('studio_monthly');
  });

  test('while a payment is open or disputed', async () => {
    const { customer } = await subscribed();
    bed.fake.customers.dispute(customer);
    expect(await refusal('studio_monthly')).toEqual({ ok: false, reason: 'held' });
    bed.fake.customers.closeDispute(customer, 'won');
    await bed.settled();
    bed.fake.customers.failPayments(customer);
    await bed.advance(32 * day);
    expect(bed.plans.of(luna)?.subscription?.status).toBe('past_due');
    const open = { ok: false, reason: 'payment-open' };
    expect(await refusal('studio_monthly')).toEqual(open);
    const flow = { kind: 'confirm-plan', priceKey: 'studio_monthly' } as const;
    expect(await bed.side.port.portal(luna, { returnUrl, flow })).toEqual(open);
  });

  test('while it is paused: it has to go on first', async () => {
    const { found, customer } = await subscribed('pro_monthly', true);
    found.trial_settings.end_behavior.missing_payment_method = 'pause';
    bed.fake.customers.removeCards(customer);
    await bed.advance(15 * day);
    expect(bed.plans.of(luna)?.subscription?.status).toBe('paused');
    const paused = { ok: false, reason: 'paused-subscription' };
    expect(await refusal('studio_monthly')).toEqual(paused);
    const flow = { kind: 'confirm-plan', priceKey: 'studio_monthly' } as const;
    expect(await bed.side.port.portal(luna, { returnUrl, flow })).toEqual(paused);
  });

  test('while its payments are paused: what it says would be paid would not be', async () => {
    const { found } = await subscribed();
    bed.fake.dashboard.pauseCollection(found.id);
    await bed.settled();
    const paused = { ok: false, reason: 'paused-by-operator' };
    expect(await refusal('studio_monthly')).toEqual(paused);
    const flow = { kind: 'confirm-plan', priceKey: 'studio_monthly' } as const;
    expect(await bed.side.port.portal(luna, { returnUrl, flow })).toEqual(paused);
    expect(previews()).toEqual([]);
    bed.fake.dashboard.collect(found.id);
    await bed.settled();
    await previewed('studio_monthly');
  });

  test('of several things, or to a price that is not sold', async () => {
    const { found, item } = await subscribed();
    const yearly = bed.fake.price('studio_yearly');
    yearly.active = false;
    await bed.clock.advance(11 * 60_000);
    expect(await refusal('studio_yearly')).toEqual({ ok: false, reason: 'unknown-price' });
    found.items.data.push({ ...item, id: 'si_another' });
    expect(await refusal('studio_monthly')).toEqual({ ok: false, reason: 'not-changeable' });
  });
});

describe('what it costs is not known', () => {
  const unknown = { ok: true, change: null };

  test('with settings of the portal that are not ours', async () => {
    await subscribed();
    const [settings] = bed.fake.book.portalConfigurations.values();
    if (!settings) throw new Error('no settings');
    settings.features.subscription_update.proration_behavior = 'none';
    expect(await refusal('studio_monthly')).toEqual(unknown);
    settings.active = false;
    await bed.clock.advance(11 * 60_000);
    expect(await refusal('studio_monthly')).toEqual(unknown);
    expect(previews()).toEqual([]);
  });

  test('where Stripe refuses to work it out, and where it does not answer', async () => {
    await subscribed();
    // By our clock the period is over.
    await bed.clock.advance(40 * day);
    expect(await refusal('studio_monthly')).toEqual(unknown);
    expect(bed.lines.join('\n')).toContain('"what":"preview","reason":"refused"');
    bed.fake.fault({ path: '/v1/invoices/create_preview', fault: 'error' });
    expect(await refusal('studio_monthly')).toEqual({ ok: false, reason: 'unreachable' });
  });

  test('with a key that may not ask for it: that is the operator’s to mend, and is said so', async () => {
    await subscribed();
    bed.fake.fault({ path: '/v1/invoices/create_preview', fault: 'error', status: 403 });
    expect(await refusal('studio_monthly')).toEqual({ ok: false, reason: 'misconfigured' });
    expect(bed.lines.join('\n')).toContain('stripe.no-previews');
  });

  test('from a price that nobody here knows it is, all the same, as long as it is one', async () => {
    const { item } = await subscribed();
    item.price.lookup_key = null;
    item.price.metadata = {};
    await bed.plans.store(luna, { subscription: null, oddity: null });
    expect(await previewed('studio_monthly')).toMatchObject({ begins: 'now' });
    expect(bed.plans.of(luna)?.oddity).toContain('unknown-price');
    Object.assign(item.price, { unit_amount: null });
    expect(await refusal('studio_monthly')).toEqual(unknown);
  });
});
