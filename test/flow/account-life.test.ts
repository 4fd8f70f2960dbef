import { expect, test } from 'vitest';
import type { SubscriptionState } from '#src/core/plans.ts';
import { openAccountStage } from '#test/support/account-stage.ts';
import { accountVisits, dayText, successOf, tokenOf } from '#test/support/account-visits.ts';
import { readable } from '#test/support/web-visitor.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Of a state what does not differ from one subscription to the next. */
function shapeOf(state: SubscriptionState | null | undefined) {
  if (!state) return null;
  const { subscriptionId: _, createdAt, periodStart, periodEnd, trialEnd, ...same } = state;
  return { ...same, lasts: periodEnd - periodStart, trial: (trialEnd ?? createdAt) - createdAt };
}

test('a first payment that the bank never agreed to grants nothing, ends by itself, and spends no trial', async () => {
  await using stage = await openAccountStage();
  const { luna, mars, fake } = stage;
  const { opened, subscribed, subscriptionOf, customerOf } = accountVisits(() => stage);
  // Luna has had her trial; mars is subscribed by hand, without one.
  const { web } = await subscribed();
  fake.portal.cancelNow(subscriptionOf(luna).id);
  const before = await luna.news(2);
  expect(before.map((text) => text.split('.')[0])).toEqual([
    expect.stringContaining('You are trying out Pro until'),
    'Pro has ended',
  ]);
  const paying = await web.press(await web.get('/account'), '€49 a month');
  expect(fake.checkout.pay3ds(paying.location)).toBe('needs-action');
  expect(readable(await web.get(successOf(stage, paying.location)))).toContain('Not confirmed yet');
  const marsWeb = await opened(mars);
  await marsWeb.web.press(marsWeb.page, '€19 a month');
  fake.customers.subscribe(customerOf(mars), 'pro_monthly', { card: 'needs-3ds' });

  for (const star of [luna, mars]) {
    const said = star === luna ? before : [];
    expect(await star.news(said.length)).toEqual(said);
    expect((await star.row())?.subscription).toMatchObject({ status: 'incomplete' });
    expect((await star.plan()).text).toMatch(
      /^Your plan: Free\nThe first payment is not completed yet\.\n/,
    );
  }
  expect(readable(await web.get('/account'))).toContain('Free payment pending');

  await stage.later(22 * hourMs);
  expect((await luna.row())?.subscription?.status).toBe('incomplete');
  await stage.later(hourMs + 1_000);
  const statuses = [...fake.book.subscriptions.values()].map(({ status }) => status);
  expect(statuses).toEqual(['canceled', 'incomplete_expired', 'incomplete_expired']);
  expect(await luna.news(before.length)).toEqual(before);
  expect(await mars.news(0)).toEqual([]);
  expect((await mars.row())?.subscription?.status).toBe('incomplete_expired');
  // Nothing ended that had never begun.
  expect((await mars.plan()).text).not.toContain('ended');

  const lunas = await opened(luna);
  expect(readable(lunas.page)).toContain('Free ended Your subscription has ended.');
  expect(readable(lunas.page)).not.toContain('days free');
  const again = await lunas.web.press(lunas.page, '€19 a month');
  const newest = () => [...fake.book.sessions.values()].at(-1);
  expect(newest()?.amount_total).toBe(1_900);
  fake.checkout.pay(again.location);
  await luna.told('Your plan is Pro now.');
  const others = await opened(mars);
  expect(readable(others.page)).toContain('First 14 days free, then:');
  await others.web.press(others.page, '€190 a year');
  expect(newest()?.amount_total).toBe(0);
});

test('a year is bought, told, paid for until then, and renewed without a word', async () => {
  await using stage = await openAccountStage({ trialDays: 0 });
  const { luna, mars } = stage;
  const { subscribed, subscriptionOf } = accountVisits(() => stage);
  const { back } = await subscribed(luna, '€190 a year');
  const bought = (await luna.row())?.subscription;
  if (!bought) throw new Error('nothing was bought');
  expect(bought).toMatchObject({ status: 'active', priceKey: 'pro_yearly', trialEnd: null });
  const year = (start: number) => {
    const day = new Date(start);
    return day.setUTCFullYear(day.getUTCFullYear() + 1) - start;
  };
  expect(bought.periodEnd - bought.periodStart).toBe(year(bought.periodStart));
  const until = dayText(bought.periodEnd);
  expect(readable(back)).toContain(`Thank you! Pro is active, paid until ${until}`);
  expect(await luna.news(1)).toEqual(['Your plan is Pro now. /plan']);
  expect((await luna.plan()).text).toMatch(/^Your plan: Pro\nBy your subscription\.\n/);

  await stage.later(year(bought.periodStart) + 2 * hourMs);
  const renewed = (await luna.row())?.subscription;
  expect(renewed).toMatchObject({ status: 'active', priceKey: 'pro_yearly' });
  expect(renewed?.periodStart).toBe(bought.periodEnd);
  expect(subscriptionOf(luna).status).toBe('active');
  expect(await luna.news(1)).toEqual(['Your plan is Pro now. /plan']);
  expect(await mars.row()).toBeNull();
});

