import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Up to which message a thread was looked through; 0: it never was. */
export async function readUpTo(reader: Reader, threadId: ThreadId): Promise<MessageId> {
  const row = await reader.db
    .selectFrom('fact_reading')
    .select('message_id')
    .where('thread_id', '=', threadId)
    .executeTakeFirst();
  return row?.message_id ?? (0 as MessageId);
}

/** Records up to which message a thread was looked through. */
export async function putReadUpTo(tx: Tx, threadId: ThreadId, messageId: MessageId): Promise<void> {
  await tx.db
    .insertInto('fact_reading')
    .values({ thread_id: threadId, message_id: messageId })
    .onConflict((conflict) => conflict.column('thread_id').doUpdateSet({ message_id: messageId }))
    .execute();
}
