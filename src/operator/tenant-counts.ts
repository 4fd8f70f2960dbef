import { failedKinds, type FailedKind } from '#src/jobs/job-queries.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';

/** How much is in a tenant's file, and what waits or needs a person. */
export interface TenantCounts {
  readonly fans: number;
  readonly threads: number;
  readonly messages: number;
  readonly updates: { readonly stored: number; readonly waiting: number; readonly parked: number };
  readonly outbox: { readonly queued: number; readonly failed: number; readonly unknown: number };
  /** Due work that was given up after its tries, by kind. */
  readonly failedJobs: readonly FailedKind[];
}

/** Counts whole tables: for a person who asks, never on the way of a message. */
export async function countTenant(reader: Reader): Promise<TenantCounts> {
  const updates = await countByState(reader, 'stored_update');
  const outbox = await countByState(reader, 'outbox');
  const [waiting, parked] = [updates.get('waiting') ?? 0, updates.get('parked') ?? 0];
  return {
    fans: await countAll(reader, 'fan'),
    threads: await countAll(reader, 'thread'),
    messages: await countAll(reader, 'message'),
    updates: { stored: waiting + parked + (updates.get('done') ?? 0), waiting, parked },
    outbox: {
      queued: (outbox.get('queued') ?? 0) + (outbox.get('sending') ?? 0),
      failed: outbox.get('failed') ?? 0,
      unknown: outbox.get('uncertain') ?? 0,
    },
    failedJobs: await failedKinds(reader),
  };
}

async function countAll(reader: Reader, table: keyof TenantTables): Promise<number> {
  const { count } = await reader.db
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function countByState(
  reader: Reader,
  table: 'stored_update' | 'outbox',
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.db
    .selectFrom(table)
    .select((of) => ['state', of.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}
