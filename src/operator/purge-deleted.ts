import { AppError } from '#src/core/errors.ts';
import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import type { Share } from '#src/core/share.ts';
import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** A purge this late means that the clock is wrong rather than that nobody ran the server for a year. */
const suspiciouslyLateMs = 365 * 24 * 60 * 60 * 1000;

/** What the purge stands on. */
export interface PurgeParts {
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Whose; all tenants' unless given. */
  readonly share?: Share | undefined;
}

/**
 * Destroys the keys and files of deleted tenants whose grace is over; afterwards nothing of them is left, and slug and
 * bot are free again. Safe to cut off and repeat. Gives how many were purged.
 */
export async function purgeDeleted({
  control,
  store,
  clock,
  log,
  share,
}: PurgeParts): Promise<number> {
  const now = clock.now();
  let purged = 0;
  for (const record of await control.list(share)) {
    const verdict = purgeVerdict(record, now);
    const { tenantId } = record;
    if (verdict === 'clock-suspect') {
      log.error('operator.purge-refused', { tenantId, code: 'operator.clock-suspect' });
    }
    if (verdict !== 'purge') continue;
    try {
      await store.release(tenantId);
      await control.destroyKey(tenantId);
      await store.erase(tenantId);
      await control.recordAct('purge', tenantId);
      await control.remove(tenantId);
      purged += 1;
      log.info('operator.purged', { tenantId });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.error('operator.purge-failed', { tenantId, code: error.code });
    }
  }
  return purged;
}

/** Whether a tenant's time has come; times in epoch ms. */
export function purgeVerdict(
  { state, purgeAt }: Pick<TenantRecord, 'state' | 'purgeAt'>,
  now: number,
): 'purge' | 'keep' | 'clock-suspect' {
  if (state !== 'deleted' || purgeAt === null || purgeAt > now) return 'keep';
  return now - purgeAt > suspiciouslyLateMs ? 'clock-suspect' : 'purge';
}
