import type { DraftId } from '#src/core/ids.ts';
import type { DraftReceipt } from '#src/features/drafts/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportedDraft } from '../rules/exported-draft.ts';
import { listed } from './known-people.ts';

/** The next drafts by id, but those for accounts that were deleted. */
export async function exportedDrafts(
  reader: Reader,
  after: DraftId,
  limit: number,
): Promise<ExportedDraft[]> {
  const rows = await reader.db
    .selectFrom('draft')
    .innerJoin('thread', 'thread.id', 'draft.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .leftJoin('draft_sent', 'draft_sent.draft_id', 'draft.id')
    .select([
      'draft.id',
      'fan.user_id as userId',
      'draft.message_id as messageId',
      'draft.state',
      'draft.source',
      'draft.asked_by as askedBy',
      'draft.language',
      'draft.notice',
      'draft.created_at as createdAt',
      'draft.shown_at as shownAt',
      'draft.ended_at as endedAt',
      'draft.final_message_id as finalMessageId',
      'draft.distance',
      'draft_sent.place',
    ])
    .select((db) =>
      db
        .selectFrom('draft_choice')
        .select((choice) => choice.fn.countAll<number>().as('count'))
        .whereRef('draft_choice.draft_id', '=', 'draft.id')
        .where('draft_choice.origin', '<>', 'edited')
        .as('choices'),
    )
    .where('draft.id', '>', after)
    .where('fan.reach', '<>', 'gone')
    .orderBy('draft.id')
    .limit(limit)
    .execute();
  const receipts = await receiptsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map(({ askedBy, choices, ...row }) => ({
    ...row,
    byItself: askedBy === null,
    choices: choices ?? 0,
    receipts: receipts.get(row.id) ?? [],
  }));
}

async function receiptsOf(
  reader: Reader,
  ids: readonly DraftId[],
): Promise<Map<DraftId, DraftReceipt[]>> {
  const rows = await reader.db
    .selectFrom('draft_receipt')
    .select(['draft_id', 'receipt'])
    .where('draft_id', 'in', listed(ids))
    .orderBy('id')
    .execute();
  const receipts = new Map<DraftId, DraftReceipt[]>();
  for (const { draft_id: id, receipt } of rows) {
    receipts.set(id, [...(receipts.get(id) ?? []), JSON.parse(receipt) as DraftReceipt]);
  }
  return receipts;
}
