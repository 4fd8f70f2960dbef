import type { ControlStore } from '#src/storage/control-store.ts';
import { AppError } from '#src/core/errors.ts';
import { createClaimLink, ownerOf } from '#src/features/members/index.ts';
import { findLiveTenant } from './find-tenant.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** A one-time link that makes whoever opens it the owner; `expiresAt` in epoch ms. */
export interface ClaimLink {
  readonly url: string;
  readonly expiresAt: number;
}

/** The link's address. The start payload has at most 64 characters of A-Za-z0-9_- (Bot features, deep linking). */
export function claimUrl(botUsername: string, secret: string): string {
  return `https://t.me/${botUsername}?start=claim_${secret}`;
}

/** Makes a fresh claim link for a tenant that nobody owns yet; earlier links end. */
export async function issueClaimLink(
  tools: OperatorTools,
  slug: string,
): Promise<{ ok: true; slug: string; claim: ClaimLink } | OperatorRefusal> {
  const { control, store, clock, random } = tools;
  const found = await findLiveTenant(control, slug);
  if (!found.ok) return found;
  const { tenantId, botUsername } = found.record;
  try {
    const link = await store.transact(tenantId, async (tx) =>
      (await ownerOf(tx)) ? undefined : createClaimLink(tx, { now: clock.now(), random }),
    );
    if (!link) return refusal('has-owner', { slug });
    await control.recordAct('claim', tenantId);
    return {
      ok: true,
      slug,
      claim: { url: claimUrl(botUsername, link.secret), expiresAt: link.expiresAt },
    };
  } catch (error) {
    return notUsable(control, slug, error);
  }
}

/** A storage error of one tenant as a refusal that names the cause; anything else is thrown on. */
export async function notUsable(
  control: ControlStore,
  slug: string,
  error: unknown,
): Promise<OperatorRefusal> {
  if (!(error instanceof AppError)) throw error;
  const quarantine = (await control.bySlug(slug))?.quarantine;
  return refusal('not-usable', { slug, code: quarantine ?? error.code });
}
