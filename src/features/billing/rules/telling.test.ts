import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanName } from '#src/core/plans.ts';
import type { PlanStanding } from './plan-at.ts';
import {
  graceReminderMs,
  type PlanNews,
  type Told,
  tellingOf,
  trialReminderMs,
} from './telling.ts';

const now = Date.UTC(2026, 10, 14, 15, 30);
const dayMs = 86_400_000;

const standing = (plan: PlanName, more: Partial<PlanStanding> = {}): PlanStanding => ({
  plan,
  why: plan === 'free' ? 'free' : 'subscription',
  until: null,
  then: plan,
  trialEnd: null,
  ...more,
});

const free = standing('free');
const pro = standing('pro');
const studio = standing('studio');
const trial = standing('pro', { why: 'trial', trialEnd: now + 14 * dayMs });
const grace = standing('pro', { why: 'grace', until: now + 7 * dayMs, then: 'free' });
const ending = standing('pro', { until: now + 20 * dayMs, then: 'free' });
const ended = standing('free', { why: 'ended' });
const unpaid = standing('free', { why: 'unpaid' });
const hold = standing('free', { why: 'hold' });
const warned = standing('free', { why: 'fraud-warning' });
const paused = standing('free', { why: 'paused' });
const pausedByHand = standing('free', { why: 'paused-by-operator' });
const uncollected = { ...pro, why: 'uncollected' } as const;
const higher = { ...studio, why: 'uncollected' } as const;
const address = { ...pro, why: 'address' } as const;
const granted = standing('studio', { why: 'grant', until: now + 30 * dayMs, then: 'free' });
const states = [
  free,
  pro,
  studio,
  trial,
  grace,
  address,
  ending,
  ended,
  unpaid,
  hold,
  warned,
  paused,
  pausedByHand,
  uncollected,
  granted,
];

/** What was told after telling of these, one after another. */
function toldOf(...all: PlanStanding[]): Told | null {
  let told: Told | null = null;
  for (const each of all) told = tellingOf(told, each, none, now).told;
  return told;
}

const none = { topupDrafts: 0, duplicates: 0 };
const bought = (topupDrafts: number) => ({ ...none, topupDrafts });

const newsAfter = (before: PlanStanding | null, after: PlanStanding, at = now) =>
  tellingOf(before && toldOf(before), after, none, at).news.map(({ is }) => is);

describe('the creator is told', () => {
  test.each<[string, PlanStanding | null, PlanStanding, readonly PlanNews['is'][]]>([
    ['nothing of what they always had', null, free, []],
    ['that the trial began', null, trial, ['trial-began']],
    ['that the plan began', free, pro, ['began']],
    ['that the trial became a paid plan', trial, pro, ['paid']],
    ['that a payment failed', pro, grace, ['payment-failed']],
    ['that it arrived', grace, pro, ['recovered']],
    ['that it arrived, and that the plan ends', grace, ending, ['recovered', 'ending']],
    ['that the grace is over', grace, unpaid, ['less']],
    ['that the plan ends', pro, ending, ['ending']],
    ['that it does not', ending, pro, ['goes-on']],
    ['that it has ended', ending, ended, ['less']],
    ['of a higher plan', pro, studio, ['changed']],
    ['of a lower plan', studio, pro, ['less']],
    ['of a dispute', pro, hold, ['hold']],
    ['that it is settled', hold, pro, ['released']],
    ['that the card’s issuer warns', pro, warned, ['fraud-warning']],
    ['that the warning became a dispute', warned, hold, ['hold']],
    ['that nothing came of the warning', warned, pro, ['cleared']],
    ['that it ends with the period then', warned, ending, ['cleared', 'ending']],
    ['that the plan ended with it', hold, ended, ['over']],
    ['that the plan is paused', trial, paused, ['paused']],
    ['that it is paused after a dispute', hold, paused, ['paused-still']],
    ['nothing while it is', paused, paused, []],
    ['that it goes on', paused, pro, ['resumed']],
    ['that it ended meanwhile', paused, ended, ['over']],
    ['that somebody paused the plan', pro, pausedByHand, ['paused-by-operator']],
    ['that what was paused is so by hand', paused, pausedByHand, ['paused-still']],
    ['that a pause by hand is over', pausedByHand, pro, ['resumed']],
    ['that it ended in a pause by hand', pausedByHand, ended, ['over']],
    ['that payments are paused', pro, uncollected, ['uncollected']],
    ['that they are from the start', free, uncollected, ['began', 'uncollected']],
    ['that they are taken again', uncollected, pro, ['collected']],
    ['that they are, and that the plan ends', uncollected, ending, ['ending', 'collected']],
    ['that they are, for a higher plan', uncollected, studio, ['changed', 'collected']],
    ['that they are, for a lower plan', higher, pro, ['less', 'collected']],
    ['that they are, and an address is needed', uncollected, address, ['address', 'collected']],
    ['nothing while they are paused', uncollected, uncollected, []],
    ['that the plan ended meanwhile', uncollected, ended, ['less']],
    ['that one failed since', uncollected, grace, ['payment-failed']],
    ['nothing of a trial’s end that they chose', ending, ending, []],
    ['that an address is needed', pro, address, ['address']],
    ['that it is needed after a trial', trial, address, ['paid', 'address']],
    ['nothing of an address that is still needed', address, address, []],
    ['nothing once it is there', address, pro, []],
    ['of a grant', pro, granted, ['granted']],
    ['that a grant is over', granted, pro, ['less']],
    ['nothing of a first payment that never came', null, standing('free', { why: 'pending' }), []],
  ])('%s', (_, before, after, news) => {
    expect(newsAfter(before, after)).toEqual(news);
  });

  test('of drafts bought on top, once', () => {
    const first = tellingOf(null, free, bought(500), now);
    expect(first.news).toEqual([{ is: 'topup', drafts: 500 }]);
    expect(tellingOf(first.told, free, bought(500), now).news).toEqual([]);
    expect(tellingOf(first.told, free, bought(1_500), now).news).toEqual([
      { is: 'topup', drafts: 1_000 },
    ]);
  });

  test('of a second subscription that became credit, once for each', () => {
    const first = tellingOf(toldOf(pro), pro, { ...none, duplicates: 1 }, now);
    expect(first.news).toEqual([{ is: 'duplicate' }]);
    expect(tellingOf(first.told, pro, { ...none, duplicates: 1 }, now).news).toEqual([]);
    const second = tellingOf(first.told, pro, { topupDrafts: 500, duplicates: 2 }, now);
    expect(second.news.map(({ is }) => is)).toEqual(['duplicate', 'topup']);
  });

  test('that the trial ends, three days before and once; not where they have just begun it', () => {
    const began = tellingOf(null, trial, none, now);
    const end = now + 14 * dayMs;
    expect(began.lookAt).toBe(end - trialReminderMs);
    const reminded = tellingOf(began.told, trial, none, end - trialReminderMs);
    expect(reminded.news).toEqual([{ is: 'trial-ends', plan: 'pro', trialEnd: end }]);
    expect(reminded.lookAt).toBeNull();
    expect(tellingOf(reminded.told, trial, none, end - 1).news).toEqual([]);
    expect(tellingOf(began.told, trial, none, end).news).toEqual([]);
    const short = tellingOf(null, { ...trial, trialEnd: now + dayMs }, none, now);
    expect(short.news.map(({ is }) => is)).toEqual(['trial-began']);
    expect(short.lookAt).toBeNull();
  });

  test('that the grace ends, two days before and once', () => {
    const failed = tellingOf(toldOf(pro), grace, none, now);
    const end = now + 7 * dayMs;
    expect(failed.lookAt).toBe(end - graceReminderMs);
    const reminded = tellingOf(failed.told, grace, none, end - graceReminderMs);
    expect(reminded.news.map(({ is }) => is)).toEqual(['grace-ends']);
    expect(reminded.lookAt).toBe(end);
    expect(tellingOf(reminded.told, grace, none, end - 1).news).toEqual([]);
  });

  test('again when the next payment fails', () => {
    const again = { ...grace, until: now + 37 * dayMs };
    expect(newsAfter(grace, again)).toEqual(['payment-failed']);
  });
});

