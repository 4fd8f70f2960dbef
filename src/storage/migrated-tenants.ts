import type { TenantId } from '#src/core/ids.ts';

/** Where the control file learns what was migrated. Kept apart from ControlStore so that nobody but the migrator writes it. */
export interface MigratedTenants {
  /** Writes the schema numbers that many tenants have now, in one transaction, and lifts their quarantines. */
  markMigrated(schemaNumbers: ReadonlyMap<TenantId, number>): Promise<void>;
}
