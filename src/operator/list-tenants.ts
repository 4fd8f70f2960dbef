import { type TenantSummary, summarize } from './tenant-summary.ts';
import type { OperatorTools } from './tools.ts';

/** All tenants, by slug, deleted ones in their grace included. */
export async function listTenants({
  control,
}: Pick<OperatorTools, 'control'>): Promise<{ ok: true; tenants: TenantSummary[] }> {
  return { ok: true, tenants: (await control.list()).map(summarize) };
}
