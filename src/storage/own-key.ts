import type { TenantId } from '#src/core/ids.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';

/** A file's key in a buffer of its own, which can be handed over to a thread; other buffers share theirs. Throws as `fileKeyOf`. */
export async function ownKey(keys: TenantKeys, tenantId: TenantId): Promise<Uint8Array> {
  const key = await keys.fileKeyOf(tenantId);
  const own = Uint8Array.from(key);
  key.fill(0);
  return own;
}
