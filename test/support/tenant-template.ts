import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { tenantFilePath, tenantFolder } from '#src/storage/tenant-paths.ts';

/** Where tenants' files are made. */
export interface TenantPlace extends Pick<Storage, 'control' | 'store'> {
  readonly dir: string;
  /** The schema that the storage was opened with; the program's own unless given. */
  readonly migrations?: readonly Migration[] | undefined;
}

/** The first file that was made in this process with a schema, as its migrations left it. */
interface Template {
  readonly bytes: Buffer;
  readonly key: Buffer;
  readonly schemaNumber: number;
}

const templates = new WeakMap<readonly Migration[], Promise<Template>>();

/**
 * Makes the file of a tenant that was added. The first one of a schema in this process is made by the store; later ones are
 * copies of it under their own keys, since some thirty migrations take longer than many a test.
 */
export async function copyTenantFile(place: TenantPlace, tenantId: TenantId): Promise<void> {
  const { migrations = tenantMigrations } = place;
  const template = templates.get(migrations);
  if (template) return await copyFrom(await template, place, tenantId);
  const made = makeTemplate(place, tenantId);
  templates.set(migrations, made);
  try {
    await made;
  } catch (error) {
    templates.delete(migrations);
    throw error;
  }
}

async function makeTemplate(place: TenantPlace, tenantId: TenantId): Promise<Template> {
  await place.store.create(tenantId);
  // What others write by now is in the WAL: the file itself is as it was made.
  const bytes = readFileSync(tenantFilePath(place.dir, tenantId));
  const record = await place.control.get(tenantId);
  const key = Buffer.from(await keysOf(place).fileKeyOf(tenantId));
  return { bytes, key, schemaNumber: record?.schemaNumber ?? 0 };
}

async function copyFrom(
  { bytes, key, schemaNumber }: Template,
  place: TenantPlace,
  tenantId: TenantId,
): Promise<void> {
  const ownKey = await keysOf(place).fileKeyOf(tenantId);
  mkdirSync(tenantFolder(place.dir, tenantId), { recursive: true, mode: 0o700 });
  const path = tenantFilePath(place.dir, tenantId);
  writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  const db = new Database(path);
  try {
    db.pragma("cipher = 'sqlcipher'");
    db.pragma(`key = "x'${key.toString('hex')}'"`);
    db.pragma('synchronous = off');
    // Through the WAL every page would be encrypted twice.
    db.pragma('journal_mode = memory');
    db.pragma(`rekey = "x'${ownKey.toString('hex')}'"`);
    db.prepare('update tenant_identity set tenant_id = ?').run(tenantId);
    db.pragma('journal_mode = wal');
  } finally {
    db.close();
  }
  await place.control.change(tenantId, { schemaNumber });
}

/** The control file gives the keys, too; its type keeps them from whoever is not the storage. */
function keysOf({ control }: TenantPlace): TenantKeys {
  return control as TenantPlace['control'] & TenantKeys;
}