test('whose plan is paid our own table says, whatever somebody writes at Stripe', async () => {
  await using stage = await openAccountStage({ trialDays: 0 });
  const { luna, mars, fake } = stage;
  const { opened, subscriptionOf } = accountVisits(() => stage);
  const { web, page } = await opened(luna);
  const { location } = await web.press(page, '€19 a month');
  const [session] = fake.book.sessions.values();
  const [customer] = fake.book.customers.values();
  if (!session || !customer) throw new Error('there is no page');
  const own = { tenant_id: luna.record.tenantId };
  expect(session).toMatchObject({ client_reference_id: own.tenant_id, metadata: own });
  expect(customer.metadata).toEqual(own);
  expect(fake.book.orders.get(session.id)?.metadata).toEqual(own);

  const forged = { tenant_id: mars.record.tenantId };
  session.client_reference_id = forged.tenant_id;
  session.metadata = forged;
  customer.metadata = forged;
  const order = fake.book.orders.get(session.id);
  if (order) fake.book.orders.set(session.id, { ...order, metadata: forged });
  fake.checkout.pay(location);
  await luna.told('Your plan is Pro now.');
  expect(subscriptionOf(mars).metadata).toEqual(forged);
  expect((await luna.row())?.subscription).toMatchObject({
    status: 'active',
    subscriptionId: subscriptionOf(mars).id,
  });
  expect(await mars.row()).toBeNull();
  expect(await mars.news(0)).toEqual([]);
  const others = await opened(mars);
  const back = await others.web.get(`/account/return?of=plan&bot=${luna.record.tenantId}`);
  expect(readable(back)).toContain('Not confirmed yet');
});

test('the webhook strictly before the return, and strictly after it: the same state, told once each', async () => {
  await using stage = await openAccountStage();
  const { luna, mars, fake } = stage;
  const { opened } = accountVisits(() => stage);
  const [lunas, others] = [await opened(luna), await opened(mars)];
  const paid = await lunas.web.press(lunas.page, '€19 a month');
  const foreign = await others.web.press(others.page, '€19 a month');

  fake.checkout.pay(paid.location);
  await luna.told('You are trying out Pro until');
  const byWebhook = await luna.row();
  expect(byWebhook?.subscription?.status).toBe('trialing');
  const back = await lunas.web.get(successOf(stage, paid.location));
  expect(readable(back)).toContain('Thank you! Pro is yours to try until');

  fake.webhooks.hold();
  fake.checkout.pay(foreign.location);
  expect((await mars.row())?.subscription ?? null).toBeNull();
  const thanked = await others.web.get(successOf(stage, foreign.location));
  expect(readable(thanked)).toContain('Thank you! Pro is yours to try until');
  await mars.told('You are trying out Pro until');
  const byReturn = await mars.row();
  await fake.webhooks.release();
  // Whatever would be told again is told at the next start.
  await stage.restart();

  const subscriptions = new Set<string>();
  for (const [star, first] of [
    [luna, byWebhook],
    [mars, byReturn],
  ] as const) {
    const until = dayText(first?.subscription?.trialEnd ?? 0);
    expect(await star.news(1)).toEqual([`You are trying out Pro until ${until}. /plan`]);
    const row = await star.row();
    expect(row?.subscription).toEqual(first?.subscription);
    expect(shapeOf(row?.subscription)).toEqual(shapeOf(byWebhook?.subscription));
    subscriptions.add(row?.subscription?.subscriptionId ?? '');
  }
  expect(subscriptions.size).toBe(2);
});

