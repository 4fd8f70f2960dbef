import { existsSync, statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
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
import { rawRows } from '#test/support/raw-rows.ts';

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

test("a step may rewrite a table's text, which holds for every connection; a text that cannot be read undoes the step", async () => {
  const rewriting = (text: string) => {
    const number = release.length + 1;
    const up = async (db: Kysely<never>) => {
      await sql`pragma writable_schema = on`.execute(db);
      await sql`update sqlite_schema set sql = ${text} where name = 'jotting'`.execute(db);
      await sql`pragma writable_schema = reset`.execute(db);
      await sql`pragma schema_version = 10000`.execute(db);
    };
    return [...release, testStep(number, { up })];
  };
  const migrated = async (text: string) =>
    await migrateFile(await source(), rewriting(text), systemClock);
  await expect(migrated('create table jotting (id integer primary')).rejects.toMatchObject({
    code: 'storage.migration-failed',
  });
  await expectMigrated();
  await storage.store.release(luna);

  const other = openTenantFile(await source());
  const write = (text: string) => other.run('insert into jotting (text) values (?)', [text]);
  write('anything');
  await migrated(
    `create table jotting (id integer primary key, text text not null unique check (text <> 'none')) strict`,
  );
  expect(() => write('none')).toThrow(expect.objectContaining({ code: 'storage.constraint' }));
  write('more');
  other.close();
});

test("outside of steps nobody rewrites a table's text", async () => {
  await migrateFile(await source(), release, systemClock);
  const file = openTenantFile(await source());
  file.run('pragma writable_schema = on');
  expect(() => file.run(`update sqlite_schema set sql = '' where name = 'jotting'`)).toThrow();
  file.close();
  await storage.store.transact(luna, async (tx) => {
    await rawRows(tx, 'pragma writable_schema = on');
    await expect(
      rawRows(tx, `update sqlite_schema set sql = '' where name = 'jotting'`),
    ).rejects.toThrow();
  });
});
