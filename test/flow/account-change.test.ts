import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountStage, openAccountStage, type Star } from '#test/support/account-stage.ts';
import { accountVisits, dayText, tokenOf } from '#test/support/account-visits.ts';
import { findBrowser, launchBrowser } from '#test/support/browser.ts';
import { beyondScreen, seenTexts } from '#test/support/measure-page.ts';
import { readable } from '#test/support/web-visitor.ts';

const dayMs = 86_400_000;
const program = findBrowser();

let browser: Browser;
beforeAll(async () => {
  if (program !== undefined) browser = await launchBrowser(program);
});
afterAll(async () => {
  if (program !== undefined) await browser.close();
});

let stage: AccountStage;
beforeEach(async () => {
  stage = await openAccountStage({ trialDays: 0 });
});
afterEach(() => stage[Symbol.asyncDispose]());

const { opened, subscribed, subscriptionOf, customerOf } = accountVisits(() => stage);

const previews = () =>
  stage.fake.calls.filter(({ path }) => path === '/v1/invoices/create_preview').length;
const nextOf = (star: Star) =>
  dayText((subscriptionOf(star).items.data[0]?.current_period_end ?? 0) * 1000);
/** The account page of luna some days after the subscription began. */
async function after(days: number, price = '€19 a month') {
  await subscribed(stage.luna, price);
  await stage.later(days * dayMs);
  return await opened();
}

