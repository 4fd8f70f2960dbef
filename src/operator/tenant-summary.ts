import type { TenantRecord } from '#src/storage/control-store.ts';

/** A tenant as operators see it; times as ISO 8601, nothing secret. */
export interface TenantSummary {
  readonly slug: string;
  readonly tenantId: string;
  readonly name: string;
  readonly state: TenantRecord['state'];
  readonly bot: { readonly id: number; readonly username: string };
  readonly connection: TenantRecord['connection'];
  readonly quarantine: string | null;
  readonly schema: number;
  readonly createdAt: string;
  readonly suspendedAt: string | null;
  readonly deletedAt: string | null;
  readonly purgeAt: string | null;
}

/** What of a record operators see. */
export function summarize(record: TenantRecord): TenantSummary {
  return {
    slug: record.slug,
    tenantId: record.tenantId,
    name: record.name,
    state: record.state,
    bot: { id: record.botId, username: record.botUsername },
    connection: record.connection,
    quarantine: record.quarantine,
    schema: record.schemaNumber,
    createdAt: new Date(record.createdAt).toISOString(),
    suspendedAt: isoOrNull(record.suspendedAt),
    deletedAt: isoOrNull(record.deletedAt),
    purgeAt: isoOrNull(record.purgeAt),
  };
}

/** A time in epoch ms as operators read it. */
export function isoOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
