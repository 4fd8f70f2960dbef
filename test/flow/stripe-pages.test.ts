import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PortalFlow } from '#src/core/stripe.ts';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import { bedOfEachTest, luna, mars } from '#test/support/stripe/bed-of-each-test.ts';

const bed = bedOfEachTest();
const { checkout, opened } = bed;
/** A subscription's id. */
const subscribed = async (tenantId = luna) => (await bed.subscribed(tenantId)).state.subscriptionId;
const sessionsOpen = () =>
  [...bed.fake.book.sessions.values()].filter(({ status }) => status === 'open').length;

describe('a trial', () => {
  test('that was begun a moment ago at another tenant is known, though no event told of it', async () => {
    const page = await opened(luna, { trial: true });
    bed.fake.webhooks.hold();
    bed.fake.checkout.pay(page, { withoutCard: true });
    expect(await checkout(mars, { trial: true })).toEqual({ ok: false, reason: 'trial-used' });
    expect(bed.plans.of(luna)?.subscription?.status).toBe('trialing');
    expect((await checkout(mars)).ok).toBe(true);
    await bed.fake.webhooks.release();
  });

  test('wanted at two tenants at the same moment has one page that can be used', async () => {
    const pages = await Promise.all([
      checkout(luna, { trial: true }),
      checkout(mars, { trial: true }),
    ]);
    expect(pages.map(({ ok }) => ok)).toEqual([true, true]);
    expect(sessionsOpen()).toBe(1);
  });

  test('is not given while nobody can say whether the page elsewhere was used', async () => {
    const page = await opened(luna, { trial: true });
    bed.fake.webhooks.hold();
    bed.fake.checkout.pay(page, { withoutCard: true });
    const customer = await bed.book.customerOf(luna);
    bed.fake.fault({ method: 'GET', path: `/v1/customers/${customer}`, fault: 'error' });
    expect(await checkout(mars, { trial: true })).toEqual({ ok: false, reason: 'unreachable' });
    expect(await checkout(mars, { trial: true })).toEqual({ ok: false, reason: 'trial-used' });
    await bed.fake.webhooks.release();
  });
});

test('nothing is bought beside a subscription of which nobody knows whether it goes on', async () => {
  const former = await subscribed(luna);
  await bed.port.endSubscriptions(luna, 'now');
  bed.fake.checkout.pay(await opened(luna));
  await bed.settled();
  const held = bed.fake.book.subscriptions;
  const other = [...held.values()].find(({ id }) => id !== former);
  if (!other) throw new Error('Nobody subscribed again.');
  // The first word of it that is read is one that we do not know.
  await bed.plans.store(luna, { subscription: null, oddity: null });
  other.status = 'hibernating';
  expect(await checkout(luna)).toEqual({ ok: false, reason: 'live-subscription' });
  other.status = 'canceled';
  other.ended_at = other.created;
  await bed.port.sync(luna);
  other.status = 'hibernating';
  other.ended_at = null;
  const ended = held.get(former);
  if (ended) ended.created = other.created - 1;
  expect(bed.plans.of(luna)?.subscription?.endedAt).not.toBeNull();
  expect(await checkout(luna)).toEqual({ ok: false, reason: 'unclear-subscription' });
  expect(sessionsOpen()).toBe(0);
});

test('a subscription that was ended is told as ended, though Stripe fails before its state was read', async () => {
  for (const [tenantId, when, status] of [
    [luna, 'now', 'canceled'],
    [mars, 'period-end', 'active'],
  ] as const) {
    const id = await subscribed(tenantId);
    bed.fake.webhooks.hold();
    // Stripe goes away once the subscription was ended, when the state is to be read.
    const tenantOf = bed.book.tenantOf.bind(bed.book);
    const reads = vi.spyOn(bed.book, 'tenantOf').mockImplementationOnce((customerId) => {
      bed.fake.fault({ fault: 'error', times: 50 });
      return tenantOf(customerId);
    });
    expect(await bed.port.endSubscriptions(tenantId, when)).toEqual({ ok: true });
    expect(bed.fake.book.subscriptions.get(id)).toMatchObject({
      status,
      cancel_at_period_end: when === 'period-end',
    });
    expect(bed.plans.of(tenantId)?.subscription).toMatchObject({
      status: 'active',
      cancelsAt: null,
    });
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    bed.fake.clearFaults();
    await bed.fake.webhooks.release();
    await bed.settled();
    const state = bed.plans.of(tenantId)?.subscription;
    expect(when === 'now' ? state?.status : typeof state?.cancelsAt).toBe(
      when === 'now' ? 'canceled' : 'number',
    );
  }
});

test('drafts on top have an invoice, which is none of the subscription’s, and a dispute about them changes nothing', async () => {
  await subscribed(luna);
  const before = bed.plans.of(luna);
  bed.fake.checkout.pay(await bed.topup(luna));
  await bed.settled();
  const customer = (await bed.book.customerOf(luna)) ?? '';
  expect([...bed.fake.book.invoices.values()].at(-1)).toMatchObject({
    customer,
    status: 'paid',
    total: 900,
    parent: null,
  });
  bed.fake.customers.dispute(customer);
  await bed.settled();
  expect(bed.plans.of(luna)).toMatchObject({
    subscription: before?.subscription,
    oddity: null,
    topupDrafts: 500,
  });
});

test('a page that is paid while the next one is opened is seen, and there is no second subscription', async () => {
  const page = await opened(luna);
  bed.fake.webhooks.hold();
  const isExpire = ({ path }: { path: string }) => path.endsWith('/expire');
  bed.fake.fault({ method: 'POST', path: '/v1/checkout/sessions/', fault: 'slow', ms: 150 });
  const next = checkout(luna);
  await vi.waitFor(() => expect(bed.fake.calls.some(isExpire)).toBe(true), { interval: 5 });
  bed.fake.checkout.pay(page);
  expect(await next).toEqual({ ok: false, reason: 'live-subscription' });
  expect(sessionsOpen()).toBe(0);
  await bed.fake.webhooks.release();
});

