import type { TenantId } from '#src/core/ids.ts';

/** How many drafts by AI this tenant may have in a calendar month (UTC); null: any number, since nothing is billed yet. */
export function draftQuota(_tenantId: TenantId): number | null {
  return null;
}
