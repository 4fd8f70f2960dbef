import { sql } from 'kysely';
import type { MessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { ReadMessage } from '../ports.ts';

const cursors = statement((db, _given: object) =>
  db.selectFrom('message_cursor').select(['reader', 'message_id as messageId']),
);
const movement = statement((db, given: { reader: string; to: MessageId }) =>
  db
    .insertInto('message_cursor')
    .values({ reader: given.reader, message_id: given.to })
    .onConflict((conflict) =>
      conflict.column('reader').doUpdateSet({ message_id: sql<MessageId>`excluded.message_id` }),
    ),
);
const after = statement((db, given: { id: MessageId; limit: number }) =>
  db
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
    .where('message.id', '>', given.id)
    .orderBy('message.id')
    .limit(sql<number>`${given.limit}`),
);

/** The message that each reader read last; of those that have read nothing yet none. */
export async function cursorsOf(reader: Reader): Promise<ReadonlyMap<string, MessageId>> {
  const rows = await cursors.all(reader, {});
  return new Map(rows.map(({ reader: name, messageId }) => [name, messageId]));
}

/** Records how far a reader has come. */
export async function moveCursor(tx: Tx, reader: string, to: MessageId): Promise<void> {
  await movement.run(tx, { reader, to });
}

/** The messages stored after this one, in order, `limit` at most. */
export async function messagesAfter(
  reader: Reader,
  id: MessageId,
  limit: number,
): Promise<ReadMessage[]> {
  return await after.all(reader, { id, limit });
}
