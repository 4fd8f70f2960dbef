import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { AccountBook } from '#src/core/account.ts';
import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import { allTenants, type Share } from '#src/core/share.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { PlanBook } from '#src/core/plans.ts';
import type { DailyCaps, UsageBook } from '#src/core/usage.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import { DueIndex } from '#src/storage/due-index.ts';
import { type ArrivalJournal, openArrivalJournal } from '#src/storage/arrival-journal.ts';
import { type ArrivalsInspector, createArrivalsInspector } from '#src/storage/inspect-arrivals.ts';
import { createInspector, type TenantInspector } from '#src/storage/inspect-tenant-file.ts';
import { createKeyRing, type KeyRing } from '#src/storage/key-ring.ts';
import type { LongReader } from '#src/storage/long-reader.ts';
import type { SpareThreads } from '#src/storage/long-reads/spare-threads.ts';
import type { MasterKey } from '#src/storage/master-key.ts';
import type { MigrationsExport } from '#src/storage/migrate-threads/protocol.ts';
import type { Migration } from '#src/storage/migration.ts';
import { createMigrator, type Migrator } from '#src/storage/migrator.ts';
import { openControlStore } from '#src/storage/open-control-store.ts';
import type { Disk } from '#src/storage/open-file.ts';
import type { PlanBookOptions } from '#src/storage/plan-book.ts';
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
  /** How many tenants' files are kept open, with 0 each only while it is used; the share's part of 500 unless given. */
  readonly maxOpen?: number;
  /** Whose due work is found, and whose part of open files and threads is taken; all tenants' unless given. */
  readonly share?: Share;
  /**
   * Flushes commits in the thread pool, so that the event loop does not stand still meanwhile (see WalFlush). Off, every
   * commit is over when it returns, and tests with a clock of their own go the same way each time.
   */
  readonly flushInBackground?: boolean;
  /** The schema of tenants' files; the program's own unless a test brings another. */
  readonly migrations?: readonly Migration[];
  /** Where a thread finds the `migrations` that are given; without it they run in this thread. */
  readonly migrationsExport?: MigrationsExport;
  /** Only in tests: what the disk under the tenants' files says to writes. */
  readonly disk?: Disk | undefined;
  /** Only in tests: threads for long reads that outlive this storage. */
  readonly spareThreads?: SpareThreads | undefined;
}

/** Tenants' files that are kept open, and long reads at one time, in a process that does not divide its tenants. */
const mostOpen = 500;
const mostLongReads = 2;

/** Where a thread finds the program's own schema. */
const tenantMigrationsExport: MigrationsExport = {
  module: '#migrations/tenant/index.ts',
  name: 'tenantMigrations',
};

/** Everything that is stored, behind one door. */
export interface Storage extends AsyncDisposable {
  readonly control: ControlStore;
  readonly store: TenantStore & LongReader;
  /** When each tenant's next work is due. */
  readonly due: DueIndex;
  readonly migrator: Migrator;
  readonly inspector: TenantInspector;
  readonly keyRing: KeyRing;
  /** What models were asked for by all tenants, under these caps. */
  usageBook(caps: DailyCaps): UsageBook;
  /** What tenants' plans rest on. It is closed with the storage. */
  planBook(options: PlanBookOptions): Promise<PlanBook>;
  /** What is known of Stripe. */
  stripeBook(): StripeBook;
  /** Links to the account page, and sessions. */
  accountBook(): AccountBook;
  /** What has arrived and is not in its tenant's file yet; for the server alone, which closes it. */
  arrivalJournal(): ArrivalJournal;
  /** Looks at that journal, also beside a server. */
  readonly arrivals: ArrivalsInspector;
  /** Waits for what is running, then closes the tenants' files and the control file. */
  close(): Promise<void>;
}

/** Opens the control file (made on first use) and the store of tenants' files. Nothing else touches data files. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { dir, masterKey, clock, random, log, share = allTenants } = options;
  const { maxOpen = Math.ceil(mostOpen / share.of) } = options;
  const migrations = options.migrations ?? tenantMigrations;
  const steps = options.migrations ? options.migrationsExport : tenantMigrationsExport;
  const keyRing = createKeyRing(masterKey, random);
  const control = await openControlStore({ dir, keyRing, clock });
  const parts = { dir, control, keys: control, migrations, clock, log };
  const due = new DueIndex({ times: control, share, clock, log });
  const store = createTenantStore({
    ...parts,
    maxOpen,
    flushInBackground: options.flushInBackground ?? false,
    disk: options.disk,
    spareThreads: options.spareThreads,
    longReadThreads: Math.max(1, Math.floor(mostLongReads / share.of)),
    due,
  });
  const migrator = createMigrator({ ...parts, store, steps });
  const inspector = createInspector(parts);
  const close = async () => {
    await store.close();
    await due.close();
    await control.close();
  };
  return {
    control,
    store,
    due,
    migrator,
    inspector,
    keyRing,
    usageBook: (caps) => control.usageBook(caps),
    planBook: (options) => control.planBook(options, log),
    stripeBook: () => control.stripeBook(),
    accountBook: () => control.accountBook(),
    arrivalJournal: () =>
      openArrivalJournal({ dir, keyRing, keys: control, random, log, disk: options.disk }),
    arrivals: createArrivalsInspector({ dir, keyRing, keys: control }),
    close,
    [Symbol.asyncDispose]: close,
  };
}
