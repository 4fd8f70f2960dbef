import { expect, test } from 'vitest';
import { runBadFiles } from './bad-files.ts';
import { runBusyFiles } from './busy-files.ts';
import { runDiskFull } from './disk-full.ts';
import { runFailingWrites } from './failing-writes.ts';
import { runBadMigration, runMigrationKills } from './migrations.ts';

// Short versions; `npm run test:faults` plays them with their full counts and prints its seed.
const seed = 20_261_121;
const timeout = 60_000;

test('a killed migration leaves each tenant wholly old or wholly new', { timeout }, async () => {
  const { broken, old, fresh } = await runMigrationKills({ seed, tenants: 12, kills: 3 });
  expect(broken).toEqual([]);
  expect(old).toBeGreaterThan(0);
  expect(fresh).toBeGreaterThan(0);
});

test('a migration that fails for one tenant quarantines that one alone', { timeout }, async () => {
  const { migrated, quarantined, broken } = await runBadMigration(20);
  expect(migrated).toBe(19);
  expect(quarantined).toHaveLength(1);
  expect(broken).toEqual([]);
});

test('bad files stop their own tenants alone and are never written over', { timeout }, async () => {
  const { books, quarantined } = await runBadFiles(seed);
  expect(books.broken).toEqual([]);
  expect(quarantined).toEqual({
    garbage: 'storage.unreadable',
    empty: 'storage.foreign',
    missing: 'storage.missing',
    'wrong-key': 'storage.unreadable',
  });
});

test('whichever write fails, nothing is lost and no restart is needed', { timeout }, async () => {
  const { books, scenes } = await runFailingWrites({ seed, every: 16 });
  expect(books.broken).toEqual([]);
  expect(scenes).toBeGreaterThan(5);
});

test('a full disk takes nothing, and everything when there is room again', {
  timeout,
}, async () => {
  const { books, refused } = await runDiskFull({ mode: 'webhook', seed, rounds: 1 });
  expect(books.broken).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});

test('a script that holds the files costs nothing', { timeout }, async () => {
  const { books } = await runBusyFiles({ mode: 'webhook', seed, rounds: 3 });
  expect(books.broken).toEqual([]);
});
