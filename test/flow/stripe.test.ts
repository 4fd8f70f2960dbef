import { describe, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import { lookAtStripe } from '#src/stripe/look-at-stripe.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { ada, bedOfEachTest, luna, mars } from '#test/support/stripe/bed-of-each-test.ts';
import { openHttpBed } from '#test/support/stripe/http-bed.ts';

const dayMs = 86_400_000;

const bed = bedOfEachTest();
const { wish, opened, subscribed, stateOf } = bed;

describe('a checkout', () => {
  test('brings the plan to the tenant who paid, and to nobody else', async () => {
    const { state, customer } = await subscribed();
    expect(state).toMatchObject({ status: 'active', priceKey: 'pro_monthly', endedAt: null });
    expect(state.periodEnd).toBeGreaterThan(bed.clock.now() + 27 * dayMs);
    expect(await bed.book.tenantOf(customer)).toBe(luna);
    expect(stateOf(mars)).toBeNull();
    expect(await bed.book.openEvents(10)).toEqual([]);
  });

  test('asks Stripe for a customer once, also when the answer is lost', async () => {
    bed.fake.fault({ method: 'POST', path: '/v1/customers', fault: 'error', after: true });
    expect(await bed.port.checkout(luna, wish())).toEqual({ ok: false, reason: 'unreachable' });
    const [one, two] = await Promise.all([
      bed.port.ensureCustomer(luna, { name: 'Luna' }),
      bed.port.ensureCustomer(luna),
    ]);
    expect(one).toEqual(two);
    expect(bed.fake.book.customers.size).toBe(1);
    expect(await bed.port.ensureCustomer('x-nobody' as TenantId)).toEqual({
      ok: false,
      reason: 'no-such-tenant',
    });
  });

  test('is the same page for the same tap, and ends those that were opened before', async () => {
    const first = wish();
    const one = await bed.port.checkout(luna, first);
    const again = await bed.port.checkout(luna, first);
    expect(again).toEqual(one);
    await opened();
    const sessions = [...bed.fake.book.sessions.values()];
    expect(sessions.map(({ status }) => status)).toEqual(['expired', 'open']);
  });

  test('is refused while a subscription goes on: the portal is for that', async () => {
    await subscribed();
    expect(await bed.port.checkout(luna, wish())).toEqual({
      ok: false,
      reason: 'live-subscription',
    });
    // Also when no event ever told of it.
    bed.fake.webhooks.hold();
    bed.fake.checkout.pay(await opened(mars));
    expect(stateOf(mars)).toBeNull();
    expect(await bed.port.checkout(mars, wish())).toMatchObject({ reason: 'live-subscription' });
    expect(stateOf(mars)?.status).toBe('active');
    await bed.fake.webhooks.release();
  });

  test('in two tabs that both pay leaves one subscription, and gives credit for the other', async () => {
    const customer = await bed.customerOf();
    bed.fake.webhooks.hold();
    bed.fake.customers.subscribe(customer, 'pro_monthly');
    await bed.advance(60_000);
    bed.fake.customers.subscribe(customer, 'studio_monthly');
    await bed.fake.webhooks.release();
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'active', priceKey: 'pro_monthly' });
    const statuses = [...bed.fake.book.subscriptions.values()].map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['active', 'canceled']);
    expect(bed.fake.book.customers.get(customer)?.balance).toBe(-4_900);
    expect(bed.plans.of(luna)?.creditedDuplicates).toBe(1);
    expect(bed.lines.join('\n')).toContain('"why":"duplicate"');
  });

  test('with a trial needs no card, is had once, and ends by itself without one', async () => {
    const page = await opened(luna, { trial: true });
    bed.fake.checkout.pay(page, { withoutCard: true });
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'trialing' });
    expect(stateOf()?.trialEnd).toBeGreaterThanOrEqual(bed.clock.now() + 13 * dayMs);
    expect(await bed.port.trialUsed(mars, ada)).toBe(true);
    expect(await bed.port.checkout(mars, wish({ trial: true }))).toEqual({
      ok: false,
      reason: 'trial-used',
    });
    await bed.advance(15 * dayMs);
    expect(stateOf()).toMatchObject({ status: 'canceled' });
    expect(await bed.port.checkout(luna, wish({ trial: true }))).toMatchObject({
      reason: 'trial-used',
    });
    expect((await bed.port.checkout(luna, wish())).ok).toBe(true);
  });

  test('that waits for the bank is incomplete, and active once it agreed', async () => {
    const page = await opened();
    bed.fake.checkout.pay3ds(page);
    await bed.settled();
    expect(stateOf()?.status).toBe('incomplete');
    bed.fake.checkout.confirm3ds(page);
    await bed.settled();
    expect(stateOf()?.status).toBe('active');
  });

  test('that was declined or left changes nothing', async () => {
    const page = await opened();
    bed.fake.checkout.decline(page);
    bed.fake.checkout.abandon(page);
    await bed.settled();
    expect(stateOf()).toBeNull();
    expect(bed.fake.book.subscriptions.size).toBe(0);
  });

  test('says what is wrong without Stripe, and with a price that nobody made', async () => {
    const empty = await openHttpBed({ apiBase: 'http://127.0.0.1:9' });
    expect(await empty.side.port.checkout(luna, wish())).toMatchObject({ reason: 'unreachable' });
    expect(await empty.side.port.prices()).toMatchObject({ reason: 'unreachable' });
    await empty[Symbol.asyncDispose]();
    const wrong = await openHttpBed({ secretKey: 'sk_test_wrong000000' });
    expect(await wrong.side.port.prices()).toMatchObject({ reason: 'misconfigured' });
    await wrong[Symbol.asyncDispose]();
    bed.fake.price('studio_yearly').active = false;
    expect(await bed.port.checkout(luna, wish({ priceKey: 'studio_yearly' }))).toMatchObject({
      reason: 'unknown-price',
    });
  });

  test('of a top-up adds its drafts once, however it is heard of', async () => {
    const page = await bed.topup(luna);
    bed.fake.webhooks.twist({ twist: 'duplicate', times: 5 });
    bed.fake.checkout.pay(page);
    await bed.settled();
    await bed.port.sync(luna);
    await bed.side.reconcile();
    expect(bed.plans.of(luna)?.topupDrafts).toBe(500);
  });

  test('of a top-up that is paid by direct debit adds its drafts once the money is there, and none where it never comes', async () => {
    const drafts = (tenantId: TenantId) => bed.plans.of(tenantId)?.topupDrafts ?? 0;
    const pages = [await bed.topup(luna), await bed.topup(mars)] as const;
    for (const page of pages) bed.fake.checkout.payLater(page);
    await bed.settled();
    expect(bed.fake.eventTypes()).toContain('checkout.session.completed');
    await bed.advance(3 * dayMs);
    await bed.side.reconcile();
    await bed.side.idle();
    expect([drafts(luna), drafts(mars)]).toEqual([0, 0]);
    bed.fake.checkout.endLatePayment(pages[0], 'arrives');
    bed.fake.checkout.endLatePayment(pages[1], 'fails');
    await bed.settled();
    expect([drafts(luna), drafts(mars)]).toEqual([500, 0]);
    await bed.side.reconcile();
    await bed.side.idle();
    expect([drafts(luna), drafts(mars)]).toEqual([500, 0]);
  });

  test('of a top-up leaves its drafts where they are when the money is given back', async () => {
    bed.fake.checkout.pay(await bed.topup(luna));
    await bed.settled();
    const customer = await bed.book.customerOf(luna);
    bed.fake.customers.refund(customer ?? '');
    await bed.settled();
    await bed.side.reconcile();
    await bed.side.idle();
    expect([...bed.fake.book.charges.values()]).toMatchObject([{ refunded: true }]);
    expect(bed.plans.of(luna)?.topupDrafts).toBe(500);
  });
});

