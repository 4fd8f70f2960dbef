import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPreferences, type StageThresholds } from '#src/features/preferences/index.ts';
import { type StageFacts, stages, standingOf } from './stage.ts';

const { stageThresholds: defaultThresholds } = defaultPreferences;

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

const thresholds: fc.Arbitrary<StageThresholds> = fc
  .record({
    vipMessages: fc.integer({ min: 1, max: 200 }),
    newDays: fc.integer({ min: 1, max: 60 }),
    coolingDays: fc.integer({ min: 1, max: 100 }),
    more: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ more, ...rest }) => ({ ...rest, lostDays: rest.coolingDays + more }));

const facts: fc.Arbitrary<StageFacts> = fc
  .record({
    firstSeenAt: fc.integer({ min: start, max: start + 100 * day }),
    silentFor: fc.option(fc.integer({ min: 0, max: 300 * day })),
    recentCount: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ silentFor, ...rest }) => ({
    ...rest,
    lastInAt: silentFor === null ? null : rest.firstSeenAt + silentFor,
  }));

const later = fc.integer({ min: 0, max: 400 * day }).map((ms) => start + 100 * day + ms);

describe('a fan’s stage', () => {
  test.each([
    ['new', { firstSeenAt: 0, lastInAt: 0, recentCount: 3 }, 2],
    ['active', { firstSeenAt: -100 * day, lastInAt: 0, recentCount: 3 }, 2],
    ['vip', { firstSeenAt: -100 * day, lastInAt: 0, recentCount: 30 }, 2],
    ['cooling', { firstSeenAt: -100 * day, lastInAt: 0, recentCount: 30 }, 14],
    ['lost', { firstSeenAt: -100 * day, lastInAt: 0, recentCount: 30 }, 60],
  ] as const)('is %s', (stage, known, days) => {
    const { firstSeenAt, lastInAt } = known;
    const shifted = { ...known, firstSeenAt: start + firstSeenAt, lastInAt: start + lastInAt };
    expect(standingOf(shifted, defaultThresholds, start + days * day).stage).toBe(stage);
  });

  test('does not change before the time at which it is looked at again', () => {
    fc.assert(
      fc.property(
        facts,
        thresholds,
        later,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, lines, now, part) => {
          const { stage, checkAt } = standingOf(known, lines, now);
          const until = checkAt ?? now + 1000 * day;
          expect(until).toBeGreaterThan(now);
          const between = Math.min(until - 1, Math.floor(now + part * (until - now)));
          expect(standingOf(known, lines, between).stage).toBe(stage);
        },
      ),
    );
  });

  test('only ever goes towards lost with time alone', () => {
    fc.assert(
      fc.property(
        facts,
        thresholds,
        later,
        fc.integer({ min: 0, max: 500 * day }),
        (known, lines, now, wait) => {
          const silence = (at: number) =>
            ['cooling', 'lost'].indexOf(standingOf(known, lines, at).stage);
          expect(silence(now + wait)).toBeGreaterThanOrEqual(silence(now));
        },
      ),
    );
  });

  test('is one of the five, and more messages never lower the score', () => {
    fc.assert(
      fc.property(facts, thresholds, later, fc.nat(100), (known, lines, now, more) => {
        const before = standingOf(known, lines, now);
        const after = standingOf({ ...known, recentCount: known.recentCount + more }, lines, now);
        expect(stages).toContain(before.stage);
        expect(before.score).toBeGreaterThanOrEqual(0);
        expect(after.score).toBeLessThanOrEqual(100);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });
});
