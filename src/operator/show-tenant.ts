import { AppError } from '#src/core/errors.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { type AuditedBooks, auditBooks } from '#src/features/status/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
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
      readonly unreadable: null;
    }
  | {
      readonly owner: null;
      readonly counts: null;
      readonly books: null;
      readonly unreadable: string;
    };

/** All that an operator may know about a tenant. */
export interface ShownTenant {
  readonly ok: true;
  readonly tenant: TenantSummary & TenantContents & { readonly plan: TenantPlan };
}

/** One tenant in full. A file that cannot be opened is told, not thrown. */
export async function showTenant(
  tools: Pick<OperatorTools, 'control' | 'store' | 'plans' | 'clock'>,
  slug: string,
): Promise<ShownTenant | OperatorRefusal> {
  const found = await findTenant(tools.control, slug);
  if (!found.ok) return found;
  const contents = await lookInside(tools, found.record);
  const { plans, clock } = tools;
  const plan = describePlan(plans.of(found.record.tenantId), clock.now(), plans.billing);
  return { ok: true, tenant: { ...summarize(found.record), plan, ...contents } };
}

/** Owner, counts and books, read through the store without a write. */
export async function lookInside(
  { store }: Pick<OperatorTools, 'store'>,
  record: TenantRecord,
): Promise<TenantContents> {
  try {
    return await store.read(record.tenantId, async (reader) => ({
      owner: (await ownerOf(reader))?.userId ?? null,
      counts: await countTenant(reader),
      books: await auditBooks(reader),
      unreadable: null,
    }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { owner: null, counts: null, books: null, unreadable: record.quarantine ?? error.code };
  }
}
