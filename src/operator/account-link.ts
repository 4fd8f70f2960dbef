import { ownerOf } from '#src/features/members/index.ts';
import { notUsable } from './claim-link.ts';
import { findTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/**
 * Makes a link to the creator's account page, to be handed to the creator alone: for when the bot, which would make it at /plan,
 * answers nobody. Also of a tenant that is suspended, or deleted and not purged yet.
 */
export async function issueAccountLink(
  { control, store, accountLink }: Pick<OperatorTools, 'control' | 'store' | 'accountLink'>,
  slug: string,
): Promise<{ ok: true; slug: string; owner: number; url: string } | OperatorRefusal> {
  const found = await findTenant(control, slug);
  if (!found.ok) return found;
  if (!accountLink) return refusal('no-account-page');
  const { tenantId } = found.record;
  try {
    const owner = await store.read(tenantId, ownerOf);
    if (!owner) return refusal('no-owner', { slug });
    const url = await accountLink({ tenantId, userId: owner.userId });
    await control.recordAct('account', tenantId);
    return { ok: true, slug, owner: owner.userId, url };
  } catch (error) {
    return notUsable(control, slug, error);
  }
}
