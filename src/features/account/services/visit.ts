import type { AccountHolder } from '#src/core/account.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { ownerOf } from '#src/features/members/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { AccountParts } from '../account-parts.ts';
import { hashOfSecret, isSecret } from '../rules/secrets.ts';

/** Somebody on their account page. */
export interface Visit {
  readonly holder: AccountHolder;
  readonly tenant: TenantRecord;
  /** The session's secret. */
  readonly secret: string;
}

/** Why somebody may not see the account any more. `tenant-gone`: it was purged. */
export type HolderRefusal = 'tenant-gone' | 'not-owner';

/**
 * Whether the tenant is there and the holder still owns it. A tenant that is suspended, or deleted and not purged yet, is there:
 * what its creator pays goes on, so they can see and end it. Links and sessions from before ended then (triggers of `tenant`), so
 * whoever comes there comes by a link of the operator's.
 */
export async function lookAtHolder(
  { control, store }: Pick<AccountParts, 'control' | 'store'>,
  { tenantId, userId }: AccountHolder,
): Promise<Result<{ readonly tenant: TenantRecord }, HolderRefusal>> {
  const tenant = await control.get(tenantId);
  if (!tenant) return refuse('tenant-gone');
  const owner = await store.read(tenantId, ownerOf);
  return owner?.userId === userId ? { ok: true, tenant } : refuse('not-owner');
}

/** Whose page a session's secret opens. A session whose holder does not own the tenant any more ends here. */
export async function visitOf(
  parts: AccountParts,
  secret: string | undefined,
): Promise<Result<{ readonly visit: Visit }, 'no-session' | HolderRefusal>> {
  if (!isSecret(secret)) return refuse('no-session');
  const holder = await parts.book.sessionOf(hashOfSecret(secret));
  if (!holder) return refuse('no-session');
  const looked = await lookAtHolder(parts, holder);
  if (!looked.ok) {
    await parts.book.endSession(hashOfSecret(secret));
    return looked;
  }
  return { ok: true, visit: { holder, tenant: looked.tenant, secret } };
}
