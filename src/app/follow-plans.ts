import { errorCode } from '#src/core/error-code.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanBook } from '#src/core/plans.ts';
import type { Services } from '#src/core/services.ts';
import { askToTell, toldNext } from '#src/features/billing/index.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What it stands on; `services` with this book of plans. */
export interface FollowParts {
  readonly plans: PlanBook;
  readonly store: TenantStore;
  readonly services: Services;
}

/** A tenant whose file cannot be written now is tried again after this long. */
const retryMs = 60_000;

/**
 * Has creators told of what changed of their plans: of changes as they come, and at the start of those that came while nobody
 * listened. One tenant after another; the job that tells them does so once, however often it is asked to. The answer stops
 * it and waits for what is under way.
 */
export function followPlans({ plans, store, services }: FollowParts): () => Promise<void> {
  const { clock, log } = services;
  if (!plans.billing) return async () => {};
  const waiting = new Set<TenantId>(plans.all().map(({ tenantId }) => tenantId));
  /** To be tried again at the next retry. */
  const failed = new Set<TenantId>();
  let working: Promise<void> | null = null;
  let stopped = false;
  let cancelRetry = () => {};

  const work = (): void => {
    working ??= askAll().finally(() => {
      working = null;
      if (waiting.size > 0 && !stopped) work();
    });
  };

  const askAll = async (): Promise<void> => {
    for (const tenantId of waiting) {
      if (stopped) return;
      waiting.delete(tenantId);
      if (!(await ask(tenantId))) failed.add(tenantId);
      await new Promise(setImmediate);
    }
    if (failed.size === 0 || stopped) return;
    cancelRetry();
    cancelRetry = clock.after(retryMs, () => {
      for (const tenantId of failed) waiting.add(tenantId);
      failed.clear();
      work();
    });
  };

  /** False: to be tried again. */
  const ask = async (tenantId: TenantId): Promise<boolean> => {
    try {
      const at = await store.read(tenantId, (reader) => toldNext(reader, services));
      if (at !== null) await store.transact(tenantId, (tx) => askToTell(tx, at, services));
      return true;
    } catch (error) {
      const code = errorCode(error);
      if (code === 'storage.unknown-tenant') return true;
      log.warn('app.plan-not-told', { tenantId, code });
      return false;
    }
  };

  const stopListening = plans.onChange((tenantId) => {
    waiting.add(tenantId);
    work();
  });
  work();

  return async () => {
    stopped = true;
    stopListening();
    cancelRetry();
    await working;
  };
}