describe('a subscription', () => {
  test('is past due from the first failure, and recovers', async () => {
    const { customer } = await subscribed();
    bed.fake.customers.failPayments(customer);
    await bed.advance(31 * dayMs);
    const since = stateOf()?.pastDueSince ?? 0;
    expect(stateOf()?.status).toBe('past_due');
    expect(since).toBeGreaterThan(bed.clock.now() - 2 * dayMs);
    await bed.advance(dayMs);
    expect(stateOf()?.pastDueSince).toBe(since);
    bed.fake.customers.recover(customer);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'active', pastDueSince: null });
  });

  test('cancelled in the portal ends at its time, and can be resumed until then', async () => {
    const { state } = await subscribed();
    bed.fake.portal.cancel(state.subscriptionId);
    await bed.settled();
    expect(stateOf()?.cancelsAt).toBe(state.periodEnd);
    bed.fake.portal.resume(state.subscriptionId);
    await bed.settled();
    expect(stateOf()?.cancelsAt).toBeNull();
    bed.fake.portal.cancel(state.subscriptionId);
    await bed.advance(32 * dayMs);
    expect(stateOf()).toMatchObject({ status: 'canceled' });
  });

  test('that changes its plan is that plan', async () => {
    const { state } = await subscribed();
    bed.fake.portal.change(state.subscriptionId, 'studio_monthly');
    await bed.settled();
    expect(stateOf()).toMatchObject({
      subscriptionId: state.subscriptionId,
      priceKey: 'studio_monthly',
    });
  });

  test('is held by a dispute, let go when it is won, and ends when it is lost', async () => {
    const { customer } = await subscribed();
    bed.fake.customers.dispute(customer);
    await bed.settled();
    expect(stateOf()?.hold).toBe('dispute');
    bed.fake.customers.closeDispute(customer, 'won');
    await bed.settled();
    expect(stateOf()).toMatchObject({ hold: null, status: 'active' });
    const second = await subscribed(mars);
    bed.fake.customers.dispute(second.customer);
    bed.fake.customers.closeDispute(second.customer, 'lost');
    await bed.settled();
    expect(stateOf(mars)).toMatchObject({ status: 'canceled' });
    expect(stateOf()).toMatchObject({ status: 'active' });
  });

  test('that was refunded goes on and is paid again, unless somebody ends it, too', async () => {
    const charges = (customer: string) =>
      [...bed.fake.book.charges.values()]
        .filter((charge) => charge.customer === customer)
        .map(({ paid, refunded }) => ({ paid, refunded }));
    const first = await subscribed();
    const second = await subscribed(mars);
    for (const { customer } of [first, second]) bed.fake.customers.refund(customer);
    bed.fake.portal.cancel(second.state.subscriptionId);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'active', cancelsAt: null, endedAt: null });
    expect(stateOf(mars)).toMatchObject({ status: 'active', cancelsAt: second.state.periodEnd });
    await bed.advance(32 * dayMs);
    expect(stateOf()).toMatchObject({
      subscriptionId: first.state.subscriptionId,
      status: 'active',
      periodStart: first.state.periodEnd,
      endedAt: null,
    });
    const givenBack = { paid: true, refunded: true };
    expect(charges(first.customer)).toEqual([givenBack, { paid: true, refunded: false }]);
    expect(stateOf(mars)).toMatchObject({ status: 'canceled' });
    expect(charges(second.customer)).toEqual([givenBack]);
  });

  test('ends with its customer, and the next checkout makes another', async () => {
    const { customer } = await subscribed();
    bed.fake.customers.delete(customer);
    await bed.settled();
    expect(stateOf()).toMatchObject({ status: 'canceled' });
    const next = await subscribed();
    expect(next.customer).not.toBe(customer);
    expect(next.state.status).toBe('active');
  });

  test('is known after every event was lost, once reconciled', async () => {
    bed.fake.webhooks.hold();
    bed.fake.checkout.pay(await opened());
    bed.fake.webhooks.giveUp();
    await bed.advance(2 * 3_600_000);
    expect(stateOf()).toBeNull();
    const { missed } = await bed.side.reconcile();
    await bed.side.idle();
    expect(missed).toBeGreaterThan(0);
    expect(stateOf()?.status).toBe('active');
    expect(bed.lines.join('\n')).toContain('stripe.events-missed');
  });

  test('is the same in any order and repetition of its events', async () => {
    const { state, customer } = await subscribed();
    bed.fake.webhooks.hold();
    bed.fake.portal.change(state.subscriptionId, 'studio_monthly');
    bed.fake.portal.cancel(state.subscriptionId);
    bed.fake.portal.resume(state.subscriptionId);
    bed.fake.customers.failPayments(customer);
    for (const seed of [1, 2, 3]) await bed.fake.webhooks.deliver({ shuffle: seed });
    await bed.fake.webhooks.release();
    await bed.settled();
    expect(stateOf()).toMatchObject({ priceKey: 'studio_monthly', cancelsAt: null });
  });
});

