import { expect, test } from 'vitest';
import { manualClock } from '#test/support/manual-clock.ts';
import { createWrongLinks } from './wrong-links.ts';

test('an address is held back after thirty wrong links, for ten minutes, and no other', async () => {
  const clock = manualClock(0);
  const wrong = createWrongLinks(clock);
  for (let count = 0; count < 30; count += 1) {
    expect(wrong.mayTry('a')).toBe(true);
    wrong.note('a');
  }
  expect([wrong.mayTry('a'), wrong.mayTry('b')]).toEqual([false, true]);
  await clock.advance(10 * 60_000);
  expect(wrong.mayTry('a')).toBe(true);
});

test('no more than a thousand addresses are kept', () => {
  const wrong = createWrongLinks(manualClock(0));
  for (let count = 0; count < 30; count += 1) wrong.note('first');
  for (let address = 0; address < 999; address += 1) wrong.note(`${address}`);
  expect(wrong.mayTry('first')).toBe(false);
  wrong.note('one more');
  expect(wrong.mayTry('first')).toBe(true);
});
