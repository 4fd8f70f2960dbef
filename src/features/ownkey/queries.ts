import './tables.ts';
import type { UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { AskedKey, BrokenFault, OwnKey, OwnKeyId } from './own-key.ts';

const selectState = statement((db, given: { state: 'asked' | 'used' }) =>
  db.selectFrom('own_key').selectAll().where('state', '=', given.state),
);

/** The own key that is used, whoever set it up, if there is one. */
export async function usedKeyOfAny(reader: Reader): Promise<OwnKey | undefined> {
  const row = await selectState.first(reader, { state: 'used' });
  if (!row || row.base_url === null || row.model === null || row.api_key === null) return undefined;
  return {
    id: row.id,
    provider: { baseUrl: row.base_url, model: row.model, apiKey: row.api_key },
    userId: row.user_id,
    testedAt: row.tested_at ?? row.asked_at,
    fault: row.fault,
  };
}

/** The own key that is being set up, whoever does it, if there is one. */
export async function askedKeyOfAny(
  reader: Reader,
): Promise<(AskedKey & { readonly userId: UserId }) | undefined> {
  const row = await selectState.first(reader, { state: 'asked' });
  if (!row) return undefined;
  const { id, base_url: baseUrl, model, api_key: apiKey, open_until: openUntil } = row;
  return { id, baseUrl, model, apiKey, openUntil, userId: row.user_id };
}

/** Begins to set up a key with what is known; one that was being set up is gone, with its key. */
export async function insertAsked(
  tx: Tx,
  { baseUrl, model, apiKey, openUntil }: Omit<AskedKey, 'id'>,
  { userId, now }: { readonly userId: UserId; readonly now: number },
): Promise<OwnKeyId> {
  await tx.db.deleteFrom('own_key').where('state', '=', 'asked').execute();
  const { id } = await tx.db
    .insertInto('own_key')
    .values({
      state: 'asked',
      base_url: baseUrl,
      model,
      api_key: apiKey,
      user_id: userId,
      asked_at: now,
      open_until: openUntil,
      tested_at: null,
      failing_since: null,
      fault: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes what is known of the key that is being set up. */
export async function updateAsked(
  tx: Tx,
  { id, baseUrl, model, apiKey, openUntil }: AskedKey,
): Promise<void> {
  await tx.db
    .updateTable('own_key')
    .set({ base_url: baseUrl, model, api_key: apiKey, open_until: openUntil })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute();
}

/** The key passed its test: it is used from now on, in place of the one before. */
export async function useKey(tx: Tx, id: OwnKeyId, now: number): Promise<void> {
  await tx.db.deleteFrom('own_key').where('state', '=', 'used').where('id', '<>', id).execute();
  await tx.db
    .updateTable('own_key')
    .set({ state: 'used', open_until: 0, tested_at: now, failing_since: null, fault: null })
    .where('id', '=', id)
    .execute();
}

/** Notes that the used key does not work, or that it does again (null). */
export async function setFault(
  tx: Tx,
  id: OwnKeyId,
  fault: BrokenFault | null,
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('own_key')
    .set({ fault, failing_since: fault === null ? null : now })
    .where('id', '=', id)
    .execute();
}

/** Deletes a key in this state; false when there is none. */
export async function deleteKey(tx: Tx, id: OwnKeyId, state: 'asked' | 'used'): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('own_key')
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
