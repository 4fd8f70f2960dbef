import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import { createKeyRing, type KeyRing } from '#src/storage/key-ring.ts';
import type { MasterKey } from '#src/storage/master-key.ts';
import type { Migration } from '#src/storage/migration.ts';
import { createMigrator, type Migrator } from '#src/storage/migrator.ts';
import { openControlStore } from '#src/storage/open-control-store.ts';
import { createTenantStore } from '#src/storage/sqlite-tenant-store.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What `openStorage` needs. */
export interface StorageOptions {
  /** The data folder (TENANTS_DIR). */
  readonly dir: string;
  readonly masterKey: MasterKey;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** How many tenants' files are kept open. */
  readonly maxOpen?: number;
  /** The schema of tenants' files; the program's own unless a test brings another. */
  readonly migrations?: readonly Migration[];
}

/** Everything that is stored, behind one door. */
export interface Storage extends AsyncDisposable {
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly migrator: Migrator;
  readonly keyRing: KeyRing;
  /** Waits for what is running, then closes the tenants' files and the control file. */
  close(): Promise<void>;
}

/** Opens the control file (made on first use) and the store of tenants' files. Nothing else touches data files. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { dir, masterKey, clock, random, log, maxOpen = 500 } = options;
  const migrations = options.migrations ?? tenantMigrations;
  const keyRing = createKeyRing(masterKey, random);
  const control = await openControlStore({ dir, keyRing, clock });
  const parts = { dir, control, keys: control, migrations, clock, log };
  const store = createTenantStore({ ...parts, maxOpen });
  const migrator = createMigrator({ ...parts, store });
  const close = async () => {
    await store.close();
    await control.close();
  };
  return { control, store, migrator, keyRing, close, [Symbol.asyncDispose]: close };
}
