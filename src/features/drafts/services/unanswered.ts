import type { ThreadId } from '#src/core/ids.ts';
import { lastMessages, type StoredMessage } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** So many messages of a thread are looked at. */
const mostMessages = 30;

/**
 * What the fan of a thread wrote since the creator's last reply, oldest first. Replies that were taken back, and what the
 * bot says by itself, answer nothing.
 */
export async function unansweredIn(reader: Reader, threadId: ThreadId): Promise<StoredMessage[]> {
  const newest = await lastMessages(reader, threadId, mostMessages);
  const reply = newest.findIndex(({ actor }) => actor === 'creator' || actor === 'member');
  const since = reply === -1 ? newest : newest.slice(0, reply);
  return since.filter(({ direction }) => direction === 'in').toReversed();
}
