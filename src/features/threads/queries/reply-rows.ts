import type { MessageId, OutboxId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** The message that an ended reply row was to deliver; nothing for rows of other kinds or states. */
export async function messageOfReplyRow(
  reader: Reader,
  id: OutboxId,
): Promise<MessageId | undefined> {
  const row = await reader.db
    .selectFrom('outbox')
    .select('ref')
    .where('id', '=', id)
    .where('kind', '=', 'reply')
    .where('state', 'in', ['failed', 'uncertain'])
    .executeTakeFirst();
  if (!row?.ref) return undefined;
  return (JSON.parse(row.ref) as { messageId: MessageId }).messageId;
}
