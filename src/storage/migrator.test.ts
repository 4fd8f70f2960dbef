import { rmSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Migration } from '#src/storage/migration.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import { noteMigrations, readNotes, testStep, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;

beforeEach(async () => {
  storage = await openTestStorage({ migrations: noteMigrations });
});
afterEach(() => storage[Symbol.asyncDispose]());

const next = noteMigrations.length + 1;
const withStep = (change: Partial<Migration>) => [...noteMigrations, testStep(next, change)];
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const notes = ({ tenantId }: TenantRecord) => storage.store.read(tenantId, readNotes);
const write = ({ tenantId }: TenantRecord, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));

const addTenants = async (count: number) => {
  const records: TenantRecord[] = [];
  for (let n = 0; n < count; n += 1) records.push(await storage.addTenant());
  return records;
};

/** A step that leaves a half-done change behind and then fails where a note says so. */
const touchy = withStep({
  name: 'touch_notes',
  async up(db) {
    await sql`create table half_done (n integer) strict`.execute(db);
    await sql`update jotting set text = text || '!'`.execute(db);
    await sql`insert into half_done (n) select 1 / 0 from jotting where text = 'bad!'`.execute(db);
    await sql`insert into jotting (text) select 'bad!' from jotting where text = 'bad!'`.execute(
      db,
    );
  },
});

test('the steps of the released schema are numbered without gaps', () => {
  expect(tenantMigrations.map((step) => step.number)).toEqual(
    tenantMigrations.map((_, n) => n + 1),
  );
});

