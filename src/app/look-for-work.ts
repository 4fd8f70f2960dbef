import type { TenantId } from '#src/core/ids.ts';
import { nextRunAt } from '#src/jobs/job-queries.ts';
import type { DueIndex } from '#src/storage/due-index.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { hasWaiting } from '#src/telegram/ingest/update-queries.ts';
import { hasUnsent } from '#src/telegram/outbox/outbox-queries.ts';

/** What an earlier process has left: updates that wait or messages not sent, and when the next job is to be tried. */
export const workLeft = longQuery(import.meta.url, 'workLeft', async (reader) => ({
  left: (await hasWaiting(reader)) || (await hasUnsent(reader)),
  nextRun: await nextRunAt(reader),
}));

/**
 * Looks once into a tenant's file, since opening it is what costs: brings its next due time forward where the index has it too
 * late, and gives whether the Telegram side has something to do.
 */
export function lookForWork({
  store,
  due,
}: {
  readonly store: Pick<TenantStore, 'peek'>;
  readonly due: Pick<DueIndex, 'bringForward'>;
}): (tenantId: TenantId) => Promise<boolean> {
  return async (tenantId) => {
    const { left, nextRun } = await store.peek(tenantId, workLeft);
    if (nextRun !== null) due.bringForward(tenantId, nextRun);
    return left;
  };
}
