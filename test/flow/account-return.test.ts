import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { createAccountLink } from '#src/features/account/index.ts';
import { issueAccountLink } from '#src/operator/account-link.ts';
import { deleteTenant } from '#src/operator/delete-tenant.ts';
import { suspendTenant } from '#src/operator/suspend-tenant.ts';
import { type AccountStage, openAccountStage, type Star } from '#test/support/account-stage.ts';
import { accountVisits, successOf, tokenOf } from '#test/support/account-visits.ts';
import { readable, WebVisitor } from '#test/support/web-visitor.ts';

let stage: AccountStage;
beforeEach(async () => {
  stage = await openAccountStage();
});
afterEach(() => stage[Symbol.asyncDispose]());

const { opened, subscribed, subscriptionOf } = accountVisits(() => stage);

/** Switches a tenant's bot off beside the running program, and opens the account page by a link of the operator's. */
async function switchedOff(star: Star, verb: 'suspend' | 'delete') {
  const url = await stage.withStorage(async (storage) => {
    const { control, store } = storage;
    const clock = { ...systemClock, now: () => Date.now() + stage.ahead };
    const plans = await storage.planBook({ billing: true });
    const { slug } = star.record;
    const done =
      verb === 'suspend'
        ? await suspendTenant({ control, clock, plans }, slug)
        : await deleteTenant({ control, store, clock, plans }, slug, { yes: true });
    if (!done.ok) throw new Error(done.message);
    const accountLink = createAccountLink({
      book: storage.accountBook(),
      services: { random: systemRandom, clock },
      origin: () => stage.url,
    });
    const issued = await issueAccountLink({ control, store, accountLink }, slug);
    if (!issued.ok) throw new Error(issued.message);
    return issued.url;
  });
  return await opened(star, url);
}

describe('coming back', () => {
  test('thanks for what was bought just now, not for what was bought before', async () => {
    const { web, page } = await opened();
    const first = await web.press(page, '500 drafts for €9');
    stage.fake.checkout.pay(first.location);
    expect(readable(await web.get(successOf(stage, first.location)))).toContain(
      '500 more AI drafts',
    );
    const second = await web.press(page, '500 drafts for €9');
    expect(second.location).not.toBe(first.location);
    expect(readable(await web.get(successOf(stage, second.location)))).toContain(
      'Not confirmed yet',
    );
    stage.fake.checkout.pay(second.location);
    expect(readable(await web.get(successOf(stage, second.location)))).toContain(
      '500 more AI drafts',
    );
    // An address that somebody shortened says nothing of what was bought.
    for (const had of ['', '&had=', '&had=-1', '&had=x']) {
      expect((await web.get(`/account/return?of=topup${had}`)).location).toBe('/account');
    }
  });

  test('after subscribing says what there is now, and leads back to the bot', async () => {
    const { back } = await subscribed();
    expect(readable(back)).toMatch(
      /Pro is yours to try until .* 2,000 AI drafts a month .* your own AI key Back to the bot/u,
    );
  });

  test('in another browser says what to do, and links the bot where Stripe brought its id back', async () => {
    const { web, page } = await opened();
    const { location } = await web.press(page, '€19 a month');
    stage.fake.checkout.pay(location);
    const other = new WebVisitor(stage.url);
    const back = await other.get(successOf(stage, location));
    expect([back.status, readable(back)]).toEqual([403, expect.stringContaining('it is not lost')]);
    expect(back.text).toContain('href="https://t.me/luna_bot"');
    // Whoever makes up an id, or names a bot, gets a link to nothing.
    for (const bot of ['mars', 'mars_bot', 'https://evil.example', '../x', 'x'.repeat(200)]) {
      const made = await other.get(`/account/return?of=plan&bot=${encodeURIComponent(bot)}`);
      expect([made.status, made.text.includes('t.me')]).toEqual([403, false]);
    }
  });

  test('waits five seconds for a Stripe that takes longer, says so, and loses nothing', async () => {
    const { fake, luna } = stage;
    const { web, page } = await opened();
    fake.webhooks.hold();
    const { location } = await web.press(page, '€19 a month');
    fake.checkout.pay(location);
    stage.fiveSeconds = 150;
    fake.fault({ fault: 'slow', ms: 600 });
    const waiting = readable(await web.get(successOf(stage, location)));
    expect(waiting).toContain('Not confirmed yet We are still waiting for Stripe.');
    expect(waiting).toContain('the bot tells you');
    const portal = await web.get('/account/return?of=portal');
    expect(portal.location).toBe('/account?note=waiting');
    expect(readable(await web.get(portal.location))).toContain('Stripe has not told us yet');
    // No webhook came: what was asked is stored when its answer comes.
    await luna.told('You are trying out Pro until');
    await fake.webhooks.release();
  });

  test('nobody waits for a page of Stripe’s that hangs, and the next tap gets the very page', async () => {
    const { fake } = stage;
    const { web, page } = await opened();
    stage.fiveSeconds = 150;
    fake.fault({ fault: 'slow', method: 'POST', path: '/v1/checkout/sessions', ms: 700 });
    const slow = await web.press(page, '€19 a month');
    expect([slow.status, readable(slow)]).toEqual([
      503,
      expect.stringContaining('Stripe takes long Nothing was charged.'),
    ]);
    stage.fiveSeconds = 5_000;
    const again = await web.press(slow, 'Try again');
    expect([again.status, again.location]).toEqual([303, expect.stringContaining('/c/pay/')]);
    expect(fake.book.sessions.size).toBe(1);
  });
});

