import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AccountStage, openAccountStage } from '#test/support/account-stage.ts';
import { accountVisits, shown, successOf, tokenOf } from '#test/support/account-visits.ts';
import { buttons } from '#test/support/first-contact.ts';
import { readable, WebVisitor } from '#test/support/web-visitor.ts';

const dayMs = 86_400_000;

let stage: AccountStage;
beforeEach(async () => {
  stage = await openAccountStage();
});
afterEach(() => stage[Symbol.asyncDispose]());

const { opened, subscribed, subscriptionOf } = accountVisits(() => stage);

describe('the link in /plan', () => {
  test('opens once, only by its button, and leads there again in the same browser', async () => {
    const link = await stage.luna.link();
    expect(link).toMatch(new RegExp(`^${stage.url}/account/open/[A-Za-z0-9_-]{43}$`));
    // A preview fetches the page, and again.
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await new WebVisitor(stage.url).get(link, { method })).status).toBe(200);
    }
    // Whose account it would open, before it does.
    expect(readable(await new WebVisitor(stage.url).get(link))).toContain(
      'luna 💳 Your account page It is for @luna_bot. This link works once.',
    );
    const web = new WebVisitor(stage.url);
    const used = await web.press(await shown(web, link), 'Open');
    expect([used.status, used.location]).toEqual([303, '/account']);
    expect(readable(await web.get('/account'))).toContain('Your plan Free');
    expect((await web.get(link)).location).toBe('/account');
    const other = new WebVisitor(stage.url);
    expect((await other.get(link)).status).toBe(410);
    const late = await other.post(link);
    expect([late.status, readable(late)]).toEqual([
      410,
      expect.stringContaining('This link was used already'),
    ]);
    expect(other.cookies.size).toBe(0);
  });

  test('is used by one of two who tap at the same moment', async () => {
    const link = await stage.luna.link();
    const answers = await Promise.all(
      [1, 2, 3].map(async () => await new WebVisitor(stage.url).post(link)),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      303, 410, 410,
    ]);
  });

  test('that is expired, made up, or for somebody else opens nothing', async () => {
    const web = new WebVisitor(stage.url);
    const link = await stage.luna.link();
    stage.ahead = 16 * 60_000;
    expect(readable(await web.get(link))).toContain('This link has expired');
    expect((await web.post(link)).status).toBe(410);
    for (const secret of ['x'.repeat(43), 'short', '%2e%2e', 'x'.repeat(300)]) {
      expect((await web.get(`/account/open/${secret}`)).status).toBe(404);
    }
    const { web: marsWeb } = await opened(stage.mars);
    const lunaLink = await stage.luna.link();
    const foreign = await marsWeb.post(lunaLink);
    expect([foreign.status, readable(foreign)]).toEqual([
      409,
      expect.stringContaining('for somebody else'),
    ]);
    expect(readable(await marsWeb.get('/account'))).toContain('mars');
    // It was not used up.
    expect((await new WebVisitor(stage.url).post(lunaLink)).status).toBe(303);
  });

  test('is asked for in vain after thirty wrong ones', async () => {
    const web = new WebVisitor(stage.url);
    const link = await stage.luna.link();
    for (let tries = 0; tries < 30; tries += 1) await web.get(`/account/open/${'y'.repeat(43)}`);
    expect((await web.get(link)).status).toBe(429);
  });

  test('is for the creator in private alone', async () => {
    const { luna, sandbox } = stage;
    const max = sandbox.createUser({ firstName: 'Max' });
    await stage.withStorage((storage) =>
      storage.store.transact(luna.record.tenantId, (tx) =>
        tx.db
          .insertInto('member')
          .values({ user_id: max.id as never, role: 'member', name: 'Max', joined_at: 0 })
          .execute(),
      ),
    );
    max.start(luna.bot);
    max.sends(luna.bot, '/plan');
    const seen = await sandbox.until('the member’s plan', () =>
      max.sees(luna.bot).findLast(({ text }) => text.startsWith('Your plan')),
    );
    expect(buttons(seen)).toEqual([]);
  });
});

