import { sql } from 'kysely';
import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { StoredMessage } from '../message.ts';
import { toMessage } from './message-rows.ts';

const selectMerged = statement((db, given: { rootId: MessageId }) =>
  db.selectFrom('message').selectAll().where('merged_into', '=', given.rootId).orderBy('id'),
);

/** The messages that go, or went, to the desk with this one, oldest first. */
export async function messagesMergedInto(
  reader: Reader,
  rootId: MessageId,
): Promise<StoredMessage[]> {
  return (await selectMerged.all(reader, { rootId })).map(toMessage);
}

const selectNewest = statement((db, given: { rootId: MessageId }) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('merged_into', '=', given.rootId)
    .where('delivery', '=', sql.lit('merged'))
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
);

/** The newest message that went to the desk with this one. */
export async function newestMergedInto(
  reader: Reader,
  rootId: MessageId,
): Promise<StoredMessage | undefined> {
  const row = await selectNewest.first(reader, { rootId });
  return row && toMessage(row);
}

const selectBehind = statement((db, given: { id: MessageId; threadId: ThreadId; limit: number }) =>
  db
    .selectFrom('message')
    .selectAll()
    .where('delivery', '<>', sql.lit('delivered'))
    .where('delivery', '=', sql.lit('queued'))
    .where('thread_id', '=', given.threadId)
    .where('id', '>', given.id)
    .where('direction', '=', sql.lit('in'))
    .orderBy('id')
    .limit(given.limit),
);

/** Messages of the same thread on their way to the desk behind this one, oldest first. */
export async function queuedBehind(
  reader: Reader,
  message: StoredMessage,
  limit: number,
): Promise<StoredMessage[]> {
  const { id, threadId } = message;
  return (await selectBehind.all(reader, { id, threadId, limit })).map(toMessage);
}

/** Records which messages go with this one; messages of an earlier decision go their own ways again. */
export async function updateMerged(
  tx: Tx,
  rootId: MessageId,
  ids: readonly MessageId[],
): Promise<void> {
  await tx.db
    .updateTable('message')
    .set({ merged_into: null })
    .where('merged_into', '=', rootId)
    .where('delivery', '=', 'queued')
    .execute();
  if (ids.length === 0) return;
  await tx.db.updateTable('message').set({ merged_into: rootId }).where('id', 'in', ids).execute();
}

const settle = statement((db, given: { rootId: MessageId }) =>
  db
    .updateTable('message')
    .set({ delivery: sql.lit('merged') })
    .where('merged_into', '=', given.rootId)
    .where('delivery', '=', sql.lit('queued')),
);

/** The relay of a message has arrived, and with it those that went with it. */
export async function settleMerged(tx: Tx, rootId: MessageId): Promise<void> {
  await settle.run(tx, { rootId });
}
