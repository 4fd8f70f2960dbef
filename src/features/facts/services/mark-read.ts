import type { Tx } from '#src/storage/reader.ts';
import { putReadUpTo, readUpTo } from '../queries/reading-rows.ts';
import type { Reading } from './conversation.ts';

/** Records that a thread is looked through, unless it is to be looked at from further back since: an older message was changed. */
export async function markRead(tx: Tx, { threadId, after, upTo }: Omit<Reading, 'isLast'>) {
  if ((await readUpTo(tx, threadId)) === after) await putReadUpTo(tx, threadId, upTo);
}
