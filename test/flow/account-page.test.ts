import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountStage, openAccountStage } from '#test/support/account-stage.ts';
import { findBrowser, launchBrowser } from '#test/support/browser.ts';
import { clientOf } from '#test/support/fake-stripe/fake-stripe-bed.ts';
import { beyondScreen, seenTexts } from '#test/support/measure-page.ts';

const program = findBrowser();
if (program === undefined) {
  console.warn('The account page is not played: no Chromium or Chrome was found on this machine.');
}

let browser: Browser;
beforeAll(async () => {
  if (program !== undefined) browser = await launchBrowser(program);
});
afterAll(async () => {
  if (program !== undefined) await browser.close();
});

/** A phone at the account page of luna, and what its browser complained of. */
async function onPhone(stage: AccountStage, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme,
    // The page needs none.
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    const own = message.location().url.startsWith(stage.url);
    if (message.type() === 'error' && own && !/favicon/.test(message.location().url)) {
      errors.push(message.text());
    }
  });
  await page.goto(await stage.luna.link());
  // Its only button, in the creator's language.
  await page.getByRole('button').click();
  return { page, errors, [Symbol.asyncDispose]: () => context.close() };
}

describe.skipIf(program === undefined)('the account page in a browser', () => {
  test('from /plan to a trial that is paid at Stripe, and back; the bot says it', async () => {
    await using stage = await openAccountStage();
    await using phone = await onPhone(stage);
    const { page } = phone;
    await page.getByRole('heading', { name: 'Free' }).waitFor();
    expect(await beyondScreen(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Subscribe to Pro: €19 a month' }).click();
    await page.waitForURL(`${stage.fake.url}/**`);
    await page.getByRole('button', { name: 'Pay', exact: false }).first().click();
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    expect(await page.getByRole('link', { name: 'Back to the bot' }).getAttribute('href')).toBe(
      'https://t.me/luna_bot',
    );
    await stage.luna.told('You are trying out Pro until');
    expect((await stage.luna.plan()).text).toContain('Your plan: Pro');

    await page.getByRole('link', { name: 'To your account' }).click();
    await page.getByRole('heading', { name: 'Pro trial' }).waitFor();
    await page.getByText('Cancel the subscription').click();
    expect(await beyondScreen(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Cancel at Stripe' }).click();
    await page.waitForURL(`${stage.fake.url}/p/**`);
    await page.getByRole('button', { name: 'Cancel', exact: false }).first().click();
    await page.getByText('Your subscription ends on').waitFor();
    await page.getByRole('button', { name: 'Keep Pro' }).waitFor();
    await stage.luna.told('Pro ends on');
    expect(phone.errors).toEqual([]);
  });

  test('a promotion code is typed at Checkout: the plan is the same, and its invoice shows the discount', async () => {
    await using stage = await openAccountStage({ trialDays: 0 });
    const { fake, luna } = stage;
    const stripe = clientOf(fake);
    const coupon = await stripe.coupons.create({ percent_off: 25, duration: 'once' });
    await stripe.promotionCodes.create({
      code: 'SPRING25',
      promotion: { type: 'coupon', coupon: coupon.id },
    });
    await using phone = await onPhone(stage);
    const { page } = phone;
    await page.getByRole('button', { name: 'Subscribe to Pro: €19 a month' }).click();
    await page.waitForURL(`${fake.url}/**`);
    const asked = fake.calls.findLast(
      ({ method, path }) => method === 'POST' && path === '/v1/checkout/sessions',
    );
    expect(asked?.params).toMatchObject({ allow_promotion_codes: 'true' });
    const pays = page
      .locator('form')
      .filter({ has: page.getByRole('button', { name: 'Subscribe' }) });
    const pay = async (code: string) => {
      await pays.getByLabel('Promotion code').fill(code);
      await pays.getByRole('button').click();
    };
    await pay('SUMMER25');
    await page.getByText('This code is invalid.').waitFor();
    expect(fake.book.subscriptions.size).toBe(0);
    await pay('SPRING25');
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    expect(await luna.news(1)).toEqual(['Your plan is Pro now. /plan']);
    expect((await luna.row())?.subscription).toMatchObject({
      status: 'active',
      priceKey: 'pro_monthly',
    });

    await page.getByRole('link', { name: 'To your account' }).click();
    await page.getByRole('heading', { name: 'Pro active' }).waitFor();
    await page.getByRole('button', { name: 'Invoices and details' }).click();
    await page.waitForURL(`${fake.url}/p/**`);
    await page.getByText(': €14.25, paid').waitFor();
    expect(phone.errors).toEqual([]);
  });

  test('a checkout that is left leads back, and says that nothing was charged', async () => {
    await using stage = await openAccountStage();
    await using phone = await onPhone(stage, 'dark');
    const { page } = phone;
    await page.getByRole('button', { name: 'Subscribe to Studio: €490 a year' }).click();
    await page.waitForURL(`${stage.fake.url}/**`);
    await page.getByRole('link').first().click();
    await page.getByText('Nothing was charged').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.goBack();
    await page.reload();
    await page.getByRole('heading', { name: 'Your account page is not open' }).waitFor();
    expect(phone.errors.filter((text) => !text.includes('403'))).toEqual([]);
  });

  test('is dark where the phone is, with letters that can be read and targets that can be tapped', async () => {
    await using stage = await openAccountStage({ language: 'de' });
    for (const scheme of ['light', 'dark'] as const) {
      await using phone = await onPhone(stage, scheme);
      const { page } = phone;
      await page.getByRole('heading', { name: 'Free' }).waitFor();
      expect(await beyondScreen(page)).toBeLessThanOrEqual(0);
      const seen = await seenTexts(page);
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(seen.filter(({ tapHeight }) => tapHeight !== null && tapHeight < 44)).toEqual([]);
      const card = seen.find(({ text }) => text === 'Tarife')?.back ?? 0.5;
      expect(scheme === 'dark' ? card < 0.1 : card > 0.8).toBe(true);
    }
  });
});
