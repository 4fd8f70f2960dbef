import type { AccountHolder } from '#src/core/account.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { AccountLink } from '#src/core/plans.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { AccountParts } from '../account-parts.ts';
import { hashOfSecret, isSecret, linkMs, secretBytes, sessionMs } from '../rules/secrets.ts';
import { lookAtHolder, type HolderRefusal } from './visit.ts';

/** Why a link opens nothing. `foreign`: somebody else's account is open in this browser. */
export type OpenRefusal = 'unknown' | 'used' | 'expired' | 'foreign' | HolderRefusal;

/** What links are made with; `lastsMs`: how long one may be opened, a quarter of an hour unless given. */
export interface LinkParts extends Pick<AccountParts, 'book' | 'origin'> {
  readonly services: Pick<AccountParts['services'], 'random' | 'clock'>;
  readonly lastsMs?: number;
}

/**
 * Makes links to the account page. The row is there before the message with the link can leave; one whose message never
 * leaves expires. So it may be called while an update is handled: it asks nothing of the network.
 */
export function createAccountLink({
  book,
  services: { random, clock },
  origin,
  lastsMs = linkMs,
}: LinkParts): AccountLink {
  return async (holder) => {
    const secret = random.bytes(secretBytes).toString('base64url');
    const expiresAt = clock.now() + lastsMs;
    await book.addLink(holder, { hash: hashOfSecret(secret), expiresAt });
    return `${origin()}/account/open/${secret}`;
  };
}

/**
 * What a link would open, without using it up: the tenant's account, or null where that one is open in this browser already.
 * `present`: whose account is open there.
 */
export async function lookAtLink(
  parts: AccountParts,
  secret: string,
  present: AccountHolder | null,
): Promise<Result<{ readonly opens: TenantRecord | null }, OpenRefusal>> {
  if (!isSecret(secret)) return refuse('unknown');
  const link = await parts.book.linkOf(hashOfSecret(secret));
  if (!link) return refuse('unknown');
  // The button in the chat stays; tapping it again in the same browser simply leads there.
  if (present && isSame(present, link)) return { ok: true, opens: null };
  if (link.state !== 'open') return refuse(link.state);
  if (present && present.userId !== link.userId) return refuse('foreign');
  const holder = await lookAtHolder(parts, link);
  return holder.ok ? { ok: true, opens: holder.tenant } : holder;
}

/** Uses a link up and begins a session; gives the session's secret, which is stored nowhere. */
export async function openLink(
  parts: AccountParts,
  secret: string,
  present: AccountHolder | null,
): Promise<Result<{ readonly session: string | null }, OpenRefusal>> {
  const looked = await lookAtLink(parts, secret, present);
  if (!looked.ok) return looked;
  if (!looked.opens) return { ok: true, session: null };
  const { random, clock } = parts.services;
  const session = random.bytes(secretBytes).toString('base64url');
  const opened = await parts.book.openSession(hashOfSecret(secret), {
    hash: hashOfSecret(session),
    expiresAt: clock.now() + sessionMs,
  });
  return opened.ok ? { ok: true, session } : opened;
}

function isSame(one: AccountHolder, other: AccountHolder): boolean {
  return one.tenantId === other.tenantId && one.userId === other.userId;
}
