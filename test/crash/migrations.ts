import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import type { Migration } from '#src/storage/migration.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { rowsOfStep, slowMigrations } from '#test/support/crash-child.ts';
import { noteMigrations, readNotes, testStep, writeNote } from '#test/support/note-table.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { seededRandom } from '#test/support/sandbox/random.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

const childPath = join(import.meta.dirname, '../support/crash-child.ts');

/** What killing migrations came to; `broken` must be empty. */
export interface MigrationRun {
  readonly tenants: number;
  readonly kills: number;
  /** Tenants seen wholly old after a kill, and wholly new, over all kills. */
  readonly old: number;
  readonly fresh: number;
  readonly broken: readonly string[];
}

/** Kills the migration of many tenants again and again; each file must be wholly old or wholly new, and nothing done be undone. */
export async function runMigrationKills(options: {
  seed: number;
  tenants: number;
  kills: number;
}): Promise<MigrationRun> {
  using temp = makeTempDir();
  const keyBytes = systemRandom.bytes(32);
  const open = (migrations: readonly Migration[]) =>
    openInstallation(temp.path, keyBytes, migrations);
  const random = seededRandom(options.seed);
  const before = await open(noteMigrations);
  await addTenants(before, temp.path, options.tenants);
  const ids = (await before.control.list()).map(({ tenantId }) => tenantId);
  await before.close();
  const broken: string[] = [];
  let old = 0;
  let fresh = 0;
  let freshBefore = 0;
  for (let kill = 0; kill < options.kills; kill += 1) {
    const signs = random.integer(
      1,
      Math.max(1, Math.floor((2 * options.tenants * rowsOfStep) / options.kills)),
    );
    await killMigrationAfter(temp.path, keyBytes, signs);
    // An older program works on all files: the step is additive. So it can look at either state.
    const older = await open(noteMigrations);
    let freshNow = 0;
    for (const tenantId of ids) {
      const notes = (await older.store.read(tenantId, readNotes)).join();
      if (notes === 'before') old += 1;
      else if (notes === `before,rows: ${rowsOfStep}`) freshNow += 1;
      else broken.push(`${tenantId} is half migrated: ${notes}`);
    }
    await older.close();
    if (freshNow < freshBefore) broken.push(`${freshBefore - freshNow} tenants are old again`);
    freshBefore = freshNow;
    fresh += freshNow;
  }
  const after = await open(slowMigrations(() => {}));
  const { failed } = await after.migrator.migrateAll();
  broken.push(...failed.map(({ slug, code }) => `${slug} failed: ${code}`));
  for (const tenantId of ids) {
    const notes = (await after.store.read(tenantId, readNotes)).join();
    if (notes !== `before,rows: ${rowsOfStep}`)
      broken.push(`${tenantId} is not migrated in the end`);
  }
  await after.close();
  return { tenants: options.tenants, kills: options.kills, old, fresh, broken };
}

/** A step that fails for one of many tenants because of what is in its file. */
export async function runBadMigration(tenants: number): Promise<{
  readonly migrated: number;
  readonly quarantined: readonly string[];
  readonly broken: readonly string[];
}> {
  using temp = makeTempDir();
  const keyBytes = systemRandom.bytes(32);
  const before = await openInstallation(temp.path, keyBytes, noteMigrations);
  await addTenants(before, temp.path, tenants);
  const records = await before.control.list();
  const victim = records[Math.floor(tenants / 2)];
  if (!victim) throw new Error('there are no tenants');
  await before.store.transact(victim.tenantId, (tx) => writeNote(tx, 'poison'));
  await before.close();

  const step = testStep(noteMigrations.length + 1, {
    name: 'refuse_poison',
    async up(db) {
      await sql`create table picky (text text check (text <> 'poison')) strict`.execute(db);
      await sql`insert into picky select text from jotting`.execute(db);
    },
  });
  const after = await openInstallation(temp.path, keyBytes, [...noteMigrations, step]);
  const report = await after.migrator.migrateAll();
  const broken: string[] = [];
  for (const { tenantId, slug } of records) {
    const { quarantine } = (await after.control.get(tenantId)) ?? {};
    if (tenantId === victim.tenantId) continue;
    if (quarantine !== null) broken.push(`${slug} is in quarantine too`);
    await after.store.transact(tenantId, (tx) => writeNote(tx, 'still works'));
  }
  await after.close();
  // The victim is wholly old, and mended by the next release.
  const mended = await openInstallation(temp.path, keyBytes, [
    ...noteMigrations,
    testStep(noteMigrations.length + 1, { name: 'mended' }),
  ]);
  const { released } = await mended.migrator.migrateAll();
  if (!released.includes(victim.tenantId)) broken.push('the victim was not released');
  const notes = (await mended.store.read(victim.tenantId, readNotes)).join();
  if (notes !== 'before,poison') broken.push(`the victim lost something: ${notes}`);
  await mended.close();
  return {
    migrated: report.migrated.length,
    quarantined: report.failed.map(({ slug }) => slug),
    broken,
  };
}

function openInstallation(
  dir: string,
  keyBytes: Uint8Array,
  migrations: readonly Migration[],
): Promise<Storage> {
  const ports = { clock: systemClock, random: systemRandom, log: silentLog };
  return openStorage({
    dir,
    masterKey: new MasterKey(Buffer.from(keyBytes)),
    migrations,
    ...ports,
  });
}

async function addTenants(storage: Storage, dir: string, count: number): Promise<void> {
  const place = { ...storage, dir, migrations: noteMigrations };
  for (let n = 1; n <= count; n += 1) {
    const bot = { id: n, username: '', name: '', token: 't' };
    const { tenantId } = await newTenant(place, { slug: `tenant-${n}`, bot });
    await storage.store.transact(tenantId, (tx) => writeNote(tx, 'before'));
  }
}

/** Runs the migration in a process of its own and kills it after so many signs of life, or when it is done. */
async function killMigrationAfter(dir: string, keyBytes: Buffer, signs: number): Promise<void> {
  const args = [childPath, 'migrate', dir, keyBytes.toString('hex')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    seen += bytes.length;
    if (seen >= signs || bytes.includes('D')) child.kill('SIGKILL');
  });
  await once(child, 'exit');
}
