import type { MessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ReadMessage } from '../ports.ts';

/** The message that a reader read last; 0 before the first. */
export async function cursorOf(reader: Reader, name: string): Promise<MessageId> {
  const row = await reader.db
    .selectFrom('message_cursor')
    .select('message_id')
    .where('reader', '=', name)
    .executeTakeFirst();
  return row?.message_id ?? (0 as MessageId);
}

/** Records how far a reader has come. */
export async function moveCursor(tx: Tx, name: string, to: MessageId): Promise<void> {
  await tx.db
    .insertInto('message_cursor')
    .values({ reader: name, message_id: to })
    .onConflict((conflict) => conflict.column('reader').doUpdateSet({ message_id: to }))
    .execute();
}

/** The messages stored after this one, in order, `limit` at most. */
export async function messagesAfter(
  reader: Reader,
  id: MessageId,
  limit: number,
): Promise<ReadMessage[]> {
  return await reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select([
      'message.id',
      'message.thread_id as threadId',
      'thread.fan_id as fanId',
      'message.direction',
      'message.actor',
      'message.author_user_id as authorUserId',
      'message.text',
      'message.sent_at as sentAt',
    ])
    .where('message.id', '>', id)
    .orderBy('message.id')
    .limit(limit)
    .execute();
}
