import type { TenantRecord } from '#src/storage/control-store.ts';
import { type TenantSummary, summarize } from './tenant-summary.ts';

/** What a verb that changes a tenant's record did. */
export interface ChangedTenant {
  readonly ok: true;
  /** False when it was so already, or in a dry run. */
  readonly changed: boolean;
  /** It was so before: nothing was (or in a dry run would be) to change. */
  readonly already: boolean;
  readonly dryRun: boolean;
  readonly tenant: TenantSummary;
}

/** Options of every verb that changes a tenant. */
export interface ChangeOptions {
  /** Checks everything and changes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** The outcome with the record as it stands now. */
export function outcome(
  record: TenantRecord,
  changed: boolean,
  { dryRun = false, already = false }: ChangeOptions & { readonly already?: boolean } = {},
): ChangedTenant {
  return { ok: true, changed, already, dryRun, tenant: summarize(record) };
}
