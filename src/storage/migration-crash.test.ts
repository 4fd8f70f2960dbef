import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { rowsOfStep, slowMigrations } from '#test/support/crash-child.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

const childPath = join(import.meta.dirname, '../../test/support/crash-child.ts');
const newMigrations = slowMigrations(() => {});
const newest = newMigrations.length;
const dotsOfStep = rowsOfStep + 1;
const keyBytes = systemRandom.bytes(32);
let temp: TempDir;

beforeEach(() => {
  temp = makeTempDir();
});
afterEach(() => temp[Symbol.dispose]());

const open = (migrations = newMigrations) =>
  openStorage({
    dir: temp.path,
    masterKey: new MasterKey(keyBytes),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    migrations,
  });

/** Starts the migration in a process of its own and kills it with SIGKILL after so many signs of life. */
async function killMigrationAfter(signs: number): Promise<void> {
  const args = [childPath, 'migrate', temp.path, keyBytes.toString('hex')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    seen += bytes.length;
    if (seen >= signs) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

async function addTenants(storage: Storage, count: number): Promise<TenantRecord[]> {
  const place = { ...storage, dir: temp.path, migrations: noteMigrations };
  for (let n = 1; n <= count; n += 1) {
    const bot = { id: n, username: '', name: '', token: 't' };
    const { tenantId } = await newTenant(place, { slug: `tenant-${n}`, bot });
    await storage.store.transact(tenantId, (tx) => writeNote(tx, 'before'));
  }
  return storage.control.list();
}

/** What each tenant's notes say now. */
async function statesOf(tenants: readonly TenantRecord[]): Promise<string[]> {
  // An older program still works on all files, for the step is additive; so it can look at either state.
  const older = await open(noteMigrations);
  const states: string[] = [];
  for (const { tenantId } of tenants) {
    const notes = await older.store.read(tenantId, readNotes);
    states.push(notes.join());
  }
  await older.close();
  return states;
}

/** Starts the program anew, as after a crash. */
async function expectAllGetMigrated(tenants: readonly TenantRecord[]): Promise<void> {
  const after = await open();
  const report = await after.migrator.migrateAll();
  expect(report.failed).toEqual([]);
  for (const { tenantId } of tenants) {
    expect(await after.store.read(tenantId, readNotes)).toEqual(['before', `rows: ${rowsOfStep}`]);
    expect(await after.control.get(tenantId)).toMatchObject({ schemaNumber: newest });
  }
  await after.close();
}

const whole = `before,rows: ${rowsOfStep}`;

test.each([1, dotsOfStep - 1, dotsOfStep, dotsOfStep + 7, 3 * dotsOfStep, 3 * dotsOfStep + 1])(
  'killed after %i signs of life, each tenant has the whole step or nothing of it',
  async (signs) => {
    const before = await open(noteMigrations);
    const tenants = await addTenants(before, 3);
    await before.close();
    await killMigrationAfter(signs);
    const states = await statesOf(tenants);
    expect(states.filter((state) => state !== 'before' && state !== whole)).toEqual([]);
    // In order: what was done before the kill is not lost.
    const done = Math.floor((signs - 1) / dotsOfStep);
    expect(states.slice(0, done)).toEqual(Array(done).fill(whole));
    await expectAllGetMigrated(tenants);
  },
);

test.each([6 * dotsOfStep + 1, 11 * dotsOfStep + 20])(
  'killed after %i signs of life of several threads, each tenant has the whole step or nothing of it',
  async (signs) => {
    const before = await open(noteMigrations);
    const tenants = await addTenants(before, 20);
    await before.close();
    await killMigrationAfter(signs);
    const states = await statesOf(tenants);
    expect(states.filter((state) => state !== 'before' && state !== whole)).toEqual([]);
    // Those that tell first whether the step works at all went before the others, one by one.
    expect(states.slice(0, 5)).toEqual(Array(5).fill(whole));
    await expectAllGetMigrated(tenants);
  },
);
