import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import type { Migration } from '#src/storage/migration.ts';
import { needsMigration, rolloutOrder, type StopReason, stopReason } from '#src/storage/rollout.ts';
import { appliedSteps, runMigrations } from '#src/storage/run-migrations.ts';
import { newestNumber } from '#src/storage/schema-version.ts';
import { openTenantFile } from '#src/storage/tenant-file.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What the migrator stands on. */
export interface MigratorParts {
  readonly dir: string;
  readonly control: ControlStore;
  readonly keys: TenantKeys;
  readonly store: TenantStore;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
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

/** A tenant whose file could not be migrated; it stands still until it can. */
export interface MigrationFailure {
  readonly tenantId: TenantId;
  readonly slug: string;
  /** An AppError code, as in the tenant's `quarantine`. */
  readonly code: string;
  readonly message: string;
}

/** What a migration of all tenants did. */
export interface MigrationReport {
  readonly newest: number;
  /** Tenants with nothing to do; deleted ones whose key is destroyed among them. */
  readonly upToDate: number;
  readonly migrated: readonly TenantId[];
  /** Tenants that were in quarantine and work again. */
  readonly released: readonly TenantId[];
  readonly failed: readonly MigrationFailure[];
  /** Why it ended early; undefined when every tenant was tried. */
  readonly stopped: StopReason | undefined;
  readonly notTried: number;
}

/** How a migration of all tenants is watched. */
export interface MigrationWatch {
  onProgress?(done: number, total: number): void;
}

/** Brings the schema of all tenants' files up to date. The control file's own is brought up to date when it is opened. */
export interface Migrator {
  plan(): Promise<MigrationPlan>;
  /** Each tenant alone: one that fails is quarantined, the rest go on, unless so many fail that the step must be bad. */
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
    const healthy = new Set(
      pending.filter((record) => record.quarantine === null).map((record) => record.tenantId),
    );
    const migrated: TenantId[] = [];
    const released: TenantId[] = [];
    let destroyed = 0;
    const failed: MigrationFailure[] = [];
    let tried = 0;
    let stopped: StopReason | undefined;
    for (const record of pending) {
      const failure = await migrateTenant(parts, record);
      tried += 1;
      if (failure === 'destroyed') destroyed += 1;
      else if (failure) failed.push(failure);
      else (record.quarantine === null ? migrated : released).push(record.tenantId);
      watch.onProgress?.(tried, pending.length);
      const newFailures = failed.filter(({ tenantId }) => healthy.has(tenantId)).length;
      stopped = stopReason({ planned: healthy.size, tried, failed: newFailures });
      if (stopped) break;
      await breathe();
    }
    const notTried = pending.length - tried;
    return {
      newest,
      upToDate: upToDate + destroyed,
      migrated,
      released,
      failed,
      stopped,
      notTried,
    };
  }

  async function migrateOne(tenantId: TenantId): Promise<MigrationFailure | undefined> {
    const record = await control.get(tenantId);
    if (!record) {
      throw new AppError('storage.unknown-tenant', 'permanent', `There is no tenant ${tenantId}.`);
    }
    const failure = await migrateTenant(parts, record);
    if (failure !== 'destroyed') return failure;
    throw new AppError(
      'keys.destroyed',
      'permanent',
      `The key of tenant ${tenantId} was destroyed.`,
    );
  }

  return { plan, migrateAll, migrateOne };
}

async function migrateTenant(
  parts: MigratorParts,
  record: TenantRecord,
): Promise<MigrationFailure | 'destroyed' | undefined> {
  const { control, clock, log } = parts;
  const { tenantId, slug } = record;
  try {
    const schemaNumber = await migrateFile(parts, tenantId);
    await control.change(tenantId, { schemaNumber, quarantine: null, quarantinedAt: null });
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    // Nothing is wrong: a deleted tenant's data is meant to be unreadable.
    if (code === 'keys.destroyed') return 'destroyed';
    log.error('storage.migration-failed', { tenantId, code, reason: message });
    if (record.quarantine !== code) {
      await control.change(tenantId, { quarantine: code, quarantinedAt: clock.now() });
    }
    return { tenantId, slug, code, message };
  }
}

/** Gives the number of the newest step on the file afterwards, which may be one this program does not know. */
async function migrateFile(parts: MigratorParts, tenantId: TenantId): Promise<number> {
  const { dir, keys, store, migrations, clock } = parts;
  await store.release(tenantId);
  const file = openTenantFile({ dir, tenantId, key: await keys.fileKeyOf(tenantId) });
  try {
    await runMigrations(file, migrations, clock);
    return newestNumber(appliedSteps(file));
  } finally {
    file.close();
  }
}
