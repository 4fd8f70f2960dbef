import '#src/features/settings/tables.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** The stored state of a conversation, as JSON. */
export async function conversationState(reader: Reader, key: string): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('conversation')
    .select('state')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.state;
}

/** Stores the state of a conversation over what was there. */
export async function putConversationState(
  tx: Tx,
  key: string,
  state: string,
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('conversation')
    .values({ key, state, changed_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ state, changed_at: now }))
    .execute();
}

/** Forgets a conversation. */
export async function deleteConversationState(tx: Tx, key: string): Promise<void> {
  await tx.db.deleteFrom('conversation').where('key', '=', key).execute();
}
