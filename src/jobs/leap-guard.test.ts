import { expect, test } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import { LeapGuard } from '#src/jobs/leap-guard.ts';
import { manualClock } from '#test/support/manual-clock.ts';

const hour = 3_600_000;
const minute = 60_000;

test('a clock that goes its way, or is put right by seconds, is trusted', async () => {
  const clock = manualClock();
  const guard = new LeapGuard(clock, silentLog);
  await clock.advance(24 * hour);
  expect(guard.holdMs()).toBe(0);
  clock.jump(30_000);
  expect(guard.holdMs()).toBe(0);
});

test('a leap forwards holds due work for five minutes, once', async () => {
  const clock = manualClock();
  const guard = new LeapGuard(clock, silentLog);
  clock.jump(hour);
  expect(guard.holdMs()).toBe(5 * minute);
  await clock.advance(4 * minute);
  expect(guard.holdMs()).toBe(minute);
  await clock.advance(minute);
  expect(guard.holdMs()).toBe(0);
});

test('a leap back holds nothing, and ends a hold', () => {
  const clock = manualClock();
  const guard = new LeapGuard(clock, silentLog);
  clock.jump(hour);
  expect(guard.holdMs()).toBeGreaterThan(0);
  clock.jump(-hour);
  expect(guard.holdMs()).toBe(0);
});