test('two tabs with two pages of Checkout that are both paid leave the first subscription, credit for the other, and the creator is told once', async () => {
  await using stage = await openAccountStage({ trialDays: 0 });
  const { luna, mars, fake } = stage;
  const { opened, customerOf } = accountVisits(() => stage);
  const first = await opened(luna);
  const one = await first.web.press(first.page, '€19 a month');
  // To us the first page is over; Stripe's clock is behind ours.
  stage.ahead += 61 * 60_000;
  await stage.restart();
  const second = await opened(luna);
  const other = await second.web.press(second.page, '€49 a month');
  expect(other.location).toContain('/c/pay/');

  fake.webhooks.hold();
  expect(fake.checkout.pay(one.location)).toBe('paid');
  fake.clock.advance(2_000);
  expect(fake.checkout.pay(other.location)).toBe('paid');
  await Promise.all([
    second.web.get(successOf(stage, one.location)),
    second.web.get(successOf(stage, other.location)),
    fake.webhooks.release(),
  ]);
  await luna.told('Your plan is Pro now.');
  await luna.told('You have paid for a second subscription');
  const said = [
    'Your plan is Pro now. /plan',
    'You have paid for a second subscription beside the one you have. It was ended at once, and its payment is credited to you: it pays your next invoices. You need not do anything. /plan',
  ].join('\n\n');
  // In one message or in two.
  expect((await luna.news(1)).join('\n\n')).toBe(said);
  const [kept, ended] = fake.book.subscriptions.values();
  expect([kept?.status, ended?.status]).toEqual(['active', 'canceled']);
  expect((await luna.row())?.subscription).toMatchObject({
    subscriptionId: kept?.id,
    priceKey: 'pro_monthly',
  });
  // All of the second payment but some seconds of it.
  const { balance } = fake.book.customers.get(customerOf(luna)) ?? { balance: 0 };
  expect(balance).toBeGreaterThanOrEqual(-4_900);
  expect(balance).toBeLessThan(-4_890);
  expect(stage.lines.filter((line) => line.includes('"why":"duplicate"'))).toHaveLength(1);
  expect(readable(await second.web.get('/account'))).toContain('Your plan Pro active');
  expect(await mars.news(0)).toEqual([]);

  // The credit pays the next months.
  await stage.later(32 * dayMs);
  const invoices = [...fake.book.invoices.values()];
  expect(invoices.at(-1)).toMatchObject({ total: 1_900, amount_due: 0, status: 'paid' });
  expect((await luna.news(1)).join('\n\n')).toBe(said);
});

test('a subscription that the operator pauses at Stripe is no trial without a card: the operator alone lets it go on', async () => {
  await using stage = await openAccountStage({ trialDays: 0 });
  const { luna, mars, fake } = stage;
  const { opened, subscribed, subscriptionOf } = accountVisits(() => stage);
  await mars.hears('ru');
  await subscribed(luna, '€49 a month');
  const its = await opened(mars);
  const { location } = await its.web.press(its.page, '49');
  fake.checkout.pay(location);
  await luna.told('Your plan is Studio now.');
  await mars.told('Теперь ваш тариф Studio');
  const paused = subscriptionOf(luna).id;
  fake.dashboard.pause(paused);
  await luna.told('Studio was paused by whoever runs this service.');
  const { text: plan } = await luna.plan();
  expect(plan).toContain(
    'Your plan: Free\nYour subscription was paused by whoever runs this service.',
  );
  const said = await luna.news(2);
  expect(said).toHaveLength(2);
  expect(said.join('\n')).not.toContain('no way to pay');

  // There is no button to go on, and who posts one has nothing begun and nothing charged.
  const { web, page } = await opened(luna);
  expect(readable(page)).toContain('Free paused Your subscription was paused by whoever runs');
  expect(readable(page)).not.toContain('Continue the subscription');
  const calls = fake.calls.length;
  const token = tokenOf(page);
  for (const [path, more] of [
    ['/account/resume', {}],
    ['/account/subscribe', { price: 'pro_monthly' }],
  ] as const) {
    const refused = await web.post(path, { token, ...more });
    expect(refused.status, path).toBe(409);
    expect(readable(refused), path).toContain('Only they can let it go on.');
  }
  expect(fake.calls.slice(calls).filter(({ method }) => method !== 'GET')).toEqual([]);
  await stage.later(40 * dayMs);
  expect(await luna.news(2)).toEqual(said);
  fake.dashboard.goOn(paused);
  await luna.told('Studio goes on: the pause is over.');
  expect((await luna.row())?.subscription).toMatchObject({ status: 'active', pause: null });

  // Mars' payments alone are paused: the plan stays, and nobody is told of a next payment.
  fake.dashboard.pauseCollection(subscriptionOf(mars).id);
  await mars.told('Studio продолжается, и пока ничего не списывается');
  expect(readable((await opened(mars)).page)).toContain(
    'Тот, кто ведёт этот сервис, приостановил платежи',
  );
  expect((await mars.plan()).text).toContain('Studio');
  await stage.later(32 * dayMs);
  expect((await mars.row())?.subscription).toMatchObject({ status: 'active', pause: 'collection' });
  fake.dashboard.collect(subscriptionOf(mars).id);
  await mars.told('Платежи за Studio снова списываются');
  expect(await mars.news(3)).toHaveLength(3);
  expect((await luna.row())?.subscription?.pause).toBeNull();
});