test('all tenants are migrated, and a second run has nothing to do', async () => {
  const records = await addTenants(3);
  for (const record of records) await write(record, 'x');
  await storage.reopen({ migrations: touchy });
  expect(await storage.migrator.plan()).toMatchObject({ newest: next, upToDate: 0 });
  const progress: string[] = [];
  const report = await storage.migrator.migrateAll({
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  expect(report).toEqual({
    newest: next,
    upToDate: 0,
    migrated: records.map((record) => record.tenantId),
    released: [],
    failed: [],
    stopped: undefined,
    notTried: 0,
  });
  expect(progress).toEqual(['1/3', '2/3', '3/3']);
  for (const record of records) expect(await notes(record)).toEqual(['x!']);
  const again = await storage.migrator.migrateAll();
  expect(again).toMatchObject({ upToDate: 3, migrated: [], failed: [] });
});

test('a tenant whose migration fails is quarantined alone, on its old schema', async () => {
  const [good, bad, fine] = (await addTenants(3)) as [TenantRecord, TenantRecord, TenantRecord];
  await write(good, 'good');
  await write(bad, 'bad');
  await write(fine, 'fine');
  await storage.reopen({ migrations: touchy });
  const report = await storage.migrator.migrateAll();
  expect(report.migrated).toEqual([good.tenantId, fine.tenantId]);
  expect(report.failed).toMatchObject([
    { tenantId: bad.tenantId, slug: bad.slug, code: 'storage.migration-failed' },
  ]);
  expect(report.stopped).toBeUndefined();
  expect(await storage.control.get(bad.tenantId)).toMatchObject({
    quarantine: 'storage.migration-failed',
    schemaNumber: next - 1,
  });
  await expect(notes(bad)).rejects.toThrow(refusal('storage.quarantined'));
  expect(await notes(fine)).toEqual(['fine!']);
});

test('a quarantined tenant is released as soon as it works again', async () => {
  const [bad] = (await addTenants(1)) as [TenantRecord];
  await write(bad, 'bad');
  await storage.reopen({ migrations: touchy });
  await storage.migrator.migrateAll();
  await storage.reopen({ migrations: withStep({ name: 'touch_notes' }) });
  const report = await storage.migrator.migrateAll();
  expect(report.released).toEqual([bad.tenantId]);
  expect(await storage.control.get(bad.tenantId)).toMatchObject({
    quarantine: null,
    quarantinedAt: null,
    schemaNumber: next,
  });
  expect(await notes(bad)).toEqual(['bad']);
});

test('going back to the older program releases those its successor could not migrate', async () => {
  const [bad] = (await addTenants(1)) as [TenantRecord];
  await write(bad, 'bad');
  await storage.reopen({ migrations: touchy });
  await storage.migrator.migrateAll();
  await storage.reopen({ migrations: noteMigrations });
  expect((await storage.migrator.migrateAll()).released).toEqual([bad.tenantId]);
  expect(await notes(bad)).toEqual(['bad']);
});

test('a file that cannot be opened is quarantined with its own code', async () => {
  const [lost, garbled, fine] = (await addTenants(3)) as [TenantRecord, TenantRecord, TenantRecord];
  rmSync(tenantFilePath(storage.dir, lost.tenantId));
  writeFileSync(tenantFilePath(storage.dir, garbled.tenantId), systemRandom.bytes(9_000));
  await storage.reopen({ migrations: withStep({}) });
  const report = await storage.migrator.migrateAll();
  expect(report.failed.map((failure) => failure.code)).toEqual([
    'storage.missing',
    'storage.unreadable',
  ]);
  expect(report.migrated).toEqual([fine.tenantId]);
});

test('a step that fails for everyone is stopped after five tenants', async () => {
  await addTenants(7);
  const broken = withStep({
    async up() {
      throw new Error('never works');
    },
  });
  await storage.reopen({ migrations: broken });
  const report = await storage.migrator.migrateAll();
  expect(report.stopped).toBe('first-all-failed');
  expect(report.failed).toHaveLength(5);
  expect(report.notTried).toBe(2);
});

test('tenants that were broken before do not stop a roll-out', async () => {
  const broken = await addTenants(6);
  for (const { tenantId } of broken) {
    rmSync(tenantFilePath(storage.dir, tenantId));
    await storage.control.change(tenantId, { quarantine: 'storage.missing', quarantinedAt: 1 });
  }
  const fine = await addTenants(2);
  await storage.reopen({ migrations: withStep({}) });
  const report = await storage.migrator.migrateAll();
  expect(report.stopped).toBeUndefined();
  expect(report.migrated).toEqual(fine.map((record) => record.tenantId));
  expect(report.failed).toHaveLength(6);
});

test('a table may be rebuilt without losing the rows that point to it', async () => {
  const family = [
    ...noteMigrations,
    testStep(next, {
      async up(db) {
        await sql`create table parent (id integer primary key) strict`.execute(db);
        await sql`create table child (parent_id integer references parent (id) on delete cascade) strict`.execute(
          db,
        );
        await sql`insert into parent values (1)`.execute(db);
        await sql`insert into child values (1)`.execute(db);
      },
    }),
  ];
  const rebuilt = testStep(next + 1, {
    async up(db) {
      await sql`create table parent_new (id integer primary key, name text) strict`.execute(db);
      await sql`insert into parent_new (id) select id from parent`.execute(db);
      await sql`drop table parent`.execute(db);
      await sql`alter table parent_new rename to parent`.execute(db);
      await sql`insert into jotting (text) select 'child' from child`.execute(db);
    },
  });
  const careless = testStep(next + 2, {
    async up(db) {
      await sql`delete from parent`.execute(db);
    },
  });
  const [record] = (await addTenants(1)) as [TenantRecord];
  await storage.reopen({ migrations: [...family, rebuilt] });
  await storage.migrator.migrateAll();
  expect(await notes(record)).toEqual(['child']);
  await storage.reopen({ migrations: [...family, rebuilt, careless] });
  expect((await storage.migrator.migrateAll()).failed).toHaveLength(1);
});

test('a tenant whose file was migrated before the control file heard of it is found so', async () => {
  const [record] = (await addTenants(1)) as [TenantRecord];
  await write(record, 'x');
  await storage.reopen({ migrations: touchy });
  await storage.migrator.migrateAll();
  await storage.control.change(record.tenantId, { schemaNumber: next - 1 });
  expect((await storage.migrator.migrateAll()).migrated).toEqual([record.tenantId]);
  expect(await storage.control.get(record.tenantId)).toMatchObject({ schemaNumber: next });
  expect(await notes(record)).toEqual(['x!']);
});

test('a tenant whose file was put back from a backup is migrated when asked for', async () => {
  const [record] = (await addTenants(1)) as [TenantRecord];
  await storage.reopen({ migrations: withStep({}) });
  await storage.control.change(record.tenantId, { schemaNumber: next });
  await expect(notes(record)).rejects.toThrow(refusal('storage.older'));
  expect(await storage.migrator.migrateOne(record.tenantId)).toBeUndefined();
  expect(await notes(record)).toEqual([]);
});

test('a tenant whose creation has not ended, or whose key is destroyed, is left out', async () => {
  const [unfinished, gone] = (await addTenants(2)) as [TenantRecord, TenantRecord];
  await storage.control.change(unfinished.tenantId, { schemaNumber: 0 });
  await storage.control.change(gone.tenantId, { state: 'deleted' });
  await storage.control.destroyKey(gone.tenantId);
  await storage.reopen({ migrations: withStep({}) });
  const report = await storage.migrator.migrateAll();
  expect(report).toMatchObject({ migrated: [], failed: [], upToDate: 2 });
});