describe('a change of plan', () => {
  test('is shown with what it costs, and agreed to at Stripe for just that', async () => {
    const { web, page } = await after(10);
    const calls = previews();
    const shown = await web.press(page, '€49 a month');
    expect([shown.status, previews() - calls]).toEqual([200, 1]);
    const read = readable(shown);
    expect(read).toContain('Change to Studio, monthly');
    expect(read).toContain('This begins at once. What you have paid for and not used is credited.');
    const until = nextOf(stage.luna);
    const sums = new RegExp(
      `Studio until ${until} €([\\d.]+) Credit for unused time −€([\\d.]+) Due today €([\\d.]+) Next full invoice, on ${until} €49\\.00 `,
    ).exec(read);
    const [charged = 0, credited = 0, due = 0] = (sums ?? []).slice(1).map(Number);
    expect(charged - credited).toBeCloseTo(due, 5);
    expect(due).toBeGreaterThan(15);
    expect(read).toContain('Stripe shows the final amount before you agree.');
    const year = readable(await web.press(page, '€190 a year'));
    expect(year).toContain('Change to Pro, yearly');
    const next =
      /Pro until (\w+ \d+, \d{4}) €190\.00 .* Next full invoice, on (\w+ \d+, \d{4}) €190\.00 /;
    const [, paidUntil, on] = next.exec(year) ?? [];
    expect(paidUntil).toBe(on);
    expect(Date.parse(on ?? '') - Date.now()).toBeGreaterThan(370 * dayMs);

    // Nothing was changed by looking.
    expect(readable(await web.get('/account'))).toContain('Your plan Pro active');

    const { status, location } = await web.press(shown, 'Continue to Stripe');
    expect([status, location]).toEqual([303, expect.stringContaining('/p/session/')]);
    expect([...stage.fake.book.portalSessions.values()].at(-1)?.flow).toMatchObject({
      type: 'subscription_update_confirm',
      subscription_update_confirm: { items: [{ price: stage.fake.price('studio_monthly').id }] },
    });
    // Nobody else's account knows of it.
    expect(readable((await opened(stage.mars)).page)).toContain('Your plan Free');
  });

  test('to something cheaper waits for the period’s end; what is planned or ends already is said', async () => {
    const { web, page } = await after(10, '€49 a month');
    const shown = await web.press(page, '€19 a month');
    const until = nextOf(stage.luna);
    expect(readable(shown)).toContain(
      `Change to Pro, monthly This begins on ${until}. Until then everything stays as it is. Due today €0.00 Next full invoice, on ${until} €19.00 `,
    );
    const { id } = subscriptionOf(stage.luna);
    stage.fake.portal.cancel(id);
    const ending = await web.press(page, '€19 a month');
    expect(readable(ending)).toContain(
      `Your subscription ends on ${until}. At Stripe you can keep it.`,
    );
    expect((await web.press(ending, 'Keep Studio')).location).toContain('/p/session/');
    stage.fake.portal.resume(id);
    stage.fake.portal.change(id, 'pro_monthly', { atPeriodEnd: true });
    const again = await web.press(page, '€490 a year');
    expect(readable(again)).toContain('Another change is planned already');
    expect(readable(again)).not.toContain('Due today');
    // Its first page, where it can be taken back.
    expect((await web.press(again, 'Continue to Stripe')).status).toBe(303);
    expect([...stage.fake.book.portalSessions.values()].at(-1)?.flow).toBeNull();
  });

  test('that the card did not pay waits for its payment, and is told once it has come', async () => {
    const { web } = await subscribed(stage.luna);
    const page = await web.get('/account');
    const customer = customerOf(stage.luna);
    stage.fake.customers.failPayments(customer);
    stage.fake.portal.change(subscriptionOf(stage.luna).id, 'studio_monthly');
    expect((await stage.luna.row())?.subscription?.priceKey).toBe('pro_monthly');
    expect(readable(await web.get('/account'))).toContain('Your plan Pro active');
    const shown = await web.press(page, '€49 a month');
    expect(readable(shown)).toContain(
      'Another change is planned already, or waits for its payment.',
    );
    expect(readable(shown)).not.toContain('Due today');
    const said = ['Your plan is Pro now. /plan'];
    expect(await stage.luna.news(said.length)).toEqual(said);
    stage.fake.portal.newCard(customer);
    stage.fake.portal.payOpen(customer);
    said.push('Your plan is Studio now. /plan');
    expect(await stage.luna.news(said.length)).toEqual(said);
    expect(readable(await web.get('/account'))).toContain('Your plan Studio active');
  });

  test('of a subscription beside a better grant names the plan that is paid', async () => {
    await subscribed(stage.luna);
    const { tenantId } = stage.luna.record;
    await stage.withStorage(async (storage) => {
      const plans = await storage.planBook({ billing: true });
      await plans.grant(tenantId, { plan: 'studio', until: null });
      plans.close();
    });
    stage.fake.portal.cancel(subscriptionOf(stage.luna).id);
    await stage.restart();
    const { web, page } = await opened();
    expect(readable(page)).toContain('Your plan Studio');
    expect((await web.press(page, 'Keep Pro')).location).toContain('/p/session/');
    const ending = await web.press(page, '€49 a month');
    expect(readable(ending)).toContain('At Stripe you can keep it.');
    expect((await web.press(ending, 'Keep Pro')).location).toContain('/p/session/');
  });

  test('is not offered by an old page while a payment is open, or disputed', async () => {
    const { web, page } = await after(10);
    const customer = customerOf(stage.luna);
    stage.fake.customers.dispute(customer);
    const held = await web.press(page, '€49 a month');
    expect([held.status, readable(held)]).toEqual([
      409,
      expect.stringContaining('Your subscription is on hold because of a payment'),
    ]);
    stage.fake.customers.closeDispute(customer, 'won');
    stage.fake.customers.failPayments(customer);
    await stage.later(22 * dayMs);
    const { web: later, page: laterPage } = await opened();
    expect(laterPage.text).not.toContain('/account/change');
    const token = tokenOf(laterPage);
    const open = await later.post('/account/change', { token, price: 'studio_monthly' });
    expect([open.status, readable(open)]).toEqual([
      409,
      expect.stringContaining('Something has to be paid first.'),
    ]);
  });

  test('goes on to Stripe without amounts while Stripe does not tell them', async () => {
    const { web, page } = await after(10);
    const path = '/v1/invoices/create_preview';
    stage.fake.fault({ path, fault: 'error' });
    const away = await web.press(page, '€49 a month');
    expect([away.status, readable(away)]).toEqual([
      200,
      expect.stringContaining(
        'Stripe does not answer at the moment, so there are no amounts here.',
      ),
    ]);
    expect((await web.press(away, 'Continue to Stripe')).location).toContain('/p/session/');

    stage.fiveSeconds = 150;
    stage.fake.fault({ path, fault: 'slow', ms: 700 });
    const began = Date.now();
    const slow = await web.press(page, '€49 a month');
    expect(readable(slow)).toContain('Stripe does not answer at the moment');
    expect(Date.now() - began).toBeLessThan(690);
    stage.fiveSeconds = 5_000;
    // On a busy machine the request may have been given up before it got there.
    stage.fake.clearFaults();

    const [settings] = stage.fake.book.portalConfigurations.values();
    if (settings) settings.features.subscription_update.proration_behavior = 'none';
    await stage.restart();
    const { web: anew, page: pageAnew } = await opened();
    const unclear = await anew.press(pageAnew, '€49 a month');
    expect(readable(unclear)).toContain('What this costs cannot be told here.');
    expect((await anew.press(unclear, 'Continue to Stripe')).location).toContain('/p/session/');
    if (settings) settings.features.subscription_update.proration_behavior = 'always_invoice';
    await stage.restart();

    const { web: last, page: pageLast } = await opened();
    stage.fake.fault({ path, fault: 'error', status: 403 });
    const refused = await last.press(pageLast, '€49 a month');
    expect([refused.status, readable(refused)]).toEqual([
      500,
      expect.stringContaining('Paying does not work here at the moment. Nothing was charged.'),
    ]);
    expect(stage.lines.join('\n')).toContain('stripe.no-previews');
  });

  test('to what there is already, or is not sold, or by another site, changes nothing', async () => {
    const { web, page } = await after(1);
    const token = tokenOf(page);
    const own = await web.post('/account/change', { token, price: 'pro_monthly' });
    expect([own.status, readable(own)]).toEqual([
      409,
      expect.stringContaining('You have this plan already'),
    ]);
    for (const price of ['pro_weekly', 'drafts_topup_500', '', '__proto__']) {
      expect((await web.post('/account/change', { token, price })).status).toBe(404);
    }
    const form = { token, price: 'studio_monthly' };
    const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    expect((await web.post('/account/change', form, foreign)).status).toBe(403);
    expect((await web.post('/account/change', { ...form, token: 'x' })).status).toBe(403);
    expect((await web.get('/account/change')).location).toBe('/account');
    const { web: mars, page: marsPage } = await opened(stage.mars);
    const none = await mars.post('/account/change', {
      token: tokenOf(marsPage),
      price: 'pro_yearly',
    });
    expect([none.status, readable(none)]).toEqual([
      409,
      expect.stringContaining('nothing of yours'),
    ]);
    expect(previews()).toBe(0);
  });
});

