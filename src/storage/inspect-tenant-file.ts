import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { SqliteFile } from '#src/storage/open-file.ts';
import { appliedSteps } from '#src/storage/run-migrations.ts';
import { type SchemaStanding, schemaStanding } from '#src/storage/schema-version.ts';
import { openTenantFile } from '#src/storage/tenant-file.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';

/** How a tenant's file is. */
export interface FileReport {
  /** Why it cannot be opened as this tenant's (an AppError code, as in quarantine); null when it can. */
  readonly fault: string | null;
  /** The file begins like an SQLite file that is not encrypted. */
  readonly plainText: boolean;
  readonly bytes: number;
  readonly walBytes: number;
  readonly standing: SchemaStanding | null;
  /** Tables in which `quick_check` found damage; null when it was not asked for. */
  readonly damagedTables: readonly string[] | null;
}

/** Looks at tenants' files without the store, so that a bad one is reported and not quarantined. */
export interface TenantInspector {
  /** `deep` reads every page of the file: seconds for gigabytes. Never throws for the state of the file. */
  inspect(tenantId: TenantId, options?: { deep?: boolean }): Promise<FileReport>;
}

/** What the inspector stands on. */
export interface InspectorParts {
  readonly dir: string;
  readonly keys: TenantKeys;
  readonly migrations: readonly Migration[];
}

/** The inspector of one installation. */
export function createInspector({ dir, keys, migrations }: InspectorParts): TenantInspector {
  return {
    async inspect(tenantId, { deep = false } = {}) {
      const path = tenantFilePath(dir, tenantId);
      const size = {
        plainText: beginsPlain(path),
        bytes: sizeOf(path),
        walBytes: sizeOf(`${path}-wal`),
      };
      try {
        const file = openTenantFile({ dir, tenantId, key: await keys.fileKeyOf(tenantId) });
        try {
          const standing = schemaStanding(appliedSteps(file), migrations);
          const damagedTables = deep ? await damagedTablesOf(file) : null;
          return { fault: null, ...size, standing, damagedTables };
        } finally {
          file.close();
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { fault: error.code, ...size, standing: null, damagedTables: null };
      }
    },
  };
}

/** Whether a file begins with the header of an SQLite file in plain text (sqlite.org/fileformat.html, 1.3). */
export function beginsPlain(path: string): boolean {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    const head = Buffer.alloc(16);
    readSync(handle, head, 0, 16, 0);
    return head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(handle);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** One table after another, so that nothing else stands still for the whole file. */
async function damagedTablesOf(file: SqliteFile): Promise<string[]> {
  const tables = file.run("select name from sqlite_schema where type = 'table' order by name")
    .rows as { name: string }[];
  const damaged: string[] = [];
  for (const { name } of tables) {
    if (!isWell(file, name)) damaged.push(name);
    await breathe();
  }
  return damaged;
}

function isWell(file: SqliteFile, table: string): boolean {
  try {
    const rows = file.run(`pragma quick_check("${table.replaceAll('"', '""')}")`).rows as Record<
      string,
      unknown
    >[];
    return rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok';
  } catch (error) {
    if (error instanceof AppError && error.kind === 'permanent') return false;
    throw error;
  }
}
