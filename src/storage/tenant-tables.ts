/**
 * The tables of a tenant's file. Each feature adds its own from its tables.ts:
 * `declare module '#src/storage/tenant-tables.ts' { interface TenantTables { fan: FanTable } }`.
 */
// biome-ignore lint: filled by declaration merging
export interface TenantTables {
  /** One row: whose file this is. Checked at every open. */
  tenant_identity: TenantIdentityTable;
  /** One row for each migration that ran, written in its own transaction. */
  schema_migration: SchemaMigrationTable;
}

/** Whose file this is. */
interface TenantIdentityTable {
  tenant_id: string;
  created_at: number;
}

/** A migration that ran on this file. */
interface SchemaMigrationTable {
  number: number;
  name: string;
  kind: 'additive' | 'breaking';
  applied_at: number;
}