describe.skipIf(program === undefined)('the page of a change in a browser', () => {
  test('can be read and tapped on a phone, light and dark, and leads to Stripe and back', async () => {
    await after(10);
    await stage.luna.hears('de');
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        colorScheme,
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && message.location().url.startsWith(stage.url)) {
          errors.push(message.text());
        }
      });
      await page.goto(await stage.luna.link());
      await page.getByRole('button').click();
      await page.getByRole('button', { name: 'Zu Studio wechseln: 490 € im Jahr' }).click();
      await page.getByRole('heading', { name: 'Zu Studio wechseln, jährlich' }).waitFor();
      expect(await beyondScreen(page)).toBeLessThanOrEqual(0);
      const seen = await seenTexts(page);
      expect(seen.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(seen.filter(({ tapHeight }) => tapHeight !== null && tapHeight < 44)).toEqual([]);
      const due = (await page.locator('.due dd').textContent())?.replaceAll(/\s/gu, ' ') ?? '';
      expect(due).toMatch(/^\d{3},\d{2} €$/);
      const shots = process.env['SHOTS'];
      if (shots)
        await page.screenshot({ path: `${shots}/change-${colorScheme}.png`, fullPage: true });
      await page.getByRole('button', { name: 'Weiter zu Stripe' }).click();
      await page.waitForURL(`${stage.fake.url}/p/**`);
      // Worked out some seconds later.
      const asked = await page.getByText('Due today').textContent();
      const euros = Number(/Due today: €([\d.]+)\. /.exec(asked ?? '')?.[1]);
      expect(Math.abs(euros - Number(due.replace(/ €$/, '').replace(',', '.')))).toBeLessThan(0.02);
      if (colorScheme === 'dark') {
        await page.getByRole('button', { name: 'Change to' }).click();
        await page.getByRole('heading', { name: 'Studio aktiv' }).waitFor();
      }
      expect(errors).toEqual([]);
      await context.close();
    }
    await stage.luna.told('Studio');
  });
});
