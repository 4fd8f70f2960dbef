import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogFields } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Migration } from '#src/storage/migration.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { neverWorks, tellWhere } from '#test/support/thread-migrations.ts';

const module = new URL('../../../test/support/thread-migrations.ts', import.meta.url).href;
const newest = tellWhere.length;
/** So many are migrated in threads, one fewer here. */
const many = 16;

let lines: string[] = [];
const note = (event: string, fields: LogFields = {}) =>
  void lines.push(`${event} ${JSON.stringify(fields)}`);
const log = { debug: note, info: note, warn: note, error: note };

let storage: TestStorage;
let tenants: TenantRecord[] = [];

beforeEach(async () => {
  lines = [];
  tenants = [];
  storage = await openTestStorage({ migrations: noteMigrations, log });
});
afterEach(() => storage[Symbol.asyncDispose]());

/** Tenants in the order of a roll-out, which is that of their slugs. */
async function addTenants(count: number): Promise<void> {
  for (let n = 10; n < count + 10; n += 1) tenants.push(await storage.addTenant(`tenant-${n}`));
}

function tenant(index: number): TenantRecord {
  const record = tenants[index];
  if (!record) throw new Error(`there is no tenant ${index}`);
  return record;
}

const idsWithout = (...left: number[]) =>
  tenants.filter((_, index) => !left.includes(index)).map(({ tenantId }) => tenantId);
const notes = (index: number) => storage.store.read(tenant(index).tenantId, readNotes);
const write = (index: number, text: string) =>
  storage.store.transact(tenant(index).tenantId, (tx) => writeNote(tx, text));
const quarantineOf = async (index: number) =>
  (await storage.control.get(tenant(index).tenantId))?.quarantine;

/** The next release, whose steps a thread finds under this name. */
const release = (migrations: readonly Migration[], name: string) =>
  storage.reopen({ migrations, migrationsExport: { module, name } });

test('many tenants are migrated in threads, and one with a bad file is quarantined alone', async () => {
  await addTenants(many + 4);
  writeFileSync(tenantFilePath(storage.dir, tenant(12).tenantId), systemRandom.bytes(9_000));
  await release(tellWhere, 'tellWhere');
  const progress: number[] = [];
  const report = await storage.migrator.migrateAll({ onProgress: (done) => progress.push(done) });
  expect(report).toEqual({
    newest,
    upToDate: 0,
    migrated: idsWithout(12),
    released: [],
    failed: [
      expect.objectContaining({ tenantId: tenant(12).tenantId, code: 'storage.unreadable' }),
    ],
    stopped: undefined,
    notTried: 0,
  });
  expect(progress).toEqual(tenants.map((_, index) => index + 1));
  expect(await quarantineOf(12)).toBe('storage.unreadable');
  for (const index of [0, 5, 11, 13, 19]) {
    expect(await notes(index)).toEqual(['away, 0 settings']);
    expect(await quarantineOf(index)).toBe(null);
  }
  expect(await storage.migrator.plan()).toMatchObject({ pending: [{ slug: tenant(12).slug }] });
});

test('few tenants are migrated without a thread', async () => {
  await addTenants(many - 1);
  await release(tellWhere, 'tellWhere');
  expect((await storage.migrator.migrateAll()).migrated).toEqual(idsWithout());
  expect(await notes(0)).toEqual(['here']);
  expect(await notes(many - 2)).toEqual(['here']);
});

test('a tenant whose step fails in a thread keeps its old schema, and its words stay out of the log', async () => {
  await addTenants(many);
  await write(9, 'bad');
  await release(tellWhere, 'tellWhere');
  const { failed, migrated } = await storage.migrator.migrateAll();
  expect(migrated).toEqual(idsWithout(9));
  expect(failed).toEqual([
    {
      tenantId: tenant(9).tenantId,
      slug: tenant(9).slug,
      code: 'storage.migration-failed',
      message: `Step ${newest} (tell_where) failed; the file is as it was before it.`,
    },
  ]);
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toContain('canary');
  await storage.reopen({ migrations: noteMigrations });
  expect((await storage.migrator.migrateAll()).released).toEqual([tenant(9).tenantId]);
  expect(await notes(9)).toEqual(['bad']);
});

test('a step that ends its thread quarantines the tenant it was at, and another thread goes on', async () => {
  await addTenants(many);
  for (const index of [1, 6, 7, 15]) await write(index, 'deadly');
  await release(tellWhere, 'tellWhere');
  const { failed, migrated } = await storage.migrator.migrateAll();
  expect(migrated).toEqual(idsWithout(1, 6, 7, 15));
  expect(failed.map(({ code }) => code)).toEqual(Array(4).fill('storage.migration-crashed'));
  expect(await quarantineOf(6)).toBe('storage.migration-crashed');
  await storage.reopen({ migrations: noteMigrations });
  await storage.migrator.migrateAll();
  expect(await notes(6)).toEqual(['deadly']);
});

test('a quarantined tenant is tried last and released, and one without a key is left out', async () => {
  await addTenants(many + 1);
  const [ill, gone] = [tenant(2), tenant(8)];
  await storage.control.change(ill.tenantId, { quarantine: 'storage.full', quarantinedAt: 1 });
  await storage.control.destroyKey(gone.tenantId);
  await release(tellWhere, 'tellWhere');
  const report = await storage.migrator.migrateAll();
  expect(report).toMatchObject({ upToDate: 1, released: [ill.tenantId], failed: [] });
  expect(report.migrated).toEqual(idsWithout(2, 8));
  expect(await storage.control.get(ill.tenantId)).toMatchObject({
    quarantine: null,
    quarantinedAt: null,
    schemaNumber: newest,
  });
});

test.each([
  ['that fails everywhere', 'neverWorks', 'storage.migration-failed'],
  ['that no module exports', 'mislaid', 'storage.unknown-migrations'],
] as const)('a step %s touches five tenants and no more', async (_what, name, code) => {
  await addTenants(many);
  await release(neverWorks, name);
  const { failed, stopped, notTried } = await storage.migrator.migrateAll();
  expect(failed.map((failure) => failure.code)).toEqual(Array(5).fill(code));
  expect({ stopped, notTried }).toEqual({ stopped: 'first-all-failed', notTried: many - 5 });
  expect(await quarantineOf(5)).toBe(null);
});

test('when too many fail no more are begun, and those under way end first', async () => {
  const count = 36;
  await addTenants(count);
  for (let index = 8; index < count; index += 1) await write(index, 'bad');
  await release(tellWhere, 'tellWhere');
  const { migrated, failed, stopped, notTried } = await storage.migrator.migrateAll();
  expect(stopped).toBe('too-many-failed');
  expect(migrated).toEqual(idsWithout().slice(0, 8));
  expect(failed.length).toBeGreaterThanOrEqual(5);
  expect(notTried).toBe(count - 8 - failed.length);
  expect(notTried).toBeGreaterThan(0);
  const records = await storage.control.list();
  expect(records.filter(({ quarantine }) => quarantine !== null)).toHaveLength(failed.length);
});
