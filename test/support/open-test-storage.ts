import { join } from 'node:path';
import { type Clock, systemClock } from '#src/core/clock.ts';
import { type Log, silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import type { KeyRing } from '#src/storage/key-ring.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { SpareThreads } from '#src/storage/long-reads/spare-threads.ts';
import type { MigrationsExport } from '#src/storage/migrate-threads/protocol.ts';
import type { Migration } from '#src/storage/migration.ts';
import type { Migrator } from '#src/storage/migrator.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

/** For all storages of a worker, one after another. */
const spareThreads = new SpareThreads();

/** What a test may choose. */
export interface TestStorageOptions {
  readonly maxOpen?: number;
  readonly flushInBackground?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly migrations?: readonly Migration[];
  readonly migrationsExport?: MigrationsExport;
  /** In memory where the system can: for tests that write much and kill no machine. */
  readonly inMemory?: boolean;
}

/** Real storage in a folder of its own, which disposing removes. */
export interface TestStorage extends AsyncDisposable {
  readonly dir: string;
  readonly masterKey: MasterKey;
  /** These stand for the storage that is open now; read them anew after `reopen`. */
  readonly control: ControlStore;
  readonly store: Storage['store'];
  readonly keyRing: KeyRing;
  readonly migrator: Migrator;
  readonly storage: Storage;
  /** A tenant with its file, as `tenant create` leaves it. Slug and bot are made up unless given. */
  addTenant(slug?: string, botId?: number): Promise<TenantRecord>;
  /** Closes everything and opens it again, as a restart does; `options` replace those given before. */
  reopen(options?: TestStorageOptions): Promise<void>;
}

/** Opens real, encrypted storage on disk for one test: `await using storage = await openTestStorage()`. */
export async function openTestStorage(options: TestStorageOptions = {}): Promise<TestStorage> {
  const folder = makeTempDir(options);
  const dir = join(folder.path, 'tenants');
  const masterKey = new MasterKey(systemRandom.bytes(32));
  let chosen = options;
  let tenants = 0;
  const open = () =>
    openStorage({
      dir,
      masterKey,
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
      spareThreads,
      ...chosen,
    });
  let storage = await open();
  return {
    dir,
    masterKey,
    get control() {
      return storage.control;
    },
    get store() {
      return storage.store;
    },
    get keyRing() {
      return storage.keyRing;
    },
    get migrator() {
      return storage.migrator;
    },
    get storage() {
      return storage;
    },
    async addTenant(slug, botId) {
      tenants += 1;
      const name = slug ?? `tenant-${tenants}`;
      const id = botId ?? 7_000_000_000 + tenants;
      const token = `${id}:AA${systemRandom.bytes(24).toString('base64url')}x`;
      const bot = { id, username: `${name.replaceAll('-', '_')}_bot`, name, token };
      const place = { ...storage, dir, migrations: chosen.migrations };
      return newTenant(place, { slug: name, bot });
    },
    async reopen(next) {
      await storage.close();
      chosen = { ...chosen, ...next };
      storage = await open();
    },
    async [Symbol.asyncDispose]() {
      await storage.close();
      folder[Symbol.dispose]();
    },
  };
}
