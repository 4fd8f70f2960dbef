import type { SavedReplyId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { deleteReply } from '../queries.ts';

/** Removes a saved reply; what was sent with it stays. False when it is not there. */
export async function removeReply(tx: Tx, id: SavedReplyId): Promise<boolean> {
  return await deleteReply(tx, id);
}
