import { AppError } from '#src/core/errors.ts';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Migration } from '#src/storage/migration.ts';
import { openExisting } from '#src/storage/open-existing.ts';
import type { Disk, ReadWatch, SqliteFile } from '#src/storage/open-file.ts';
import { makePrivateFolder } from '#src/storage/private-file.ts';
import { appliedSteps, runMigrations } from '#src/storage/run-migrations.ts';
import { startFile } from '#src/storage/start-file.ts';
import { tenantFilePath, tenantFolder } from '#src/storage/tenant-paths.ts';

// "FNLT"
const applicationId = 0x464e4c54;

/** Whose file, where, and its key. */
export interface TenantFileSource {
  readonly dir: string;
  readonly tenantId: TenantId;
  readonly key: Uint8Array;
  readonly disk?: Disk | undefined;
  /** Opens for reading only, under this watch. */
  readonly watch?: ReadWatch | undefined;
}

/**
 * Opens a tenant's file and makes sure that it is this tenant's: `storage.missing`, `storage.foreign` or
 * `storage.unreadable` otherwise. Its schema is not looked at.
 */
export function openTenantFile({ dir, tenantId, key, ...how }: TenantFileSource): SqliteFile {
  const file = openExisting(tenantFilePath(dir, tenantId), { key, applicationId, ...how });
  try {
    assertIdentity(file, tenantId);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Makes a tenant's file with its identity and the whole schema. Throws `storage.exists` when there is one. */
export async function createTenantFile(
  { dir, tenantId, key }: TenantFileSource,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<void> {
  makePrivateFolder(tenantFolder(dir, tenantId));
  using making = startFile(tenantFilePath(dir, tenantId), { key, applicationId });
  await runMigrations(making.file, migrations, clock);
  making.file.run('insert into tenant_identity (tenant_id, created_at) values (?, ?)', [
    tenantId,
    clock.now(),
  ]);
  if (!making.publish()) {
    throw new AppError('storage.exists', 'permanent', `Tenant ${tenantId} has a file already.`);
  }
}

function assertIdentity(file: SqliteFile, tenantId: TenantId): void {
  const known = appliedSteps(file).length > 0;
  const rows = known ? file.run('select tenant_id from tenant_identity').rows : [];
  const [identity, ...others] = rows as { tenant_id: string }[];
  if (identity?.tenant_id !== tenantId || others.length > 0) {
    throw new AppError(
      'storage.foreign',
      'permanent',
      `The file is not that of tenant ${tenantId}.`,
    );
  }
}
