import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanGrant, PlanRow, SubscriptionState } from '#src/core/plans.ts';
import { monthSince } from './period-of.ts';
import { graceMs, planAt } from './plan-at.ts';
import { everything, lowestAbove, lowestWith, planNames, plans, rankOf } from './plan-table.ts';

const now = Date.UTC(2026, 10, 14, 15, 30);
const dayMs = 86_400_000;

const subscription = (more: Partial<SubscriptionState> = {}): SubscriptionState => ({
  subscriptionId: 'sub_1',
  status: 'active',
  priceKey: 'pro_monthly',
  periodStart: now - 5 * dayMs,
  periodEnd: now + 25 * dayMs,
  cancelsAt: null,
  trialEnd: null,
  pastDueSince: null,
  hold: null,
  pause: null,
  endedAt: null,
  createdAt: now - 60 * dayMs,
  ...more,
});

const row = (more: Partial<PlanRow> = {}): PlanRow => ({
  tenantId: 't-luna' as TenantId,
  grant: null,
  subscription: null,
  oddity: null,
  syncedAt: null,
  topupDrafts: 0,
  boughtDrafts: 0,
  creditedDuplicates: 0,
  revision: 1,
  ...more,
});

const moment = fc.integer({ min: now - 90 * dayMs, max: now + 90 * dayMs });
const moments = fc.option(moment, { nil: null });
const anyGrant: fc.Arbitrary<PlanGrant | null> = fc.option(
  fc.record({ plan: fc.constantFrom(...planNames), until: moments }),
  { nil: null },
);
const statuses = [
  'active',
  'trialing',
  'past_due',
  'unpaid',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'paused',
] as const;
const anySubscription: fc.Arbitrary<SubscriptionState | null> = fc.option(
  fc.record({
    subscriptionId: fc.constant('sub_1'),
    status: fc.oneof(fc.constantFrom(...statuses), fc.string()),
    priceKey: fc.option(
      fc.oneof(
        fc.constantFrom('pro_monthly', 'pro_yearly', 'studio_monthly', 'studio_yearly'),
        fc.string(),
      ),
      { nil: null },
    ),
    periodStart: moment,
    periodEnd: moment,
    cancelsAt: moments,
    trialEnd: moments,
    pastDueSince: moments,
    hold: fc.constantFrom(null, null, 'dispute' as const),
    pause: fc.constantFrom(null, null, 'operator' as const, 'collection' as const),
    endedAt: moments,
    createdAt: moment,
  }),
  { nil: null },
);
const anyRow = fc.record({ grant: anyGrant, subscription: anySubscription }).map(row);

test('the plans allow what is sold, and nothing else', () => {
  const unlimited = Number.POSITIVE_INFINITY;
  const [yes, no] = [unlimited, 0];
  expect(plans).toEqual({
    free: {
      features: {
        segments: 3,
        'insights-days': 7,
        'own-key': no,
        sequences: no,
        'keyword-answers': no,
        assistants: 0,
      },
      quotas: { drafts: 30, 'broadcast-deliveries': 500 },
    },
    pro: {
      features: {
        segments: unlimited,
        'insights-days': 365,
        'own-key': yes,
        sequences: yes,
        'keyword-answers': yes,
        assistants: 1,
      },
      quotas: { drafts: 2_000, 'broadcast-deliveries': 50_000 },
    },
    studio: {
      features: {
        segments: unlimited,
        'insights-days': unlimited,
        'own-key': yes,
        sequences: yes,
        'keyword-answers': yes,
        assistants: 10,
      },
      quotas: { drafts: 10_000, 'broadcast-deliveries': 500_000 },
    },
  });
});

