import { describe, expect, test } from 'vitest';
import { runRandomKills } from './random-kills.ts';
import { runSteps } from './steps.ts';

// Short versions; `npm run test:faults` plays them with their full counts and prints its seed.
const seed = 20_261_121;
const timeout = 60_000;

// Where a step does not depend on how updates come, one mode shows it.
const points = {
  webhook: ['update-inserted', 'update-acknowledged', 'before-call', 'after-call'],
  polling: [
    'update-inserted',
    'update-acknowledged',
    'inside-transaction',
    'update-handled',
    'before-mark',
  ],
} as const;

describe.each(['webhook', 'polling'] as const)('a program that is killed (%s)', (mode) => {
  test('at random loses nothing, doubles nothing at a fan and keeps order', {
    timeout,
  }, async () => {
    const shards = mode === 'webhook' ? 2 : 1;
    const { books } = await runRandomKills({ mode, seed, kills: 4, shards });
    expect(books.broken).toEqual([]);
    expect(books.relayed).toBeGreaterThan(0);
  });

  test('at each step loses nothing, doubles nothing at a fan and keeps order', {
    timeout,
  }, async () => {
    const { books, diedAt } = await runSteps({ mode, seed, rounds: 1, points: points[mode] });
    expect(diedAt).toEqual(Object.fromEntries(points[mode].map((point) => [point, 1])));
    expect(books.broken).toEqual([]);
    expect(books.relayed).toBeGreaterThan(0);
  });
});
