import { AppError } from '#src/core/errors.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { type AuditedBooks, auditBooks } from '#src/features/status/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { ArrivalsInspector } from '#src/storage/inspect-arrivals.ts';
import {
  type AcknowledgedUpdate,
  acknowledgedUpdates,
  countOnTheirWay,
} from './count-on-their-way.ts';
import { findTenant } from './find-tenant.ts';
import type { OperatorRefusal } from './refusals.ts';
import { type TenantCounts, countTenant } from './tenant-counts.ts';
import { describePlan, type TenantPlan } from './tenant-plan.ts';
import { type TenantSummary, summarize } from './tenant-summary.ts';
import type { OperatorTools } from './tools.ts';

/** What a look into the tenant's file shows, or the code of why it could not be opened. */
export type TenantContents =
  | {
      readonly owner: number | null;
      readonly counts: TenantCounts;
      /** What came in and what became of it; each number is defined at `Books`. */
      readonly books: AuditedBooks;
      /**
       * Updates that are acknowledged and not in this file yet, so not in its books either. Null: the journal of arrivals cannot be
       * read, or was not asked.
       */
      readonly onTheirWay: number | null;
      readonly unreadable: null;
    }
  | {
      readonly owner: null;
      readonly counts: null;
      readonly books: null;
      readonly onTheirWay: null;
      readonly unreadable: string;
    };

/** All that an operator may know about a tenant. */
export interface ShownTenant {
  readonly ok: true;
  readonly tenant: TenantSummary & TenantContents & { readonly plan: TenantPlan };
}

/** One tenant in full. A file that cannot be opened is told, not thrown. */
export async function showTenant(
  tools: Pick<OperatorTools, 'control' | 'store' | 'arrivals' | 'plans' | 'clock'>,
  slug: string,
): Promise<ShownTenant | OperatorRefusal> {
  const found = await findTenant(tools.control, slug);
  if (!found.ok) return found;
  const { plans, clock, arrivals } = tools;
  const acknowledged = await inJournal(arrivals, found.record);
  const contents = await lookInside(tools, found.record, acknowledged);
  const plan = describePlan(plans.of(found.record.tenantId), clock.now(), plans.billing);
  return { ok: true, tenant: { ...summarize(found.record), plan, ...contents } };
}

/** Owner, counts and books, read through the store without a write; `acknowledged`: what stood in the journal of arrivals before. */
export async function lookInside(
  { store }: Pick<OperatorTools, 'store'>,
  record: TenantRecord,
  acknowledged: readonly AcknowledgedUpdate[] | null = null,
): Promise<TenantContents> {
  try {
    return await store.read(record.tenantId, async (reader) => ({
      owner: (await ownerOf(reader))?.userId ?? null,
      counts: await countTenant(reader),
      books: await auditBooks(reader),
      onTheirWay: acknowledged === null ? null : await countOnTheirWay(reader, acknowledged),
      unreadable: null,
    }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const unreadable = record.quarantine ?? error.code;
    return { owner: null, counts: null, books: null, onTheirWay: null, unreadable };
  }
}

async function inJournal(
  arrivals: ArrivalsInspector,
  { tenantId }: TenantRecord,
): Promise<AcknowledgedUpdate[] | null> {
  try {
    return await acknowledgedUpdates(arrivals, tenantId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}