describe('the plan at a moment', () => {
  test('stays while Stripe needs an address, with the months of who pays', () => {
    const needed = row({ subscription: subscription(), oddity: 'no-address:sub_1' });
    const standing = planAt(needed, now, true);
    expect(standing).toMatchObject({ plan: 'pro', why: 'address', until: null });
    expect(monthSince(needed, standing, now)).toBe(subscription().periodStart);
    for (const oddity of ['invoice-not-final:sub_1', 'unknown-price:sub_1', null]) {
      expect(planAt({ ...needed, oddity }, now, true).why).toBe('subscription');
    }
    const late = { ...needed, subscription: subscription({ status: 'past_due' }) };
    expect(planAt(late, now, true).why).toBe('grace');
  });

  test.each([
    ['trialing', 'pro', 'trial'],
    ['active', 'pro', 'subscription'],
    ['unpaid', 'free', 'unpaid'],
    ['canceled', 'free', 'ended'],
    ['incomplete_expired', 'free', 'free'],
    ['paused', 'free', 'paused'],
    ['incomplete', 'free', 'pending'],
    ['some_day_new', 'free', 'free'],
  ] as const)('of a subscription that is %s', (status, plan, why) => {
    expect(planAt(row({ subscription: subscription({ status }) }), now, true)).toMatchObject({
      plan,
      why,
      until: null,
    });
  });

  test('of what somebody paused at Stripe: the subscription, or its payments alone', () => {
    const at = (more: Partial<SubscriptionState>, oddity: string | null = null) => {
      const paid = { ...row({ subscription: subscription(more) }), oddity };
      const { plan, why } = planAt(paid, now, true);
      return `${plan}: ${why}`;
    };
    expect(at({ status: 'paused', pause: 'operator' })).toBe('free: paused-by-operator');
    expect(at({ status: 'paused', pause: null })).toBe('free: paused');
    expect(at({ pause: 'collection' })).toBe('pro: uncollected');
    const uncollected = row({ subscription: subscription({ pause: 'collection' }) });
    const months = monthSince(uncollected, planAt(uncollected, now, true), now);
    expect(months).toBe(subscription().periodStart);
    // The address is asked for when something is charged again; a failure or a trial is as it was.
    expect(at({ pause: 'collection' }, 'no-address:sub_1')).toBe('pro: uncollected');
    expect(at({ pause: 'collection', status: 'past_due' })).toBe('pro: grace');
    expect(at({ pause: 'collection', status: 'trialing' })).toBe('pro: trial');
  });

  test('is Free without any row, and everything where nothing is billed', () => {
    expect(planAt(null, now, true)).toMatchObject({ plan: 'free', why: 'free' });
    const held = row({ subscription: subscription({ hold: 'dispute' }) });
    expect(planAt(held, now, false)).toMatchObject({ plan: 'studio', why: 'not-billed' });
  });

  test('follows the price, whatever it is billed by', () => {
    const by = (priceKey: string | null) =>
      planAt(row({ subscription: subscription({ priceKey }) }), now, true).plan;
    expect(
      ['pro_monthly', 'pro_yearly', 'studio_yearly', 'drafts_topup_500', null].map(by),
    ).toEqual(['pro', 'pro', 'studio', 'free', 'free']);
  });

  test('goes on for exactly seven days after a payment failed', () => {
    fc.assert(
      fc.property(moment, (pastDueSince) => {
        const late = row({ subscription: subscription({ status: 'past_due', pastDueSince }) });
        const end = pastDueSince + graceMs;
        expect(planAt(late, end - 1, true)).toMatchObject({
          plan: 'pro',
          why: 'grace',
          until: end,
        });
        expect(planAt(late, end, true)).toMatchObject({ plan: 'free', why: 'unpaid' });
        expect(graceMs).toBe(7 * dayMs);
      }),
    );
  });

  test('ends when it was to end, though Stripe never said that it did', () => {
    const ending = row({ subscription: subscription({ cancelsAt: now + 1 }) });
    expect(planAt(ending, now, true)).toMatchObject({ plan: 'pro', until: now + 1, then: 'free' });
    expect(planAt(ending, now + 1, true)).toMatchObject({ plan: 'free', why: 'ended' });
  });

  test('is off while a dispute is open, unless it is granted', () => {
    const held = { subscription: subscription({ hold: 'dispute' }) };
    expect(planAt(row(held), now, true)).toMatchObject({ plan: 'free', why: 'hold' });
    const warned = row({ ...held, oddity: 'fraud-warning:sub_1' });
    expect(planAt(warned, now, true)).toMatchObject({ plan: 'free', why: 'fraud-warning' });
    const granted = row({ ...held, grant: { plan: 'pro', until: null } });
    expect(planAt(granted, now, true)).toMatchObject({ plan: 'pro', why: 'grant' });
  });

  test('is the better one of a grant and a subscription, at any moment', () => {
    fc.assert(
      fc.property(anyRow, moment, (both, at) => {
        const alone = [
          planAt({ ...both, grant: null }, at, true),
          planAt({ ...both, subscription: null }, at, true),
        ];
        const best = Math.max(...alone.map(({ plan }) => rankOf(plan)));
        expect(rankOf(planAt(both, at, true).plan)).toBe(best);
      }),
    );
  });

  test('never gets more by time alone, and says when it gets less and what it is then', () => {
    fc.assert(
      fc.property(anyRow, moment, moment, (any, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const before = planAt(any, early, true);
        const after = planAt(any, late, true);
        expect(rankOf(after.plan)).toBeLessThanOrEqual(rankOf(before.plan));
        if (before.until === null || late < before.until) expect(after.plan).toBe(before.plan);
        if (before.until !== null) {
          expect(before.until).toBeGreaterThan(early);
          expect(planAt(any, before.until - 1, true).plan).toBe(before.plan);
          expect(planAt(any, before.until, true).plan).toBe(before.then);
          expect(rankOf(before.then)).toBeLessThan(rankOf(before.plan));
        }
      }),
    );
  });
});

