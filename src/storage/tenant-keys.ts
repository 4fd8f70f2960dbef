import type { TenantId } from '#src/core/ids.ts';

/** Gives the keys of tenants' files. Kept apart from ControlStore so that nobody but storage can ask. */
export interface TenantKeys {
  /** Throws `keys.destroyed`, `storage.unknown-tenant`, `keys.wrong-master-key` or `keys.tampered`. */
  fileKeyOf(tenantId: TenantId): Promise<Buffer>;
}
