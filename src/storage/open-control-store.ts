import { existsSync } from 'node:fs';
import { AppError } from '#src/core/errors.ts';
import type { Clock } from '#src/core/clock.ts';
import { controlMigrations } from '#migrations/control/index.ts';
import type { KeyRing } from '#src/storage/key-ring.ts';
import type { Migration } from '#src/storage/migration.ts';
import { openExisting } from '#src/storage/open-existing.ts';
import type { SqliteFile } from '#src/storage/open-file.ts';
import { makePrivateFolder } from '#src/storage/private-file.ts';
import { runMigrations } from '#src/storage/run-migrations.ts';
import { SqliteControlStore } from '#src/storage/sqlite-control-store.ts';
import { startFile } from '#src/storage/start-file.ts';
import { controlFilePath, controlFolder } from '#src/storage/tenant-paths.ts';

// "FNLC"
const applicationId = 0x464e4c43;

/** What the control store stands on. */
export interface ControlStoreParts {
  readonly dir: string;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly migrations?: readonly Migration[];
}

/** Whether an installation lives in this folder already. */
export function controlFileExists(dir: string): boolean {
  return existsSync(controlFilePath(dir));
}

/**
 * Opens the control file, makes it on first use and brings its schema up to date. A wrong master key is
 * `keys.wrong-master-key`.
 */
export async function openControlStore({
  dir,
  keyRing,
  clock,
  migrations = controlMigrations,
}: ControlStoreParts): Promise<SqliteControlStore> {
  if (!controlFileExists(dir)) await createControlFile({ dir, keyRing, clock, migrations });
  const file = openControlFile(dir, keyRing);
  try {
    await runMigrations(file, migrations, clock);
    return new SqliteControlStore(file, keyRing, clock);
  } catch (error) {
    file.close();
    throw error;
  }
}

function openControlFile(dir: string, keyRing: KeyRing): SqliteFile {
  try {
    return openExisting(controlFilePath(dir), { key: keyRing.controlKey(), applicationId });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage.unreadable')) throw error;
    throw new AppError(
      'keys.wrong-master-key',
      'permanent',
      `${controlFilePath(dir)} cannot be read with master key ${keyRing.keyId}. Give the master key this installation was made with; if it is the right one, the file is damaged: restore it.`,
      { cause: error },
    );
  }
}

async function createControlFile({
  dir,
  keyRing,
  clock,
  migrations = controlMigrations,
}: ControlStoreParts): Promise<void> {
  makePrivateFolder(controlFolder(dir));
  using making = startFile(controlFilePath(dir), { key: keyRing.controlKey(), applicationId });
  await runMigrations(making.file, migrations, clock);
  // Another process may have been faster; then its file is the one.
  making.publish();
}