describe('the portal', () => {
  const returnUrl = 'https://bots.example.com/account';

  test('opens for whoever has a customer, also right where something is to be done', async () => {
    expect(await bed.port.portal(luna, { returnUrl })).toEqual({
      ok: false,
      reason: 'no-customer',
    });
    await bed.port.ensureCustomer(luna);
    // No settings of the portal yet: Stripe refuses, and setup makes them.
    expect(await bed.port.portal(luna, { returnUrl })).toMatchObject({ reason: 'misconfigured' });
    const settings = { stripe: bed.config, publicUrl: bed.url };
    expect(await setUpStripe(settings, {})).toMatchObject({ ok: true });
    await bed.advance(11 * 60_000);
    expect((await bed.port.portal(luna, { returnUrl })).ok).toBe(true);
    const cancel = { returnUrl, flow: { kind: 'cancel' } } as const;
    expect(await bed.port.portal(luna, cancel)).toMatchObject({ reason: 'no-subscription' });
    await subscribed();
    for (const flow of [
      { kind: 'payment-method' },
      { kind: 'cancel' },
      { kind: 'change-plan' },
      { kind: 'confirm-plan', priceKey: 'studio_yearly' },
    ] as const) {
      expect(await bed.port.portal(luna, { returnUrl, flow })).toMatchObject({ ok: true });
    }
  });
});

