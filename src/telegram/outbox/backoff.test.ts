import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemRandom } from '#src/core/random.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';

test('the wait doubles from one second to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map((tries) => backoffMs(tries, 0.5))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test('the jitter spreads a wait over three to five quarters of it', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, jitter) => {
      const plain = backoffMs(tries, 0.5);
      const wait = backoffMs(tries, jitter);
      expect(wait).toBeGreaterThanOrEqual(Math.floor(plain * 0.75));
      expect(wait).toBeLessThanOrEqual(Math.ceil(plain * 1.25));
    }),
  );
});

test('a fraction is at least 0 and below 1', () => {
  expect(fraction({ bytes: (count) => Buffer.alloc(count, 0) })).toBe(0);
  expect(fraction({ bytes: (count) => Buffer.alloc(count, 0xff) })).toBeLessThan(1);
  expect(fraction(systemRandom)).toBeLessThan(1);
});
