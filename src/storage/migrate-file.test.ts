import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { migrateFile } from '#src/storage/migrate-file.ts';
import { openControlStore } from '#src/storage/open-control-store.ts';
import { appliedSteps } from '#src/storage/run-migrations.ts';
import { openTenantFile } from '#src/storage/tenant-file.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import { noteMigrations, readNotes, testStep, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const release = [...noteMigrations, testStep(noteMigrations.length + 1)];
let storage: TestStorage;
let luna: TenantId;

beforeEach(async () => {
  storage = await openTestStorage({ migrations: noteMigrations });
  luna = (await storage.addTenant('luna')).tenantId;
  await storage.store.transact(luna, (tx) => writeNote(tx, 'before'));
  await storage.store.release(luna);
});
afterEach(() => storage[Symbol.asyncDispose]());

async function source() {
  const { dir, keyRing } = storage;
  const control = await openControlStore({ dir, keyRing, clock: systemClock });
  try {
    return { dir, tenantId: luna, key: await control.fileKeyOf(luna) };
  } finally {
    await control.close();
  }
}
const walOf = (tenantId: TenantId) => `${tenantFilePath(storage.dir, tenantId)}-wal`;

async function expectMigrated(): Promise<void> {
  const file = openTenantFile(await source());
  expect(appliedSteps(file).at(-1)?.number).toBe(release.length);
  file.close();
  await storage.reopen({ migrations: release });
  expect(await storage.store.read(luna, readNotes)).toEqual(['before']);
}

test('a migrated file has all steps in itself and no log beside it', async () => {
  expect(await migrateFile(await source(), release, systemClock)).toBe(release.length);
  expect(existsSync(walOf(luna))).toBe(false);
  await expectMigrated();
});

test('where somebody reads meanwhile the steps stay in the log, and are there', async () => {
  const reader = openTenantFile(await source());
  reader.run('begin');
  reader.run('select count(*) from jotting');
  expect(await migrateFile(await source(), release, systemClock)).toBe(release.length);
  expect(statSync(walOf(luna)).size).toBeGreaterThan(0);
  // It sees what was there when it began.
  expect(appliedSteps(reader).at(-1)?.number).toBe(noteMigrations.length);
  reader.run('commit');
  reader.close();
  await expectMigrated();
});
