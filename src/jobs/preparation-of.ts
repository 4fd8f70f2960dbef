import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { LongReader } from '#src/storage/long-reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What a tenant's jobs may use before their transactions. `signal`: aborted when the program stops. */
export function preparationOf(
  tenantId: TenantId,
  {
    store,
    services,
    signal,
  }: {
    readonly store: TenantStore & LongReader;
    readonly services: Services;
    readonly signal: AbortSignal;
  },
): Preparation {
  return {
    tenantId,
    services,
    signal,
    read: (work) => store.read(tenantId, work),
    readLong: (query, args) => store.readLong(tenantId, query, args, { signal }),
    transact: (work) => store.transact(tenantId, work),
  };
}