describe('a bot that is switched off', () => {
  test('leaves its creator what is paid, the invoices and cancelling, and nothing to buy', async () => {
    await subscribed();
    const { web, page } = await switchedOff(stage.luna, 'suspend');
    expect(readable(page)).toContain('This bot is switched off by whoever runs this service.');
    expect(readable(page)).toContain('Your subscription goes on all the same');
    expect(readable(page)).toContain('Your plan Pro trial');
    expect(page.text).not.toMatch(/\/account\/(subscribe|topup)|t\.me/);
    expect((await web.press(page, 'Invoices and details')).location).toContain('/p/session/');
    expect((await web.press(page, 'Cancel at Stripe')).location).toContain('/p/session/');
    const token = tokenOf(page);
    for (const [path, form] of [
      ['subscribe', { price: 'pro_monthly' }],
      ['topup', { price: 'drafts_topup_500' }],
      ['manage', { what: 'change', price: 'studio_monthly' }],
    ] as const) {
      const refused = await web.post(`/account/${path}`, { ...form, token });
      expect([refused.status, readable(refused)]).toEqual([
        409,
        expect.stringContaining('nothing can be bought for it'),
      ]);
    }
    stage.fake.portal.cancel(subscriptionOf(stage.luna).id);
    await web.get('/account/return?of=portal');
    const ending = await web.get('/account');
    expect(readable(ending)).toContain('Your subscription ends on');
    expect(readable(ending)).not.toContain('goes on all the same');
    expect(ending.text).not.toContain('Cancel at Stripe');
    // While Stripe is away nothing is said of a bot that would tell.
    stage.fake.fault({ fault: 'error', times: 50 });
    const late = await web.get('/account/return?of=portal');
    for (const path of [late.location, '/account/return?of=topup&had=0']) {
      const said = await web.get(path);
      expect(readable(said)).toMatch(/Stripe has not .* again in some minutes\./u);
      expect(said.text).not.toMatch(/t\.me|bot tells/);
    }
    stage.fake.clearFaults();
    const out = await web.press(ending, 'Sign out');
    expect(readable(out)).toContain('ask whoever runs this service for a link');
    expect(out.text).not.toContain('t.me');
  });

  test('that was deleted says when its data goes, and that nothing is charged where nothing is', async () => {
    await subscribed();
    const { page } = await switchedOff(stage.luna, 'delete');
    expect(readable(page)).toMatch(
      /This bot was deleted\. Its data is destroyed on \w+ \d+, \d{4}\./,
    );
    expect(readable(page)).toContain('Your subscription goes on until then');
    const { web: mars, page: marsPage } = await switchedOff(stage.mars, 'delete');
    expect(readable(marsPage)).toContain('Nothing is being charged.');
    expect(marsPage.text).not.toMatch(/\/account\/(subscribe|topup|manage)|luna/);
    // Stripe away changes nothing of what is shown.
    stage.fake.fault({ fault: 'error', times: 50 });
    expect((await mars.get('/account')).status).toBe(200);
  });
});

describe('a plan below what is used', () => {
  test('says what is over its limits before, and deletes nothing after', async () => {
    const { luna, fake } = stage;
    const { tenantId } = luna.record;
    await subscribed(luna, '€49 a month');
    await stage.withStorage(async (storage) => {
      await storage.store.transact(tenantId, async ({ db }) => {
        for (let each = 1; each <= 5; each += 1) {
          const name = `segment ${each}`;
          const row = { key: name, name, filter: '{"all":[]}', actor: 'creator' as const };
          await db
            .insertInto('segment')
            .values({ ...row, created_at: each, changed_at: null })
            .execute();
        }
        const key = { base_url: 'https://models.example/v1', model: 'm', api_key: 'a-key' };
        await db
          .insertInto('own_key')
          .values({
            ...key,
            state: 'used',
            user_id: luna.creator.id as UserId,
            asked_at: 1,
            tested_at: 1,
            fault: null,
          })
          .execute();
      });
      const usage = storage.usageBook({ tenant: null, total: null });
      const wanted = {
        feature: 'draft',
        keyOwner: 'platform',
        drafts: 1,
        draftQuota: null,
      } as const;
      const since = Date.now();
      for (let each = 0; each < 31; each += 1) {
        await usage.reserve({ ...wanted, tenantId, since, estimateMicroUsd: 0 });
      }
    });
    const left = () =>
      stage.withStorage(async (storage) => ({
        drafts: (
          await storage.usageBook({ tenant: null, total: null }).totals(tenantId, Date.now())
        ).drafts,
        ...(await storage.store.read(tenantId, async ({ db }) => ({
          segments: (await db.selectFrom('segment').selectAll().execute()).length,
          keys: await db.selectFrom('own_key').select('api_key').execute(),
        }))),
      }));
    const before = await left();
    expect(before).toEqual({ drafts: 31, segments: 5, keys: [{ api_key: 'a-key' }] });

    const { web, page } = await opened(luna);
    const read = readable(page);
    // Before a change to Pro, and before cancelling.
    expect(read).toContain('AI drafts: 2,000 a month');
    expect(read).toContain(
      'You have 5 segments. With Free the 3 oldest can be changed, the others only used.',
    );
    expect(read).toContain('You have used 31 AI drafts this month. Free has 30.');
    expect(read).toContain('Your own AI key is kept, but not used.');
    expect(read).toContain('Nothing is deleted');

    fake.portal.cancelNow(subscriptionOf(luna).id);
    await web.get('/account/return?of=portal');
    expect(readable(await web.get('/account'))).toContain('Your plan Free ended');
    expect(await left()).toEqual(before);
    // What is over the limit is said once it is, too.
    expect(readable(await web.get('/account'))).toMatch(/Segments 5 of 3/);
  });
});