describe('telling', () => {
  test('of a second dispute after the plan ended in the first', () => {
    const told = toldOf(hold, free);
    expect(tellingOf(told, hold, none, now).news.map(({ is }) => is)).toEqual(['hold']);
  });

  const step = fc.record({
    state: fc.constantFrom(...states),
    /** Bought before this step. */
    bought: fc.constantFrom(0, 0, 500),
    /** Somebody paid for a second subscription before this step. */
    second: fc.constantFrom(false, false, true),
    /** How often it is looked at: events may be lost, or come twice. */
    looks: fc.integer({ min: 0, max: 3 }),
    /** The process dies before the commit of its first look. */
    dies: fc.boolean(),
  });

  test('tells each change once, whatever events are lost, doubled or cut off', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        // The tenant's file: what was told and the messages are written together.
        let told: Told | null = null;
        let messages: PlanNews[] = [];
        let drafts = 0;
        let duplicates = 0;
        let known = free;
        const last = { state: free, bought: 0, second: false, looks: 1, dies: false };
        for (const { state, looks, dies, ...more } of [...steps, last]) {
          drafts += more.bought;
          duplicates += more.second ? 1 : 0;
          const sums = { topupDrafts: drafts, duplicates };
          for (let look = 0; look < looks; look += 1) {
            const telling = tellingOf(told, state, sums, now);
            if (dies && look === 0) continue;
            const seen = telling.news.filter(({ is }) => is !== 'topup' && is !== 'duplicate');
            // What is told is a change of what was known at the last look, also where that was nothing worth telling.
            if (seen.length > 0) expect(state).not.toEqual(known);
            known = state;
            told = telling.told;
            messages = [...messages, ...telling.news];
            // Nothing is left to tell.
            expect(tellingOf(told, state, sums, now).news).toEqual([]);
          }
        }
        expect(told).toMatchObject({ ...free, topupDrafts: drafts, duplicates });
        const told500s = messages.flatMap((news) => (news.is === 'topup' ? [news.drafts] : []));
        expect(told500s.reduce((sum, each) => sum + each, 0)).toBe(drafts);
        const toldSeconds = messages.filter(({ is }) => is === 'duplicate').length;
        expect(toldSeconds > 0).toBe(duplicates > 0);
        expect(toldSeconds).toBeLessThanOrEqual(duplicates);
      }),
    );
  });

  test('ends at the same, whichever of the states before were seen', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), fc.constantFrom(...states), (some, end) => {
        const { reminded: _, ...seen } = toldOf(...some, end) ?? {};
        expect(seen).toEqual({ ...end, ...none });
      }),
    );
  });

  test('comes again when something will change by time, and never in the past', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: 0, max: 60 }), (state, days) => {
        const at = now + days * dayMs;
        const { lookAt } = tellingOf(toldOf(state), state, none, at);
        if (lookAt !== null) expect(lookAt).toBeGreaterThan(at);
        if (state.until !== null && state.until > at) expect(lookAt).not.toBeNull();
      }),
    );
  });
});
