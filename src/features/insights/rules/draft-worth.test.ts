import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftSources, outcomes } from '../insight.ts';
import { draftWorth, type EndedDraft, savedMs } from './draft-worth.ts';

const draft = (over: Partial<EndedDraft> = {}): EndedDraft => ({
  endedAt: 10,
  outcome: 'sent',
  source: 'local',
  kept: 181,
  distance: 0,
  offered: 119,
  ...over,
});

const anyDraft = fc.record({
  endedAt: fc.integer({ min: 0, max: 99 }),
  outcome: fc.constantFrom(...outcomes),
  source: fc.constantFrom(...draftSources),
  kept: fc.option(fc.nat(4_096)),
  distance: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  offered: fc.nat(12_000),
});

describe('the time that drafts saved', () => {
  test('is what it takes to type on a phone what was sent, less the reading of what was offered', () => {
    // 36.2 words of five characters take a minute to type, and a tenth of 238 such words six seconds to read.
    expect(savedMs([draft()], null)).toBe(60_000 - 6_000);
    expect(savedMs([draft(), draft({ kept: 90.5 })], null)).toBe(54_000 + 24_000);
  });

  test('counts the reading of drafts that nobody sent, and is never less than nothing', () => {
    const unused = draft({ outcome: 'dismissed', kept: null });
    expect(savedMs([draft(), unused, unused], null)).toBe(60_000 - 3 * 6_000);
    expect(savedMs([unused], null)).toBe(0);
    expect(savedMs([], 5)).toBe(0);
  });

  test('is for no draft more than fans usually wait', () => {
    expect(savedMs([draft()], 20_000)).toBe(14_000);
    fc.assert(
      fc.property(fc.array(anyDraft), fc.nat(600_000), (drafts, wait) => {
        const saved = savedMs(drafts, wait);
        expect(saved).toBeLessThanOrEqual(drafts.length * wait);
        expect(saved).toBeLessThanOrEqual(savedMs(drafts, null));
        expect(saved).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('what drafts came to', () => {
  test('is counted by day of their end and by who made them, each once', () => {
    fc.assert(
      fc.property(fc.array(anyDraft), (drafts) => {
        const { bins, bySource } = draftWorth(drafts, [0, 30, 60, 100], null);
        for (const counted of [bins, Object.values(bySource)]) {
          const all = counted.flatMap((one) => Object.values(one));
          expect(all.reduce((sum, count) => sum + count, 0)).toBe(drafts.length);
        }
      }),
    );
    const worth = draftWorth(
      [draft({ endedAt: 29 }), draft({ endedAt: 30, source: 'llm', outcome: 'by-hand' })],
      [0, 30, 60],
      null,
    );
    expect(worth.bins.map(({ sent, 'by-hand': byHand }) => [sent, byHand])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(worth.bySource).toMatchObject({ local: { sent: 1 }, llm: { 'by-hand': 1, sent: 0 } });
  });

  test('has the middle share of what was changed, where something was', () => {
    const edited = (distance: number) => draft({ outcome: 'edited', distance });
    const { changed } = draftWorth([edited(0.4), edited(0.1), edited(0.2), draft()], [0, 99], null);
    expect(changed).toBe(0.2);
    expect(draftWorth([draft()], [0, 99], null).changed).toBeNull();
  });
});
