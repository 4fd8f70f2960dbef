import type { Log } from '#src/core/log.ts';
import { AppError } from '#src/core/errors.ts';
import type { Migrator } from '#src/storage/migrator.ts';

/**
 * Brings all tenants' files up to date before the first update is taken. A tenant that fails is quarantined alone; a
 * step under which so many fail that it must be wrong stops the start (`app.bad-migration`).
 */
export async function migrateAtStart(migrator: Migrator, log: Log): Promise<void> {
  const { pending } = await migrator.plan();
  if (pending.length === 0) return;
  const { migrated, released, failed, stopped, notTried } = await migrator.migrateAll();
  log.info('app.migrated', {
    migrated: migrated.length,
    released: released.length,
    failed: failed.length,
  });
  if (stopped) {
    throw new AppError(
      'app.bad-migration',
      'permanent',
      `The new schema failed for ${failed.length} tenants and ${notTried} were not tried. Run the former version, and look at: npm run migrate -- plan`,
    );
  }
}
