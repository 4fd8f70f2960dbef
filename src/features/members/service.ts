import type { UserId } from '#src/core/ids.ts';
import type { Random } from '#src/core/random.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Sender } from '#src/telegram/fanline-context.ts';
import {
  claimLink,
  expireClaimLinks,
  insertClaimLink,
  memberById,
  owner,
  putOwner,
  removeOtherOwner,
  takeClaimLink,
  type Member,
} from '#src/features/members/queries.ts';
import { claimLinkMs, claimSecretBytes, hashOfSecret } from '#src/features/members/rules.ts';

/** A person who becomes the owner; `name` is the first name as Telegram shows it. */
export interface NewOwner {
  readonly userId: UserId;
  readonly name: string;
}

/** The tenant's owner, if there is one. */
export async function ownerOf(reader: Reader): Promise<Member | undefined> {
  return owner(reader);
}

/** What this person is here. Whoever is no member is a fan. One indexed read. */
export async function senderOf(reader: Reader, userId: UserId): Promise<Sender> {
  const member = await memberById(reader, userId);
  if (!member) return { role: 'fan', userId };
  return { role: member.role === 'owner' ? 'creator' : 'member', userId };
}

/** Makes this person the owner in place of whoever was, and ends every open claim link. */
export async function setOwner(tx: Tx, person: NewOwner, now: number): Promise<void> {
  await removeOtherOwner(tx, person.userId);
  await putOwner(tx, person, now);
  await expireClaimLinks(tx, now);
}

/**
 * Makes a claim link that works once, for 24 hours; earlier ones that nobody used end. The start payload is
 * `claim_<secret>`; the secret (192 bits, base64url) is given out here and stored nowhere.
 */
export async function createClaimLink(
  tx: Tx,
  using: { now: number; random: Random },
): Promise<{ secret: string; expiresAt: number }> {
  const secret = using.random.bytes(claimSecretBytes).toString('base64url');
  const expiresAt = using.now + claimLinkMs;
  await expireClaimLinks(tx, using.now);
  await insertClaimLink(tx, { hash: hashOfSecret(secret), createdAt: using.now, expiresAt });
  return { secret, expiresAt };
}

/** Makes the person who opened a claim link the owner. Another tenant's link is unknown here. */
export async function claim(
  tx: Tx,
  secret: string,
  person: NewOwner,
  now: number,
): Promise<Result<{ readonly ownerId: UserId }, 'unknown' | 'expired' | 'used' | 'has-owner'>> {
  const hash = hashOfSecret(secret);
  const link = await claimLink(tx, hash);
  if (!link) return refuse('unknown');
  if (link.usedAt !== null) return refuse('used');
  if (link.expiresAt <= now) return refuse('expired');
  if (await owner(tx)) return refuse('has-owner');
  if (!(await takeClaimLink(tx, hash, person.userId, now))) return refuse('used');
  await putOwner(tx, person, now);
  return { ok: true, ownerId: person.userId };
}
