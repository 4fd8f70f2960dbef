import { expect, test } from 'vitest';
import { afterFailedTry, comesAgainAt, isTooLate } from '#src/jobs/rules.ts';

const minute = 60_000;

test('a job is tried again with growing waits and given up after six tries; an urgent one after four', () => {
  const waits = (urgent: boolean) =>
    [1, 2, 3, 4, 5, 6].map((tries) => {
      const after = afterFailedTry(tries, urgent);
      return after === 'give-up' ? after : after.waitMs;
    });
  expect(waits(false)).toEqual([10_000, minute, 600_000, 3_600_000, 14_400_000, 'give-up']);
  expect(waits(true)).toEqual([1_000, 5_000, minute, 'give-up', 'give-up', 'give-up']);
});

test('only a kind that wants it is skipped, and only when it is more than 15 minutes late', () => {
  expect(isTooLate('skip', 0, 15 * minute)).toBe(false);
  expect(isTooLate('skip', 0, 15 * minute + 1)).toBe(true);
  expect(isTooLate('once', 0, 1e12)).toBe(false);
});

test('a job that would come again at once waits a second', () => {
  expect(comesAgainAt(5_000.2, 1_000)).toBe(5_001);
  expect(comesAgainAt(-5, 1_000)).toBe(2_000);
});
