import type { DraftReceipt } from '#src/features/drafts/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportedReceipt } from '../rules/exported-receipt.ts';

/** The next receipts of threads by id, but those for accounts that were deleted. */
export async function exportedReceipts(
  reader: Reader,
  after: number,
  limit: number,
): Promise<ExportedReceipt[]> {
  const rows = await reader.db
    .selectFrom('thread_receipt')
    .innerJoin('thread', 'thread.id', 'thread_receipt.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select([
      'thread_receipt.id',
      'fan.user_id as userId',
      'thread_receipt.purpose',
      'thread_receipt.sent_at as sentAt',
      'thread_receipt.receipt',
    ])
    .where('thread_receipt.id', '>', after)
    .where('fan.reach', '<>', 'gone')
    .orderBy('thread_receipt.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, receipt: JSON.parse(row.receipt) as DraftReceipt }));
}
