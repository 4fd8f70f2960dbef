import type { MessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportedMessage } from '../rules/exported-message.ts';

/** The next messages by id, but those with accounts that were deleted, and what was taken back. */
export async function exportedMessages(
  reader: Reader,
  after: MessageId,
  limit: number,
): Promise<ExportedMessage[]> {
  return await reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select([
      'message.id',
      'fan.user_id as userId',
      'message.direction',
      'message.sent_at as sentAt',
      'message.kind',
      'message.text',
    ])
    .where('message.id', '>', after)
    .where('message.deleted_at', 'is', null)
    .where('fan.reach', '<>', 'gone')
    .orderBy('message.id')
    .limit(limit)
    .execute();
}