describe('a failure that Stripe keeps under an idempotency key', () => {
  const keys = () =>
    bed.fake.calls
      .filter(({ method, path }) => method === 'POST' && path === '/v1/customers')
      .map(({ idempotencyKey }) => idempotencyKey);

  test('is passed by with the next key, also by the next program', async () => {
    bed.fake.fault({ method: 'POST', path: '/v1/customers', fault: 'error', kept: true });
    expect(await bed.port.ensureCustomer(luna)).toEqual({ ok: false, reason: 'unreachable' });
    expect((await bed.port.ensureCustomer(luna)).ok).toBe(true);
    expect(keys()).toEqual([`cust:${luna}`, `cust:${luna}`, `cust:${luna}:1`]);
    expect(bed.fake.book.customers.size).toBe(1);
    expect((await bed.port.ensureCustomer(mars)).ok).toBe(true);
    // A customer who comes after one that was deleted has a key that was never used.
    const customer = (await bed.book.customerOf(luna)) ?? '';
    bed.fake.customers.delete(customer);
    await bed.settled();
    expect((await bed.port.ensureCustomer(luna)).ok).toBe(true);
    expect(keys().at(-1)).toBe(`cust:${luna}:2`);
  });

  test('leaves a customer behind at most, whom nobody here uses', async () => {
    const kept = { method: 'POST', path: '/v1/customers', fault: 'error', kept: true } as const;
    bed.fake.fault({ ...kept, after: true });
    await bed.port.ensureCustomer(luna);
    const made = await bed.port.ensureCustomer(luna);
    const [orphan = ''] = bed.fake.book.customers.keys();
    expect(bed.fake.book.customers.size).toBe(2);
    expect(made).not.toMatchObject({ customerId: orphan });
    bed.fake.customers.subscribe(orphan, 'pro_monthly');
    await bed.settled();
    expect(bed.plans.of(luna)).toBeNull();
  });
});

describe('the portal', () => {
  const returnUrl = 'https://bots.example.com/account';
  const portal = (flow?: PortalFlow) => bed.port.portal(luna, { returnUrl, flow });
  const confirm = (priceKey: 'pro_monthly' | 'studio_monthly' | 'studio_yearly') =>
    portal({ kind: 'confirm-plan', priceKey });
  const newest = () => [...bed.fake.book.portalSessions.values()].at(-1);
  beforeEach(async () => {
    await setUpStripe({ stripe: bed.config, publicUrl: bed.url }, {});
  });

  test('tapped in an old page says what is no longer so', async () => {
    const subscription = await subscribed(luna);
    bed.fake.webhooks.hold();
    expect(await confirm('pro_monthly')).toEqual({ ok: false, reason: 'no-change' });
    bed.fake.portal.change(subscription, 'studio_monthly');
    expect(await confirm('studio_monthly')).toEqual({ ok: false, reason: 'no-change' });
    bed.fake.portal.cancel(subscription);
    // There is nothing to cancel any more: its first page shows that, and how to go on after all.
    expect(await portal({ kind: 'cancel' })).toMatchObject({ ok: true });
    expect(newest()?.flow).toBeNull();
    bed.fake.portal.cancelNow(subscription);
    expect(await confirm('studio_yearly')).toEqual({ ok: false, reason: 'no-subscription' });
    expect(await portal({ kind: 'cancel' })).toEqual({ ok: false, reason: 'no-subscription' });
    await bed.fake.webhooks.release();
  });

  test('changes no subscription that somebody made of several things, or of none', async () => {
    const subscription = bed.fake.book.subscriptions.get(await subscribed(luna));
    const [item] = subscription?.items.data ?? [];
    if (!subscription || !item) throw new Error('no subscription came');
    subscription.items.data.push({ ...item, id: 'si_another' });
    expect(await confirm('studio_monthly')).toEqual({ ok: false, reason: 'not-changeable' });
    expect(await portal()).toMatchObject({ ok: true });
  });

  test('is none for a customer who was deleted at Stripe, though no event told of it', async () => {
    await subscribed(luna);
    bed.fake.webhooks.hold();
    bed.fake.customers.delete((await bed.book.customerOf(luna)) ?? '');
    expect(await portal()).toEqual({ ok: false, reason: 'no-customer' });
    expect(bed.plans.of(luna)?.subscription?.status).toBe('canceled');
    expect(await portal({ kind: 'cancel' })).toEqual({ ok: false, reason: 'no-customer' });
    await bed.fake.webhooks.release();
  });

  test('has the settings of the account where ours are gone, and says so where there are none', async () => {
    await subscribed(luna);
    expect(await portal()).toMatchObject({ ok: true });
    const [ours] = bed.fake.book.portalConfigurations.values();
    if (!ours) throw new Error('no settings');
    const other = { ...ours, id: 'bpc_of_account', is_default: true, metadata: {} };
    bed.fake.book.portalConfigurations.set(other.id, other);
    ours.active = false;
    expect(await portal({ kind: 'payment-method' })).toMatchObject({ ok: true });
    expect(newest()?.configuration).toBe(other.id);
    bed.fake.book.portalConfigurations.clear();
    expect(await portal()).toEqual({ ok: false, reason: 'misconfigured' });
    expect(bed.lines.join('\n')).toContain('stripe.no-portal');
    bed.fake.fault({ path: '/v1/billing_portal/sessions', fault: 'error' });
    expect(await portal()).toEqual({ ok: false, reason: 'unreachable' });
  });
});
