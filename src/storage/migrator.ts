import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import {
  chooseFileMigrator,
  type FileMigrator,
  type FileMigratorParts,
} from '#src/storage/file-migrator.ts';
import { inLanes } from '#src/storage/in-lanes.ts';
import type { MigratedTenants } from '#src/storage/migrated-tenants.ts';
import {
  type MigrationFailure,
  type MigrationOutcome,
  type MigrationReport,
  RolloutTally,
} from '#src/storage/migration-report.ts';
import { canaries, needsMigration, rolloutOrder } from '#src/storage/rollout.ts';
import { newestNumber } from '#src/storage/schema-version.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** Migrated tenants that are told to the control store together. */
const batchSize = 100;

/** What the migrator stands on. */
export interface MigratorParts extends FileMigratorParts {
  readonly control: ControlStore & MigratedTenants;
  readonly store: TenantStore;
  readonly log: Log;
}

/** What a migration would do. */
interface MigrationPlan {
  /** Number of the newest step this program knows. */
  readonly newest: number;
  /** Tenants whose schema is behind, and those in quarantine, in the order of the roll-out. */
  readonly pending: readonly TenantRecord[];
  readonly upToDate: number;
}

/** How a migration of all tenants is watched. */
export interface MigrationWatch {
  onProgress?(done: number, total: number): void;
}

/** Brings the schema of all tenants' files up to date. The control file's own is brought up to date when it is opened. */
export interface Migrator {
  plan(): Promise<MigrationPlan>;
  /**
   * Each tenant alone: one that fails is quarantined, the rest go on, unless so many fail that the step must be bad. Many
   * tenants are migrated in threads; when it is stopped those under way are ended first.
   */
  migrateAll(watch?: MigrationWatch): Promise<MigrationReport>;
  /**
   * One tenant, whatever the control store says of its schema; for files that were restored. Gives undefined, or why it
   * failed, and sets or lifts the quarantine accordingly.
   */
  migrateOne(tenantId: TenantId): Promise<MigrationFailure | undefined>;
}

/** The migrator of one installation. */
export function createMigrator(parts: MigratorParts): Migrator {
  const { control, migrations } = parts;
  const newest = newestNumber(migrations);

  async function plan(): Promise<MigrationPlan> {
    const records = await control.list();
    const pending = rolloutOrder(records.filter((record) => needsMigration(record, newest)));
    return { newest, pending, upToDate: records.length - pending.length };
  }

  async function migrateAll(watch: MigrationWatch = {}): Promise<MigrationReport> {
    const { pending, upToDate } = await plan();
    const tally = new RolloutTally(pending);
    let migrated = new Map<TenantId, number>();
    const tellControl = async () => {
      const told = migrated;
      migrated = new Map();
      if (told.size > 0) await control.markMigrated(told);
    };
    await using files = chooseFileMigrator(parts, pending.length);
    const tryOne = async (record: TenantRecord) => {
      const outcome = await migrateTenant(parts, files, record);
      tally.add(record, outcome);
      watch.onProgress?.(tally.tried, pending.length);
      // A crash before it is told costs the next start no more than a look at the file.
      if (typeof outcome === 'number') migrated.set(record.tenantId, outcome);
      if (migrated.size >= batchSize) await tellControl();
    };
    const goesOn = () => tally.stopped === undefined;
    try {
      // One after another, so that a step that works nowhere touches no more than these.
      await inLanes(pending.slice(0, canaries), 1, goesOn, tryOne);
      await inLanes(pending.slice(canaries), files.lanes, goesOn, tryOne);
    } finally {
      await tellControl();
    }
    return tally.report({ newest, upToDate });
  }

  async function migrateOne(tenantId: TenantId): Promise<MigrationFailure | undefined> {
    const record = await control.get(tenantId);
    if (!record) {
      throw new AppError('storage.unknown-tenant', 'permanent', `There is no tenant ${tenantId}.`);
    }
    await using files = chooseFileMigrator(parts, 1);
    const outcome = await migrateTenant(parts, files, record);
    if (typeof outcome === 'object') return outcome;
    if (outcome === 'destroyed') {
      throw new AppError(
        'keys.destroyed',
        'permanent',
        `The key of tenant ${tenantId} was destroyed.`,
      );
    }
    await control.markMigrated(new Map([[tenantId, outcome]]));
    return undefined;
  }

  return { plan, migrateAll, migrateOne };
}

/** Migrates one tenant's file; what comes of it is told to the control store at once only when it failed. */
async function migrateTenant(
  { control, store, clock, log }: MigratorParts,
  files: FileMigrator,
  { tenantId, slug, quarantine }: TenantRecord,
): Promise<MigrationOutcome> {
  try {
    await store.release(tenantId);
    return await files.migrate(tenantId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    // Nothing is wrong: a deleted tenant's data is meant to be unreadable.
    if (code === 'keys.destroyed') return 'destroyed';
    log.error('storage.migration-failed', { tenantId, code, reason: message });
    if (quarantine !== code) {
      await control.change(tenantId, { quarantine: code, quarantinedAt: clock.now() });
    }
    return { tenantId, slug, code, message };
  }
}
