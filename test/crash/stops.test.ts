import { expect, test } from 'vitest';
import { runSecondServer, runStops } from './stops.ts';

// Short versions; `npm run test:faults` plays them with their full counts and prints its seed.
const seed = 20_261_121;
const timeout = 60_000;

test('SIGTERM under load ends the program well, and the books hold', { timeout }, async () => {
  const { books, exits } = await runStops({ mode: 'webhook', seed, stops: 2 });
  expect(exits.map(({ code }) => code)).toEqual([0, 0]);
  expect(books.broken).toEqual([]);
});

test('a second server on the same data is refused, and the first one goes on', {
  timeout,
}, async () => {
  const { code, said, firstWorks } = await runSecondServer(seed);
  expect(code).not.toBe(0);
  expect(said).toContain('storage.locked');
  expect(firstWorks).toBe(true);
});
