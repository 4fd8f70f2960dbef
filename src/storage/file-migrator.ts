import { availableParallelism } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { migrateFile } from '#src/storage/migrate-file.ts';
import { MigrationThreads } from '#src/storage/migrate-threads/migration-threads.ts';
import type { MigrationsExport } from '#src/storage/migrate-threads/protocol.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';

/** Fewer tenants are migrated before a thread has started. */
const fewestForThreads = 16;
const mostThreads = 4;

/** Migrates tenants' files that nobody has open. */
export interface FileMigrator extends AsyncDisposable {
  /** How many it should be given at one time. */
  readonly lanes: number;
  /** Gives and throws what `migrateFile` and `fileKeyOf` do, or `storage.migration-crashed`. */
  migrate(tenantId: TenantId): Promise<number>;
}

/** What migrating files stands on. */
export interface FileMigratorParts {
  readonly dir: string;
  readonly keys: TenantKeys;
  readonly migrations: readonly Migration[];
  /** Where a thread finds the same `migrations`; undefined when no module exports them: then they run in this thread. */
  readonly steps: MigrationsExport | undefined;
  readonly clock: Clock;
}

/**
 * The one for so many tenants: threads when there are many, else this thread. One thread more than there are cores, since
 * each waits for its flushes now and then.
 */
export function chooseFileMigrator(parts: FileMigratorParts, tenants: number): FileMigrator {
  const { steps } = parts;
  if (!steps || tenants < fewestForThreads) return migrateHere(parts);
  const count = Math.min(availableParallelism() + 1, mostThreads);
  const threads = new MigrationThreads({ ...parts, steps, count });
  return {
    // Twice as many: while one file is migrated the next one's key is made ready.
    lanes: 2 * count,
    migrate: (tenantId) => threads.migrate(tenantId),
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  };
}

function migrateHere({ dir, keys, migrations, clock }: FileMigratorParts): FileMigrator {
  return {
    lanes: 1,
    async migrate(tenantId) {
      await breathe();
      return migrateFile({ dir, tenantId, key: await keys.fileKeyOf(tenantId) }, migrations, clock);
    },
    async [Symbol.asyncDispose]() {},
  };
}
