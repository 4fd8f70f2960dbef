import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubscriptionState } from '#src/core/plans.ts';
import type { PriceOffer } from '#src/core/stripe.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { planChoices } from './choices.ts';
import { isOwnPost } from './is-own-post.ts';
import { languageOf } from './language-of.ts';
import { overLines } from './over-lines.ts';
import { priceText, savedPercent } from './price-text.ts';
import { formTokenOf, isFormToken, isSecret } from './secrets.ts';

describe('prices', () => {
  test.each([
    ['eur', 1_900, 'en', '€19'],
    ['eur', 1_999, 'de', '19,99 €'],
    ['jpy', 1_900, 'en', '¥1,900'],
    ['kwd', 1_900, 'en', 'KWD 1.900'],
    ['isk', 190_000, 'en', 'ISK 1,900'],
    ['rub', 99_000, 'ru', '990 ₽'],
  ])('%s %i in %s are %s', (currency, amount, language, text) => {
    expect(priceText({ currency, amount }, language).replaceAll(/\s/gu, ' ')).toBe(text);
  });

  test('never promise more to be saved than is', () => {
    const price = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(price, price, (month, year) => {
        const of = (amount: number) => ({ amount, currency: 'eur' });
        const percent = savedPercent(of(month), of(year));
        if (percent === null) return 12 * month * 0.99 <= year;
        return percent > 0 && 12 * month * (1 - percent / 100) >= year - 1e-6;
      }),
    );
    expect(savedPercent({ amount: 1, currency: 'eur' }, { amount: 1, currency: 'usd' })).toBeNull();
  });
});

describe('what can be chosen', () => {
  const offers = (['pro_monthly', 'pro_yearly', 'studio_monthly', 'drafts_topup_500'] as const).map(
    (key): PriceOffer => ({
      key,
      currency: 'eur',
      amount: 1,
      interval: key.endsWith('yearly') ? 'year' : key.endsWith('monthly') ? 'month' : null,
    }),
  );
  const state = (more: Partial<SubscriptionState>): SubscriptionState => ({
    subscriptionId: 'sub_1',
    status: 'active',
    priceKey: 'pro_monthly',
    periodStart: 0,
    periodEnd: 1,
    cancelsAt: null,
    trialEnd: null,
    pastDueSince: null,
    hold: null,
    pause: null,
    endedAt: null,
    createdAt: 0,
    ...more,
  });
  const does = (subscription: SubscriptionState | null) =>
    planChoices(offers, subscription).map(({ prices }) => prices.map((each) => each.does));

  test('is to begin without a subscription, and where one is over', () => {
    const all = [['begin', 'begin'], ['begin']];
    expect(does(null)).toEqual(all);
    for (const status of ['canceled', 'incomplete', 'incomplete_expired']) {
      expect(does(state({ status }))).toEqual(all);
    }
    expect(does(state({ endedAt: 5 }))).toEqual(all);
  });

  test('is to change one that runs, and nothing while something is to be paid first', () => {
    expect(does(state({}))).toEqual([['nothing', 'change'], ['change']]);
    expect(does(state({ status: 'trialing', priceKey: null }))[0]).toEqual(['change', 'change']);
    for (const status of ['past_due', 'unpaid', 'paused', 'of the future']) {
      expect(does(state({ status }))).toEqual([]);
    }
    expect(does(state({ hold: 'dispute' }))).toEqual([]);
    for (const status of ['active', 'trialing']) {
      expect(does(state({ status, pause: 'collection' }))).toEqual([]);
    }
  });
});

test('what is used beyond a plan is said for that plan, with what stays possible', () => {
  const t = createTexts().for('en');
  const wording = { t, language: 'en', timeZone: 'UTC' };
  const used = (drafts: number, segments: number) =>
    ({
      usage: { drafts: { used: drafts, of: 10_000 } },
      segments: { used: segments, of: Number.POSITIVE_INFINITY },
    }) as unknown as Parameters<typeof overLines>[0];
  expect(overLines(used(2_500, 40), 'pro', wording)).toEqual([
    'You have used 2,500 AI drafts this month. Pro has 2,000.',
  ]);
  expect(overLines(used(2_500, 4), 'free', wording)).toEqual([
    'You have 4 segments. With Free the 3 oldest can be changed, the others only used.',
    'You have used 2,500 AI drafts this month. Free has 30.',
  ]);
  expect(overLines(used(30, 3), 'free', wording)).toEqual([]);
});

test('a form is ours only if the browser says so, and says nothing else', () => {
  const own = 'https://bots.example.com';
  expect(isOwnPost({ site: 'same-origin', origin: own }, own)).toBe(true);
  expect(isOwnPost({ site: undefined, origin: own }, own)).toBe(true);
  expect(isOwnPost({ site: 'same-origin', origin: undefined }, own)).toBe(true);
  fc.assert(
    fc.property(
      fc.constantFrom('cross-site', 'same-site', 'none', '', undefined),
      fc.constantFrom('null', 'https://evil.example', `${own}.evil.example`, undefined),
      (site, origin) => !isOwnPost({ site, origin }, own),
    ),
  );
});

test('a form token is of one session', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
  fc.assert(
    fc.property(secret, secret, (one, other) => {
      expect(isSecret(one)).toBe(true);
      expect(isFormToken(formTokenOf(one), one)).toBe(true);
      expect(isFormToken(formTokenOf(one), other)).toBe(one === other);
    }),
  );
  for (const wrong of [null, '', 'x', 'é'.repeat(43)]) {
    expect(isFormToken(wrong, 'a'.repeat(43))).toBe(false);
  }
});

test('a browser’s language is read from anything it may say', () => {
  expect(languageOf('de-AT,de;q=0.9,en;q=0.8')).toBe('de-AT');
  expect(languageOf('ru;q=1')).toBe('ru');
  for (const none of [undefined, '', '*', '<script>', 'x'.repeat(500)]) {
    expect(languageOf(none)).toBeNull();
  }
});
