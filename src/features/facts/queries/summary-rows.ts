import type { FanId, MessageId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { FactActor, FanSummary } from '../fact.ts';

/** What a fan's conversation comes to; undefined while nobody wrote it down. */
export async function summaryOf(reader: Reader, fanId: FanId): Promise<FanSummary | undefined> {
  return await reader.db
    .selectFrom('fan_summary')
    .select(['fan_id as fanId', 'text', 'actor', 'created_at as writtenAt'])
    .where('fan_id', '=', fanId)
    .executeTakeFirst();
}

/** Puts a summary in place of the one before. `messageId`: the newest message it stands on. */
export async function putSummary(
  tx: Tx,
  given: { fanId: FanId; messageId: MessageId; text: string },
  now: number,
): Promise<void> {
  const values = {
    message_id: given.messageId,
    text: given.text,
    actor: 'automation',
    author_user_id: null,
    created_at: now,
  } as const;
  await tx.db
    .insertInto('fan_summary')
    .values({ fan_id: given.fanId, ...values })
    .onConflict((conflict) => conflict.column('fan_id').doUpdateSet(values))
    .execute();
}

/** Puts a person's words into a summary that is there. */
export async function updateSummary(
  tx: Tx,
  fanId: FanId,
  { text, actor, author }: { text: string; actor: FactActor; author: UserId },
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('fan_summary')
    .set({ text, actor, author_user_id: author, created_at: now })
    .where('fan_id', '=', fanId)
    .execute();
}

/** Removes a summary; false when there is none. */
export async function deleteSummary(tx: Tx, fanId: FanId): Promise<boolean> {
  const gone = await tx.db.deleteFrom('fan_summary').where('fan_id', '=', fanId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
