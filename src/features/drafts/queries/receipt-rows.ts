import '../tables.ts';
import type { DraftId, ThreadId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { ThreadReceiptTable } from '../tables.ts';

/** Keeps what leaves the box for a draft, beside what left before; gives the row's id, undefined: there is no such draft. */
export async function insertDraftReceipt(
  tx: Tx,
  draftId: DraftId,
  receipt: DraftReceipt,
): Promise<number | undefined> {
  const row = await tx.db
    .insertInto('draft_receipt')
    .columns(['draft_id', 'receipt'])
    .expression((db) =>
      db
        .selectFrom('draft')
        .select((draft) => ['draft.id', draft.val(JSON.stringify(receipt)).as('receipt')])
        .where('draft.id', '=', draftId),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Writes down what became of it. Null: nothing left. Nothing when the row is gone with its draft or thread. */
export async function changeReceipt(
  tx: Tx,
  table: 'draft_receipt' | 'thread_receipt',
  id: number,
  receipt: DraftReceipt | null,
): Promise<void> {
  if (!receipt) {
    await tx.db.deleteFrom(table).where('id', '=', id).execute();
    return;
  }
  const values = { receipt: JSON.stringify(receipt) };
  await tx.db.updateTable(table).set(values).where('id', '=', id).execute();
}

/** What left the box for a draft, each time by itself, in order. */
export async function receiptsOf(reader: Reader, draftId: DraftId): Promise<DraftReceipt[]> {
  const rows = await reader.db
    .selectFrom('draft_receipt')
    .select('receipt')
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  return rows.map(({ receipt }) => JSON.parse(receipt) as DraftReceipt);
}

/** Keeps what leaves the box about a thread for something else than a draft; undefined: there is no such thread. */
export async function insertThreadReceipt(
  tx: Tx,
  about: { readonly threadId: ThreadId; readonly purpose: ThreadReceiptTable['purpose'] },
  receipt: DraftReceipt,
  now: number,
): Promise<number | undefined> {
  const row = await tx.db
    .insertInto('thread_receipt')
    .columns(['thread_id', 'purpose', 'sent_at', 'receipt'])
    .expression((db) =>
      db
        .selectFrom('thread')
        .select((thread) => [
          'thread.id',
          thread.val(about.purpose).as('purpose'),
          thread.val(now).as('sent_at'),
          thread.val(JSON.stringify(receipt)).as('receipt'),
        ])
        .where('thread.id', '=', about.threadId),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
