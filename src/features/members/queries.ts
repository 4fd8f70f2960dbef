import '#src/features/members/tables.ts';
import type { UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

/** A person who works here. */
export interface Member {
  readonly userId: UserId;
  readonly role: 'owner' | 'member';
  readonly name: string;
}

const selectById = statement((db, given: { userId: UserId }) =>
  db
    .selectFrom('member')
    .select(['user_id as userId', 'role', 'name'])
    .where('user_id', '=', given.userId),
);

/** The member with this Telegram id. */
export async function memberById(reader: Reader, userId: UserId): Promise<Member | undefined> {
  return await selectById.first(reader, { userId });
}

/** The owner, if the tenant was claimed. */
export async function owner(reader: Reader): Promise<Member | undefined> {
  return reader.db
    .selectFrom('member')
    .select(['user_id as userId', 'role', 'name'])
    .where('role', '=', 'owner')
    .executeTakeFirst();
}

/** What everybody who works here is called. */
export async function memberNames(reader: Reader): Promise<Map<UserId, string>> {
  const rows = await reader.db.selectFrom('member').select(['user_id', 'name']).execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}

/** Takes away the owner, unless it is this person. */
export async function removeOtherOwner(tx: Tx, userId: UserId): Promise<void> {
  await tx.db
    .deleteFrom('member')
    .where('role', '=', 'owner')
    .where('user_id', '<>', userId)
    .execute();
}

/** Makes this person the owner; the other one must be gone. */
export async function putOwner(
  tx: Tx,
  person: { userId: UserId; name: string },
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('member')
    .values({ user_id: person.userId, role: 'owner', name: person.name, joined_at: now })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ role: 'owner', name: person.name }),
    )
    .execute();
}

/** Stores a new claim link. */
export async function insertClaimLink(
  tx: Tx,
  link: { hash: string; createdAt: number; expiresAt: number },
): Promise<void> {
  await tx.db
    .insertInto('claim_link')
    .values({
      secret_hash: link.hash,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
      used_by: null,
    })
    .execute();
}

/** Ends every link that nobody used yet. */
export async function expireClaimLinks(tx: Tx, now: number): Promise<void> {
  await tx.db
    .updateTable('claim_link')
    .set({ expires_at: now })
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/** The claim link with this hash. */
export async function claimLink(
  reader: Reader,
  hash: string,
): Promise<{ expiresAt: number; usedAt: number | null } | undefined> {
  return reader.db
    .selectFrom('claim_link')
    .select(['expires_at as expiresAt', 'used_at as usedAt'])
    .where('secret_hash', '=', hash)
    .executeTakeFirst();
}

/** Uses the link up, once: whether it was still free. */
export async function takeClaimLink(
  tx: Tx,
  hash: string,
  userId: UserId,
  now: number,
): Promise<boolean> {
  const taken = await tx.db
    .updateTable('claim_link')
    .set({ used_at: now, used_by: userId })
    .where('secret_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}