test('a trial without a way to pay that Stripe pauses is told of, and goes on by the creator’s own tap', async () => {
  await using stage = await openAccountStage();
  const { luna, mars, fake } = stage;
  const { opened, customerOf } = accountVisits(() => stage);
  await mars.hears('ru');
  for (const star of [luna, mars]) {
    // A page of Stripe's that is left alone makes the customer; then the operator begins a trial by hand.
    const { web, page } = await opened(star);
    await web.press(page, '49');
    const how = { trialDays: 14, card: null, missingPaymentMethod: 'pause' };
    fake.customers.subscribe(customerOf(star), 'studio_monthly', how);
  }
  const trialEnd = (await luna.row())?.subscription?.trialEnd ?? 0;
  await stage.later(14 * dayMs + hourMs);
  const said = [
    `You are trying out Studio until ${dayText(trialEnd)}. /plan`,
    [
      'Studio is paused, since there is no way to pay for it. Add one on the account page, and it goes on: /plan',
      '• AI drafts: 30 a month. After that, drafts come from your own past answers.',
      '• Segments: all can be used. The 3 oldest can be changed.',
      '• /insights shows up to 7 days.',
      '• Your own AI key is kept, but not used.',
      'Nothing was deleted, and fans reach you as before. /plan',
    ].join('\n'),
  ];
  expect(await luna.news(said.length)).toEqual(said);
  expect((await mars.news(2)).at(-1)).toContain('Studio на паузе: не указан способ оплаты.');
  expect((await luna.plan()).text).toContain('Your plan: Free\nYour subscription is paused');
  await stage.restart();
  expect(await luna.news(said.length)).toEqual(said);

  const { web, page } = await opened(luna);
  expect(readable(page)).toContain('Free paused Your subscription is paused');
  expect(readable(page)).not.toContain('€49 a month');
  // A page that was open since before buys nothing new.
  const token = tokenOf(page);
  const late = await web.post('/account/subscribe', { token, price: 'pro_monthly' });
  expect(late.status).toBe(409);
  expect(readable(late)).toContain('Your subscription is paused, so nothing new was begun');

  // Without a way to pay the button leads to where one is added; that alone charges nothing.
  const { location } = await web.press(page, 'Continue the subscription');
  const returned = [...fake.book.portalSessions.values()].at(-1);
  expect(location).toBe(returned?.url);
  expect(returned?.flow?.type).toBe('payment_method_update');
  const back = returned?.flow?.after_completion.redirect?.return_url ?? '';
  const waits = async () => await web.get((await web.get(back.slice(stage.url.length))).location);
  fake.portal.newCard(customerOf(luna));
  expect((await luna.row())?.subscription?.status).toBe('paused');
  const again = await waits();
  expect(readable(again)).toContain('Your subscription is still paused.');
  const goneOn = await web.press(again, 'Continue the subscription');
  expect(goneOn).toMatchObject({ status: 303, location: '/account' });
  expect(readable(await web.get('/account'))).toContain('Studio active');
  said.push('Studio goes on: the pause is over. /plan');
  expect(await luna.news(said.length)).toEqual(said);
  expect((await luna.row())?.subscription).toMatchObject({ status: 'active' });
  const paid = [...fake.book.invoices.values()].filter(({ amount_paid }) => amount_paid > 0);
  expect(paid.map((invoice) => invoice.customer)).toEqual([customerOf(luna)]);

  // Mars' card is refused: the next tap leads to what is open, and asks for no second payment.
  const its = await opened(mars);
  expect(readable(its.page)).toContain('Free на паузе Подписка на паузе');
  fake.portal.newCard(customerOf(mars), 'declines');
  const asked = () => fake.calls.filter(({ path }) => path.endsWith('/resume')).length;
  const before = asked();
  for (const tap of ['first', 'second']) {
    const portal = await its.web.press(its.page, 'Продолжить подписку');
    expect(portal.location, tap).toMatch(/\/p\/session\//);
    expect(asked()).toBe(before + 1);
  }
  expect((await mars.row())?.subscription?.status).toBe('paused');
  expect((await mars.news(2)).length).toBe(2);
});
