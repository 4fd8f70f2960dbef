import { expect, test } from 'vitest';
import { createLimiter } from '#src/telegram/limiter.ts';

test('at most so many tasks run at one time, in the order they came, and a failing one frees its place', async () => {
  const limit = createLimiter(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const tasks = [0, 1, 2, 3, 4].map((number) =>
    limit(async () => {
      started.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      if (number === 1) throw new Error('fails');
    }),
  );
  const all = Promise.allSettled(tasks);
  for (let number = 0; number < 5; number += 1) {
    while (!ends[number]) await new Promise(setImmediate);
    ends[number]?.();
  }
  expect((await all).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});
