import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Log } from '#src/core/log.ts';
import type { Share } from '#src/core/share.ts';
import { nextRun } from '#src/jobs/next-run.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { DueIndex } from '#src/storage/due-index.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What a sweep works with. */
export interface SweepParts {
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly due: DueIndex;
  /** Whose files; all tenants' unless given. */
  readonly share?: Share | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long after the start or a sweep the next begins, and how long it rests after each tenant. */
const sweepEveryMs = 6 * 3_600_000;
const restMs = 50;

/**
 * Looks into every working tenant's file for its next due time and brings the index forward where that is too late: a
 * process that died between its two commits, a file that was restored. Now and then, and slowly: at the start
 * whoever starts the scheduler looks into all files. The answer stops it.
 */
export function keepSweeping({
  control,
  store,
  due,
  share,
  clock,
  log,
}: SweepParts): () => Promise<void> {
  let stopped = false;
  let cancel = () => {};

  const sweep = async (): Promise<void> => {
    const records = await control.list(share);
    for (const { tenantId, state, quarantine, schemaNumber } of records.toSorted(
      (a, b) => a.revision - b.revision,
    )) {
      if (stopped) return;
      if (state !== 'active' || quarantine !== null || schemaNumber === 0) continue;
      try {
        const next = await store.peek(tenantId, nextRun);
        if (next !== null) due.bringForward(tenantId, next);
      } catch (error) {
        // Suspended, deleted or quarantined meanwhile; or its file is at fault, and is looked at again.
        log.warn('jobs.sweep-failed', { tenantId, code: errorCode(error) });
      }
      await rest();
    }
  };

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const cancelRest = clock.after(restMs, resolve);
      cancel = () => {
        cancelRest();
        resolve();
      };
    });

  let sweeping = Promise.resolve();
  const later = (): void => {
    cancel = clock.after(sweepEveryMs, () => {
      sweeping = sweep()
        .catch((error: unknown) => log.warn('jobs.sweep-failed', { code: errorCode(error) }))
        .then(() => {
          if (!stopped) later();
        });
    });
  };
  later();
  return async () => {
    stopped = true;
    cancel();
    await sweeping;
  };
}