describe('the table of plans', () => {
  test('gives no plan less than a lower one, and nothing billed everything', () => {
    const all = [...planNames.map((name) => plans[name]), everything];
    for (const [index, plan] of all.entries()) {
      const lower = all[index - 1] ?? plan;
      const amounts = { ...plan.features, ...plan.quotas };
      const before = { ...lower.features, ...lower.quotas };
      for (const [name, amount] of Object.entries(amounts)) {
        expect(amount, name).toBeGreaterThanOrEqual(before[name as keyof typeof before]);
      }
    }
  });

  test('names the lowest plan that has so much of something', () => {
    expect(lowestWith('segments', 3)).toBe('free');
    expect(lowestWith('segments', 4)).toBe('pro');
    expect(lowestWith('insights-days', 364)).toBe('pro');
    expect(lowestWith('insights-days', 366)).toBe('studio');
    expect(lowestWith('assistants', 2)).toBe('studio');
    expect(lowestWith('assistants', 11)).toBeNull();
  });

  test('names the lowest plan with more of what is counted', () => {
    const above = planNames.map((name) => lowestAbove('drafts', plans[name].quotas.drafts));
    expect(above).toEqual(['pro', 'studio', null]);
    expect(lowestAbove('drafts', everything.quotas.drafts)).toBeNull();
  });
});

describe('the month of a quota', () => {
  const paid = (periodStart: number) => row({ subscription: subscription({ periodStart }) });
  const since = (any: PlanRow | null, at = now) => monthSince(any, planAt(any, at, true), at);

  test('begins with the period of who pays, also of a year', () => {
    expect(since(paid(now - 5 * dayMs))).toBe(now - 5 * dayMs);
    const year = paid(Date.UTC(2026, 0, 31, 9));
    expect(since(year, Date.UTC(2026, 1, 28, 8))).toBe(Date.UTC(2026, 0, 31, 9));
    expect(since(year, Date.UTC(2026, 1, 28, 9))).toBe(Date.UTC(2026, 1, 28, 9));
    expect(since(year, Date.UTC(2026, 2, 31, 9))).toBe(Date.UTC(2026, 2, 31, 9));
    expect(since(year)).toBe(Date.UTC(2026, 9, 31, 9));
  });

  test('is the calendar month (UTC) for everybody else', () => {
    const first = Date.UTC(2026, 10, 1);
    expect(since(null)).toBe(first);
    expect(since(row({ grant: { plan: 'pro', until: null } }))).toBe(first);
    expect(since(paid(now + dayMs))).toBe(first);
    expect(since(row({ subscription: subscription({ status: 'canceled' }) }))).toBe(first);
  });

  test('has begun, and not a whole month and three days ago', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: now }), (start) => {
        const begin = since(paid(start));
        expect(begin).toBeLessThanOrEqual(now);
        expect(now - begin).toBeLessThan(34 * dayMs);
        expect((begin - start) % dayMs).toBe(0);
      }),
    );
  });
});