test('prices come from Stripe by their lookup keys, and are kept for ten minutes', async () => {
  const first = await bed.port.prices();
  expect(
    first.ok && first.offers.map(({ key, amount, interval }) => [key, amount, interval]),
  ).toEqual([
    ['pro_monthly', 1_900, 'month'],
    ['pro_yearly', 19_000, 'year'],
    ['studio_monthly', 4_900, 'month'],
    ['studio_yearly', 49_000, 'year'],
    ['drafts_topup_500', 900, null],
  ]);
  const calls = bed.fake.calls.length;
  await bed.port.prices();
  expect(bed.fake.calls.length).toBe(calls);
  await bed.clock.advance(10 * 60_000 + 1);
  await bed.port.prices();
  expect(bed.fake.calls.length).toBe(calls + 1);
});

describe('set-up', () => {
  const prices = JSON.stringify({
    ...priceList,
    taxBehavior: 'inclusive',
  });

  test('makes everything in an empty account, changes nothing the next time, and the doctor is content', async () => {
    await using fake = await startFakeStripe();
    const stripe = { ...bed.config, secretKey: fake.secretKey, apiBase: fake.url };
    const settings = { stripe, publicUrl: 'https://bots.example.com' };
    expect(await lookAtStripe(stripe, settings.publicUrl)).toMatchObject({
      fault: null,
      missingPrices: { length: 5 },
      portal: false,
      endpoint: { missing: true },
    });
    const secrets: string[] = [];
    const keepSecret = (secret: string) => void secrets.push(secret);
    const foreseen = await setUpStripe(settings, { prices, dryRun: true });
    expect(foreseen).toMatchObject({ ok: true, dryRun: true, steps: { length: 10 } });
    expect(await setUpStripe(settings, { prices })).toMatchObject({
      reason: 'stripe-needs-secret-file',
    });
    expect(fake.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await setUpStripe(settings, { prices, keepSecret })).toMatchObject({
      steps: { length: 10 },
      notes: [],
      secretKept: true,
    });
    expect(secrets).toEqual(fake.webhookSecrets);
    const again = { ok: true, steps: [], notes: [], secretKept: false };
    expect(await setUpStripe(settings, { prices, keepSecret })).toMatchObject(again);
    expect(await setUpStripe(settings, {})).toMatchObject(again);
    expect(await lookAtStripe(stripe, settings.publicUrl)).toMatchObject({
      fault: null,
      missingPrices: [],
      portal: true,
      endpoint: { missing: false, disabled: false, otherVersion: null, missingEvents: [] },
    });
    const dearer = prices.replace('1900', '2100');
    expect(await setUpStripe(settings, { prices: dearer })).toMatchObject({
      steps: [{ kind: 'create-price', key: 'pro_monthly' }, { kind: 'update-portal' }],
    });
    expect(await setUpStripe(settings, { prices: dearer })).toMatchObject(again);
    expect(fake.violations).toEqual([]);
  });

  describe('where the answer with the secret of its endpoint was lost', () => {
    const url = 'https://bots.example.com/stripe/webhook';

    /** A first run whose answer is lost in this way, and what later runs are done with. */
    async function lostOnce(fake: FakeStripe, kept = false) {
      const stripe = {
        ...bed.config,
        secretKey: fake.secretKey,
        apiBase: fake.url,
        webhookSecrets: [] as string[],
      };
      const settings = { stripe, publicUrl: 'https://bots.example.com' };
      const secrets: string[] = [];
      const keepSecret = (secret: string) => void secrets.push(secret);
      const path = '/v1/webhook_endpoints';
      fake.fault({ method: 'POST', path, fault: 'error', after: true, kept });
      expect(await setUpStripe(settings, { prices, keepSecret })).toMatchObject({
        reason: 'stripe-unreachable',
      });
      const [lost = ''] = fake.book.endpoints.keys();
      expect(secrets).toEqual([]);
      const create = { kind: 'create-endpoint', url, beside: [], halfMade: [lost] };
      return { stripe, settings, secrets, keepSecret, lost, create };
    }

    test('goes on with that endpoint: there is never a second one', async () => {
      await using fake = await startFakeStripe();
      const { stripe, settings, secrets, keepSecret, lost, create } = await lostOnce(fake);
      // Nobody keeps a secret, so it only says so.
      expect(await setUpStripe(settings, {})).toMatchObject({
        steps: [],
        notes: [{ code: 'secret-missing', id: lost }],
      });
      const foreseen = { steps: [create], notes: [], secretKept: false };
      expect(await setUpStripe(settings, { keepSecret, dryRun: true })).toMatchObject(foreseen);
      fake.clock.advance(1_000);
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject({
        ...foreseen,
        secretKept: true,
      });
      expect([...fake.book.endpoints.keys()]).toEqual([lost]);
      expect(secrets).toEqual(fake.book.secrets.get(lost));
      stripe.webhookSecrets = secrets;
      const nothing = { steps: [], notes: [], secretKept: false };
      expect(await setUpStripe(settings, { keepSecret, removeOld: true })).toMatchObject(nothing);
      // Another secret is wanted after that: that is another endpoint.
      stripe.webhookSecrets = [];
      const other = { kind: 'create-endpoint', url, beside: [lost], halfMade: [] };
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject({
        steps: [other],
        notes: [{ code: 'old-endpoint', id: lost }],
        secretKept: true,
      });
      expect(fake.book.endpoints.size).toBe(2);
      expect(new Set(secrets).size).toBe(2);
      expect(fake.violations).toEqual([]);
    });

    test.each([
      ['Stripe no longer knows what it answered', 25, false],
      ['Stripe repeats a failure of its own', 0, true],
    ])('puts another in its place once %s', async (_, hours, kept) => {
      await using fake = await startFakeStripe();
      const { settings, secrets, keepSecret, lost, create } = await lostOnce(fake, kept);
      fake.clock.advance(hours * 3_600_000);
      const done = { steps: [create], notes: [], secretKept: true };
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject(done);
      const [there = '', ...others] = fake.book.endpoints.keys();
      expect([there === lost, others]).toEqual([false, []]);
      expect(secrets).toEqual(fake.book.secrets.get(there));
      expect(fake.violations).toEqual([]);
    });

    test('or its secret was kept and nothing was written down of that, it is the same once more', async () => {
      await using fake = await startFakeStripe();
      const { settings, secrets, keepSecret, lost } = await lostOnce(fake);
      const path = `/v1/webhook_endpoints/${lost}`;
      fake.fault({ method: 'POST', path, fault: 'reset', times: 2 });
      const kept = { ok: true, secretKept: true };
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject(kept);
      const mark = () => fake.book.endpoints.get(lost)?.metadata;
      expect(mark()).toEqual({ fanline_secret: 'not-kept' });
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject(kept);
      expect(mark()).toEqual({ fanline_secret: 'kept' });
      expect([...fake.book.endpoints.keys()]).toEqual([lost]);
      expect(new Set(secrets)).toEqual(new Set(fake.book.secrets.get(lost)));
      expect(fake.violations).toEqual([]);
    });

    test('it is marked once its secret is in the settings, and not while nobody has it', async () => {
      await using fake = await startFakeStripe();
      const { stripe, settings, secrets, keepSecret, lost } = await lostOnce(fake);
      const endpoint = fake.book.endpoints.get(lost);
      if (!endpoint) throw new Error('there is no endpoint');
      endpoint.status = 'disabled';
      const update = { kind: 'update-endpoint', id: lost };
      expect(await setUpStripe(settings, {})).toMatchObject({ steps: [update] });
      expect(endpoint.status).toBe('enabled');
      expect(endpoint.metadata).toEqual({ fanline_secret: 'not-kept' });
      const path = `/v1/webhook_endpoints/${lost}`;
      fake.fault({ method: 'POST', path, fault: 'reset', times: 2 });
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject({ secretKept: true });
      stripe.webhookSecrets = secrets;
      expect(await setUpStripe(settings, {})).toMatchObject({ steps: [update], notes: [] });
      expect(endpoint.metadata).toEqual({ fanline_secret: 'kept' });
      expect(fake.violations).toEqual([]);
    });

    test('says that a secret was kept also where a later step fails', async () => {
      await using fake = await startFakeStripe();
      const { stripe, settings, secrets, keepSecret, lost } = await lostOnce(fake);
      const path = `/v1/webhook_endpoints/${lost}`;
      fake.clock.advance(25 * 3_600_000);
      fake.fault({ method: 'DELETE', path, fault: 'error' });
      const failed = await setUpStripe(settings, { keepSecret });
      expect(failed).toMatchObject({ reason: 'stripe-unreachable' });
      expect('message' in failed && failed.message).toContain('secret is in the file');
      expect(secrets).toHaveLength(1);
      stripe.webhookSecrets = secrets;
      const half = { code: 'unclear-endpoint', id: lost };
      const next = await setUpStripe(settings, { removeOld: true });
      expect(next).toMatchObject({ steps: [], notes: [half] });
      expect(fake.violations).toEqual([]);
    });

    test('makes a new one where somebody has removed it since', async () => {
      await using fake = await startFakeStripe();
      const { settings, secrets, keepSecret, lost } = await lostOnce(fake);
      fake.book.endpoints.delete(lost);
      expect(await setUpStripe(settings, { keepSecret })).toMatchObject({ secretKept: true });
      const [there = ''] = fake.book.endpoints.keys();
      expect(secrets).toEqual(fake.book.secrets.get(there));
      expect(fake.violations).toEqual([]);
    });
  });

  test('who bought a price before it became dearer keeps the plan', async () => {
    const settings = { stripe: bed.config, publicUrl: bed.url };
    await setUpStripe(settings, { prices });
    await subscribed();
    await setUpStripe(settings, { prices: prices.replace('1900', '2100') });
    await bed.port.sync(luna);
    expect(bed.plans.of(luna)).toMatchObject({
      oddity: null,
      subscription: { priceKey: 'pro_monthly' },
    });
    expect(bed.fake.price('pro_monthly').unit_amount).toBe(2_100);
  });

  test('says what is wrong with the settings', async () => {
    const { config } = bed;
    expect(await setUpStripe({ stripe: null, publicUrl: null }, {})).toMatchObject({
      reason: 'stripe-not-configured',
      exitCode: 78,
    });
    const settings = { stripe: config, publicUrl: null };
    expect(await setUpStripe(settings, { prices: '{}' })).toMatchObject({
      reason: 'stripe-price-list',
    });
    const refused = { ...config, secretKey: 'sk_test_wrong000000' };
    expect(await setUpStripe({ stripe: refused, publicUrl: null }, {})).toMatchObject({
      reason: 'stripe-key-refused',
    });
    const nowhere = { ...config, apiBase: 'http://127.0.0.1:9' };
    expect(await setUpStripe({ stripe: nowhere, publicUrl: null }, {})).toMatchObject({
      reason: 'stripe-unreachable',
    });
    expect(await setUpStripe(settings, {})).toMatchObject({ notes: [{ code: 'no-public-url' }] });
  });
});

test('nothing of people, keys or pages stands in the log', async () => {
  const { customer } = await subscribed();
  bed.fake.fault({ path: '/v1/', fault: 'error', times: 3 });
  await bed.port.sync(luna);
  bed.fake.customers.dispute(customer);
  await bed.settled();
  const text = bed.lines.join('\n');
  expect(text).toContain('stripe.call-failed');
  expect(text).not.toMatch(/@|sk_test|whsec_|https?:|Bearer/);
});
