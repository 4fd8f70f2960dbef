import type { TenantRecord } from '#src/storage/control-store.ts';
import { lockDataDir } from '#src/storage/data-lock.ts';
import { AppError } from '#src/core/errors.ts';
import type { MigrationFailure, MigrationReport } from '#src/storage/migration-report.ts';
import type { MigrationWatch, Migrator } from '#src/storage/migrator.ts';
import { type ExitCode, exitCodes, type OperatorRefusal, refusal } from './refusals.ts';

/** What `migrate plan` shows. */
export interface ShownPlan {
  readonly ok: true;
  /** Number of the newest step this program knows. */
  readonly newest: number;
  readonly upToDate: number;
  readonly pending: readonly {
    readonly slug: string;
    readonly schema: number;
    readonly quarantine: string | null;
  }[];
}

/** What `migrate run` did. */
export interface ShownRun
  extends Omit<MigrationReport, 'migrated' | 'released' | 'failed' | 'stopped'> {
  readonly ok: boolean;
  readonly migrated: number;
  readonly released: number;
  readonly failed: readonly MigrationFailure[];
  readonly stopped: string | null;
  readonly exitCode: ExitCode;
}

/** Which tenants' files are behind. */
export async function planMigration(migrator: Migrator): Promise<ShownPlan> {
  const { newest, upToDate, pending } = await migrator.plan();
  return { ok: true, newest, upToDate, pending: pending.map(showPending) };
}

/** Brings all tenants' files up to date; no server may run meanwhile. One that fails is quarantined alone. */
export async function runMigration(
  migrator: Migrator,
  dir: string,
  watch: MigrationWatch = {},
): Promise<ShownRun | OperatorRefusal> {
  const { pending } = await migrator.plan();
  if (pending.length === 0) return showRun(await migrator.migrateAll(watch));
  try {
    using _lock = lockDataDir(dir);
    return showRun(await migrator.migrateAll(watch));
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.locked')
      return refusal('server-running');
    throw error;
  }
}

function showPending({ slug, schemaNumber, quarantine }: TenantRecord) {
  return { slug, schema: schemaNumber, quarantine };
}

function showRun({ migrated, released, stopped, ...report }: MigrationReport): ShownRun {
  const ok = report.failed.length === 0 && stopped === undefined;
  return {
    ...report,
    ok,
    migrated: migrated.length,
    released: released.length,
    stopped: stopped ?? null,
    exitCode: ok ? exitCodes.done : exitCodes.someTenantsFailed,
  };
}
