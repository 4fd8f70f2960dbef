import type { TenantId } from '#src/core/ids.ts';

/** Leaves the queue's place; calling it again does nothing. */
export type Leave = () => void;

/** Lets so many in at one time; tenants have their turn round robin. */
export interface FairQueue {
  /** Resolves with a place as soon as there is one, or with null when the signal is aborted before. */
  enter(tenantId: TenantId, signal: AbortSignal): Promise<Leave | null>;
}

/** Makes a queue for `most` at one time, and at most so many of each tenant, so that none can take all places. */
export function createFairQueue(most: number, mostPerTenant: number): FairQueue {
  const inside = new Map<TenantId, number>();
  /** Who waits; the tenant whose turn is next stands first. */
  const waiting = new Map<TenantId, Set<() => void>>();
  let total = 0;

  const hasRoom = (tenantId: TenantId) =>
    total < most && (inside.get(tenantId) ?? 0) < mostPerTenant;

  const take = (tenantId: TenantId): Leave => {
    total += 1;
    inside.set(tenantId, (inside.get(tenantId) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      total -= 1;
      const still = (inside.get(tenantId) ?? 0) - 1;
      if (still > 0) inside.set(tenantId, still);
      else inside.delete(tenantId);
      letNextIn();
    };
  };

  const letNextIn = (): void => {
    for (const [tenantId, line] of waiting) {
      if (!hasRoom(tenantId)) continue;
      const [first] = line;
      if (!first) continue;
      waiting.delete(tenantId);
      line.delete(first);
      if (line.size > 0) waiting.set(tenantId, line);
      first();
      return;
    }
  };

  return {
    enter(tenantId, signal) {
      if (signal.aborted) return Promise.resolve(null);
      if (hasRoom(tenantId) && !waiting.has(tenantId)) return Promise.resolve(take(tenantId));
      return new Promise((resolve) => {
        const line = waiting.get(tenantId) ?? new Set();
        waiting.set(tenantId, line);
        const letIn = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(take(tenantId));
        };
        const giveUp = () => {
          line.delete(letIn);
          if (line.size === 0 && waiting.get(tenantId) === line) waiting.delete(tenantId);
          resolve(null);
        };
        line.add(letIn);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
