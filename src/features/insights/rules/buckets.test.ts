import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periods } from '../insight.ts';
import { binStarts, sumByStart, weekGrid } from './buckets.ts';
import { spanOf, spanOfAll } from './span.ts';
import { sampleStep } from './waits.ts';

const quarterMs = 900_000;
const hourMs = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
];

/** A period that ends at any time of two years with changes of the clock. */
const spans = fc
  .record({
    days: fc.constantFrom(...periods.filter((period) => period !== 'all')),
    timeZone: fc.constantFrom(...zones),
    now: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
  })
  .map(({ days, timeZone, now }) => ({ span: spanOf(days, now, timeZone), timeZone }));

const counts = fc.array(
  fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), count: fc.nat(50) }),
);

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('days begin at midnight on the clocks of the zone, one after another, and hold now', () => {
  fc.assert(
    fc.property(spans, ({ span, timeZone }) => {
      const clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
      const { dayStarts, days, since, until, before } = span;
      expect(dayStarts).toHaveLength(days + 1);
      expect(dayStarts[0]).toBe(since);
      expect(until).toBeGreaterThanOrEqual(dayStarts.at(-2) ?? Infinity);
      expect(until).toBeLessThan(dayStarts.at(-1) ?? 0);
      for (const [index, start] of dayStarts.entries()) {
        expect(clock.format(start)).toBe('00');
        const length = start - (dayStarts[index - 1] ?? start - 24 * hourMs);
        expect(Math.abs(length - 24 * hourMs)).toBeLessThanOrEqual(hourMs);
      }
      expect(before.until).toBeLessThanOrEqual(since + hourMs);
      expect(Math.abs(until - since - (before.until - before.since))).toBeLessThanOrEqual(
        2 * hourMs,
      );
    }),
    { numRuns: 60 },
  );
});

test('no message is lost or counted twice, by day, by week, or by hour', () => {
  fc.assert(
    fc.property(spans, counts, ({ span, timeZone }, given) => {
      const { dayStarts, since } = span;
      const end = dayStarts.at(-1) ?? since;
      const quarters = Math.floor((end - since) / quarterMs);
      const counted = given.map(({ share, count }) => ({
        at: since + Math.min(quarters - 1, Math.floor(share * quarters)) * quarterMs,
        count,
      }));
      const all = sum(counted.map(({ count }) => count));
      expect(sum(sumByStart(counted, dayStarts))).toBe(all);
      expect(sum(sumByStart(counted, binStarts(dayStarts, 7)))).toBe(all);
      expect(sum(weekGrid(counted, dayStarts, timeZone).flat())).toBe(all);
    }),
    { numRuns: 100 },
  );
});

test('each quarter of an hour falls into the weekday and hour that the clock there shows', () => {
  fc.assert(
    fc.property(
      spans,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      ({ span, timeZone }, share) => {
        const { dayStarts, since } = span;
        const quarters = Math.floor(((dayStarts.at(-1) ?? since) - since) / quarterMs);
        const at = since + Math.floor(share * quarters) * quarterMs;
        const grid = weekGrid([{ at, count: 1 }], dayStarts, timeZone);
        const weekday = grid.findIndex((hours) => hours.includes(1));
        const hour = grid[weekday]?.indexOf(1);
        const parts = new Intl.DateTimeFormat('en', {
          timeZone,
          weekday: 'short',
          hour: 'numeric',
          hourCycle: 'h23',
        }).formatToParts(at);
        const part = (type: string) => parts.find((one) => one.type === type)?.value;
        expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday]).toBe(part('weekday'));
        expect(hour).toBe(Number(part('hour')));
      },
    ),
    { numRuns: 200 },
  );
});

test('the hour that comes twice holds both, and the one that is left out none', () => {
  const berlin = 'Europe/Berlin';
  const autumn = spanOf(7, Date.UTC(2026, 9, 25, 20), berlin);
  const two = [Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 25, 1)].map((at) => ({ at, count: 1 }));
  expect(weekGrid(two, autumn.dayStarts, berlin)[6]?.[2]).toBe(2);
  const spring = spanOf(7, Date.UTC(2026, 2, 29, 20), berlin);
  const all = Array.from({ length: 23 }, (_, hour) => ({
    at: (spring.dayStarts.at(-2) ?? 0) + hour * hourMs,
    count: 1,
  }));
  expect(weekGrid(all, spring.dayStarts, berlin)[6]?.map((count) => count)).toEqual(
    Array.from({ length: 24 }, (_, hour) => (hour === 2 ? 0 : 1)),
  );
});

test('weeks end with the last day; the first one may be shorter', () => {
  const starts = Array.from({ length: 11 }, (_, index) => index);
  expect(binStarts(starts, 7)).toEqual([0, 3, 10]);
  expect(binStarts(starts, 5)).toEqual([0, 5, 10]);
  expect(binStarts(starts, 1)).toEqual(starts);
});

test('all days are those from the first message’s on, a week at least, and none from before there were bots', () => {
  const berlin = 'Europe/Berlin';
  const now = Date.UTC(2026, 5, 5, 17);
  const all = (first: number | null) => spanOfAll(first, now, berlin);
  // Half past one in the night of the third in Berlin.
  const first = Date.UTC(2021, 1, 2, 23, 30);
  const span = all(first);
  expect(span).toMatchObject({ isAll: true, since: Date.UTC(2021, 1, 2, 23), until: now });
  expect(span.dayStarts).toHaveLength(span.days + 1);
  expect(span.before.until - span.before.since).toBe(0);
  for (const none of [null, now, now + 1, now - 3 * 24 * hourMs]) expect(all(none).days).toBe(7);
  expect(all(0).since).toBe(Date.UTC(2015, 5, 23, 22));
});

test('of very many answers a part is looked at, of fewer all', () => {
  expect([0, 1, 250_000, 250_001, 1_000_000].map(sampleStep)).toEqual([1, 1, 1, 2, 4]);
});
