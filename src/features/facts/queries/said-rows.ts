import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** A message with a text. */
export interface Said {
  readonly id: MessageId;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

/** The newest texts of a thread after a message, oldest first; without those that were taken back. */
export async function textsAfter(
  reader: Reader,
  { threadId, after, limit }: { threadId: ThreadId; after: MessageId; limit: number },
): Promise<Said[]> {
  const rows = await selectSaid(reader, threadId, limit).where('id', '>', after).execute();
  return rows.toReversed();
}

/** The newest texts of a thread before a message, oldest first; without those that were taken back. */
export async function textsBefore(
  reader: Reader,
  { threadId, before, limit }: { threadId: ThreadId; before: MessageId; limit: number },
): Promise<Said[]> {
  const rows = await selectSaid(reader, threadId, limit).where('id', '<', before).execute();
  return rows.toReversed();
}

function selectSaid(reader: Reader, threadId: ThreadId, limit: number) {
  return reader.db
    .selectFrom('message')
    .select(['id', 'direction', 'text', 'sent_at as sentAt'])
    .where('thread_id', '=', threadId)
    .where('deleted_at', 'is', null)
    .where('text', '<>', '')
    .orderBy('id', 'desc')
    .limit(limit);
}
