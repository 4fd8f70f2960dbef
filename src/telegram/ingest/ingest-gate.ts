import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import type { Clock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { storeUpdates } from '#src/telegram/ingest/store-updates.ts';
import type { RawUpdate } from '#src/telegram/ingest/update-kind.ts';

/** The way in for updates that were asked for (polling); what comes by webhook takes the way of the Intake. */
export interface IngestGate {
  /**
   * Resolves once these updates are committed. Rejects when they are not: with the storage's error, or with
   * `ingest.full` when more is waiting than memory should hold (Telegram delivers again).
   */
  add(tenantId: TenantId, botId: BotId, updates: readonly RawUpdate[]): Promise<void>;
  /** Updates that wait for their commit. */
  readonly pending: number;
}

interface Addition {
  readonly botId: BotId;
  readonly updates: readonly RawUpdate[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Makes the gate. Updates that arrive for a tenant while its commit runs share the next commit (one fsync for all);
 * when that commit fails, all of them are rejected. `onStored` is told after each commit that brought anything new.
 */
export function createIngestGate(parts: {
  store: Pick<TenantStore, 'transact'>;
  clock: Clock;
  onStored: (tenantId: TenantId) => void;
  /** Most updates waiting at one time, for one tenant and in all. */
  limits?: { tenant: number; all: number };
  crashPoints?: CrashPoints | undefined;
}): IngestGate {
  const limits = parts.limits ?? { tenant: 2_000, all: 20_000 };
  const queues = new Map<TenantId, Addition[]>();
  let pending = 0;

  const commit = async (tenantId: TenantId, batch: readonly Addition[]): Promise<void> => {
    try {
      const fresh = await parts.store.transact(tenantId, async (tx) => {
        let count = 0;
        for (const { botId, updates } of batch) {
          count += await storeUpdates(tx, botId, updates, parts.clock.now());
        }
        return count;
      });
      parts.crashPoints?.reach('update-inserted');
      for (const addition of batch) addition.resolve();
      if (fresh > 0) parts.onStored(tenantId);
    } catch (error) {
      for (const addition of batch) addition.reject(error);
    } finally {
      for (const { updates } of batch) pending -= updates.length;
    }
  };

  const run = async (tenantId: TenantId): Promise<void> => {
    for (;;) {
      const batch = queues.get(tenantId) ?? [];
      if (batch.length === 0) {
        queues.delete(tenantId);
        return;
      }
      queues.set(tenantId, []);
      await commit(tenantId, batch);
    }
  };

  return {
    get pending() {
      return pending;
    },
    add: (tenantId, botId, updates) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(tenantId);
        const ahead = queue?.reduce((sum, addition) => sum + addition.updates.length, 0) ?? 0;
        if (ahead >= limits.tenant || pending >= limits.all) {
          reject(new AppError('ingest.full', 'transient', 'Too many updates wait for storage.'));
          return;
        }
        pending += updates.length;
        const addition: Addition = { botId, updates, resolve, reject };
        if (queue) {
          queue.push(addition);
          return;
        }
        queues.set(tenantId, [addition]);
        // After this turn of the event loop, so that requests read in the same turn share the commit.
        setImmediate(() => void run(tenantId));
      }),
  };
}
