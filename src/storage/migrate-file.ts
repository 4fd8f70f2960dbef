import type { Clock } from '#src/core/clock.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { SqliteFile } from '#src/storage/open-file.ts';
import { runMigrations } from '#src/storage/run-migrations.ts';
import { openTenantFile, type TenantFileSource } from '#src/storage/tenant-file.ts';

/**
 * Opens a tenant's file, which nobody else may have open, brings its schema up to date and closes it. The key is overwritten
 * once the file is open. Gives what `runMigrations` gives; throws what it and `openTenantFile` throw.
 */
export async function migrateFile(
  source: TenantFileSource,
  migrations: readonly Migration[],
  clock: Pick<Clock, 'now'>,
): Promise<number> {
  const file = open(source);
  try {
    const newest = await runMigrations(file, migrations, clock, 'with-next');
    // Moving the WAL flushes it: a commit that did so, too, would have it flushed twice.
    if (!movesWal(file)) await file.flushed();
    return newest;
  } finally {
    // What the planner should know of new tables it learns when there is something in them.
    file.close({ optimize: false, moveWal: false });
  }
}

function movesWal(file: SqliteFile): boolean {
  try {
    return file.moveWal();
  } catch {
    // What was committed stays in the WAL and is found at the next open.
    return false;
  }
}

function open(source: TenantFileSource): SqliteFile {
  try {
    return openTenantFile(source);
  } finally {
    source.key.fill(0);
  }
}