describe('a session', () => {
  test('keeps its secrets from scripts, other sites and the log', async () => {
    const web = new WebVisitor(stage.url);
    const link = await stage.luna.link();
    const answer = await web.post(link);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^fanline=[A-Za-z0-9_-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const page = await web.get('/account');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${stage.fake.url}`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|javascript:|style=|https?:\/\/(?!t\.me)/);
    expect(Buffer.byteLength(page.text)).toBeLessThan(30_000);
    const secrets = [link.slice(-43), web.cookies.get('fanline') ?? ''];
    for (const secret of secrets) expect(stage.lines.join('\n')).not.toContain(secret);
  });

  test('ends after an hour, at sign-out, with another owner, and when the tenant is suspended', async () => {
    const { luna, mars, sandbox } = stage;
    const { web: out, page } = await opened();
    expect(readable(await out.press(page, 'Sign out'))).toContain('You are signed out');
    expect((await out.get('/account')).status).toBe(403);
    expect(out.cookies.size).toBe(0);

    const { web: sold } = await opened();
    const eve = sandbox.createUser({ firstName: 'Eve' });
    await stage.handOver(luna, eve);
    expect(readable(await sold.get('/account'))).toContain('This bot has another owner now');
    await stage.handOver(luna, luna.creator);
    expect(readable(await sold.get('/account'))).toContain('Your account page is not open');

    const { web: suspended } = await opened(mars);
    const { web: lunas } = await opened(luna);
    const openLink = await mars.link();
    await stage.withStorage(({ control }) =>
      control.change(mars.record.tenantId, { state: 'suspended' }),
    );
    expect((await suspended.get('/account')).status).toBe(403);
    expect((await suspended.post('/account/subscribe', { price: 'pro_monthly' })).status).toBe(403);
    await stage.withStorage(({ control }) =>
      control.change(mars.record.tenantId, { state: 'active' }),
    );
    expect((await suspended.get('/account')).status).toBe(403);
    expect((await new WebVisitor(stage.url).get(openLink)).status).toBe(404);

    expect((await lunas.get('/account')).status).toBe(200);
    stage.ahead = 61 * 60_000;
    expect((await lunas.get('/account')).status).toBe(403);
  });

  test('posts only from its own pages, with its own token', async () => {
    const { web, page } = await opened();
    const token = tokenOf(page);
    const form = { token, price: 'pro_monthly' };
    const senders: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'same-site', Origin: stage.url },
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
      { Origin: 'https://evil.example' },
      {},
    ];
    for (const headers of senders) {
      const refused = await web.post('/account/subscribe', form, headers);
      expect([refused.status, readable(refused)]).toEqual([
        403,
        expect.stringContaining('This came from another site'),
      ]);
    }
    const { page: marsPage } = await opened(stage.mars);
    const foreign = tokenOf(marsPage);
    for (const wrong of ['', 'x', foreign]) {
      const refused = await web.post('/account/subscribe', { ...form, token: wrong });
      expect([refused.status, readable(refused)]).toEqual([
        403,
        expect.stringContaining('This page was out of date'),
      ]);
    }
    const nobody = await new WebVisitor(stage.url).post('/account/manage', form);
    expect([nobody.status, readable(nobody)]).toEqual([
      403,
      expect.stringContaining('Your account page is not open'),
    ]);
    expect(stage.fake.book.sessions.size).toBe(0);
    expect((await web.post('/account/subscribe', form)).status).toBe(303);
  });

  test('shows nothing of another tenant', async () => {
    await subscribed();
    const { web, page } = await opened(stage.mars);
    expect(readable(page)).toContain('Your plan Free');
    expect(page.text).not.toContain('luna');
    const back = await web.get('/account/return?of=plan');
    expect(readable(back)).toContain('Not confirmed yet');
    expect(stage.fake.book.customers.size).toBe(1);
  });
});

describe('subscribing', () => {
  test('goes by Checkout with a trial, comes back, and the bot says so', async () => {
    const { web, page } = await opened();
    expect(readable(page)).toContain('First 14 days free, then:');
    const { status, location } = await web.press(page, '€19 a month');
    expect([status, location]).toEqual([303, expect.stringContaining(`${stage.fake.url}/c/pay/`)]);
    stage.fake.checkout.pay(location, { withoutCard: true });
    const back = await web.get('/account/return?of=plan');
    expect(readable(back)).toMatch(/Thank you! Pro is yours to try until \w+ \d+, \d{4}/);
    expect(back.text).toContain('href="https://t.me/luna_bot"');
    await stage.luna.told('You are trying out Pro until');
    const [customer] = stage.fake.book.customers.values();
    expect(customer?.name).toBe('luna');
    // Had once.
    expect(readable(await web.get('/account'))).not.toContain('days free');
  });

  test('is not begun twice by two taps, two tabs, or a page that was left open', async () => {
    const { web, page } = await opened();
    const [one, two] = await Promise.all([
      web.press(page, '€19 a month'),
      web.press(page, '€19 a month'),
    ]);
    expect(one.location).toBe(two.location);
    const other = await web.press(page, '€49 a month');
    expect(other.location).not.toBe(one.location);
    // The first page is over by then, so a later tap gets a new one.
    const again = await web.press(page, '€19 a month');
    expect(again.location).not.toBe(one.location);
    stage.fake.checkout.pay(again.location);
    const refused = await web.press(page, '€19 a month');
    expect([refused.status, readable(refused)]).toEqual([
      409,
      expect.stringContaining('You have a subscription already'),
    ]);
    expect(stage.fake.book.subscriptions.size).toBe(1);
  });

  test('that was left says that nothing was charged; prices that are not sold are refused', async () => {
    const { web, page } = await opened();
    await web.press(page, '€190 a year');
    expect(readable(await web.get('/account?note=not-charged'))).toContain('Nothing was charged');
    const token = tokenOf(page);
    for (const price of ['pro_weekly', 'drafts_topup_500', '', '__proto__']) {
      expect((await web.post('/account/subscribe', { token, price })).status).toBe(404);
    }
    expect((await web.post('/account/topup', { token, price: 'toString' })).status).toBe(404);
    const { web: marsWeb, page: marsPage } = await opened(stage.mars);
    const own = tokenOf(marsPage);
    const none = await marsWeb.post('/account/manage', { token: own, what: 'cancel' });
    expect([none.status, readable(none)]).toEqual([
      409,
      expect.stringContaining('nothing of yours'),
    ]);
  });

  test('that waits for the bank is not thanked for before the bank agreed', async () => {
    const { web, page } = await opened();
    const trials = await web.press(page, '€19 a month');
    stage.fake.checkout.pay(trials.location);
    await web.get('/account/return?of=plan');
    stage.fake.portal.cancelNow(subscriptionOf(stage.luna).id);
    await web.get('/account/return?of=portal');
    const ended = await web.get('/account');
    expect(readable(ended)).toContain('Free ended Your subscription has ended.');
    const { location } = await web.press(ended, '€49 a month');
    stage.fake.checkout.pay3ds(location);
    expect(readable(await web.get('/account/return?of=plan'))).toContain('Not confirmed yet');
    stage.fake.checkout.confirm3ds(location);
    expect(readable(await web.get('/account/return?of=plan'))).toMatch(
      /Thank you! Studio is active, paid until/,
    );
  });

  test('for more drafts adds them once', async () => {
    const { web, page } = await opened();
    const { location } = await web.press(page, '500 drafts for €9');
    stage.fake.checkout.pay(location);
    for (const _ of [1, 2]) {
      expect(readable(await web.get(successOf(stage, location)))).toContain(
        '500 more AI drafts are yours',
      );
    }
    const after = await web.get('/account');
    expect(readable(after)).toContain('AI drafts bought on top: 500 left');
    // Without a subscription there is still what was paid to be seen.
    expect(readable(after)).toContain('Payments Invoices and details');
    expect((await web.press(after, 'Invoices and details')).location).toContain('/p/session/');
    await stage.luna.told('AI drafts bought on top: 500 more');
  });
});

describe('a subscription', () => {
  test('is changed and cancelled at Stripe, and the page says until when', async () => {
    const { web } = await subscribed();
    const page = await web.get('/account');
    expect(readable(page)).toMatch(/Your plan Pro trial/);
    const costs = await web.press(page, '€49 a month');
    expect(readable(costs)).toContain('ends your free days: the first payment is due today.');
    const change = await web.press(costs, 'Continue to Stripe');
    expect(change.location).toContain(`${stage.fake.url}/p/session/`);
    expect(readable(page)).toContain('Segments: all can be used. The 3 oldest can be changed.');
    const cancel = await web.press(page, 'Cancel at Stripe');
    expect(cancel.location).toContain('/p/session/');
    stage.fake.portal.cancel(subscriptionOf(stage.luna).id);
    expect((await web.get('/account/return?of=portal')).location).toBe('/account');
    const ending = await web.get('/account');
    expect(readable(ending)).toMatch(
      /Your subscription ends on \w+ \d+, \d{4}\. After that: Free\./,
    );
    expect((await web.press(ending, 'Keep Pro')).location).toContain('/p/session/');
    await stage.luna.told('ends on');
  });

  test('with a payment that failed shows how to pay; a dispute holds it', async () => {
    await subscribed();
    const [customer = ''] = stage.fake.book.customers.keys();
    stage.fake.portal.newCard(customer);
    await stage.fake.advance(15 * dayMs);
    stage.fake.customers.failPayments(customer);
    await stage.fake.advance(32 * dayMs);
    stage.ahead = 47 * dayMs;
    const { web, page } = await opened();
    expect(readable(page)).toContain('Pro payment open A payment failed.');
    expect((await web.press(page, 'New card')).location).toContain('/p/session/');
    expect((await web.press(page, 'Pay what is open')).location).toContain('/p/session/');
    stage.fake.customers.recover(customer);
    stage.fake.customers.dispute(customer);
    await web.get('/account/return?of=portal');
    expect(readable(await web.get('/account'))).toContain('Free on hold A payment is disputed.');
  });
});

test('without Stripe at hand the page works, without prices, and says so', async () => {
  stage.fake.fault({ fault: 'error', times: 50 });
  const { web, page } = await opened();
  expect(page.status).toBe(200);
  expect(readable(page)).toContain('Stripe does not answer at the moment, so there are no prices');
  expect(page.text).not.toContain('/account/subscribe');
  const token = tokenOf(page);
  const answer = await web.post('/account/subscribe', { token, price: 'pro_monthly' });
  expect([answer.status, readable(answer)]).toEqual([
    503,
    expect.stringContaining('Nothing was charged'),
  ]);
  expect(readable(await web.get('/account/return?of=plan'))).toContain('Not confirmed yet');
  stage.fake.clearFaults();
  expect(readable(await web.get('/account'))).toContain('€19 a month');
});

test('what is no page of ours says so, whatever the method and the length', async () => {
  const web = new WebVisitor(stage.url);
  expect((await web.get('/account')).status).toBe(403);
  expect((await web.get('/account', { method: 'HEAD' })).status).toBe(403);
  expect(readable(await web.get('/account/return?of=plan'))).toContain('If you have paid just now');
  expect((await web.get('/account/nothing')).status).toBe(404);
  expect((await web.get(`/account/${'x'.repeat(3_000)}`)).status).toBe(414);
  for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
    const answer = await web.get('/account', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  }
  expect((await web.get('/account/subscribe')).location).toBe('/account');
  const long = await web.post('/account/subscribe', { token: 'x'.repeat(20_000) });
  expect(long.status).toBe(413);
});

test('without Stripe settings there is no account page and no button', async () => {
  await using free = await openAccountStage({ stripe: false });
  expect((await free.luna.plan()).buttons).toEqual([]);
  expect((await fetch(`${free.url}/account`)).status).toBe(404);
  expect((await fetch(`${free.url}/account/open/${'x'.repeat(43)}`)).status).toBe(404);
});
