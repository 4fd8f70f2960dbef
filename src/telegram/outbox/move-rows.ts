import type { ChatId, OutboxId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';

/** Where a row goes: its lane and the chat whose pace counts. */
export interface RowPlace {
  readonly lane: string;
  readonly chatId: ChatId;
}

/**
 * Moves the rows of these kinds that still have to leave to other lanes. A row whose call is under way moves too: the
 * call ends where it was made, and should it have to be made again, that happens at the new place.
 */
export async function moveRows(
  tx: Tx,
  kinds: readonly string[],
  place: (ref: Readonly<Record<string, unknown>>) => RowPlace,
): Promise<void> {
  const rows = await tx.db
    .selectFrom('outbox')
    .select(['id', 'ref'])
    .where('state', 'in', ['queued', 'sending'])
    .where('kind', 'in', kinds)
    .execute();
  for (const row of rows) await moveRow(tx, row.id, place(JSON.parse(row.ref ?? '{}')));
}

async function moveRow(tx: Tx, id: OutboxId, place: RowPlace): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set({ lane: place.lane, chat_id: place.chatId })
    .where('id', '=', id)
    .execute();
}
