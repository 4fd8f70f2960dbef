import { type Selectable, sql } from 'kysely';
import type { ChatId, ChatMessageId, DraftId, MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { Draft, DraftEnd, DraftState, Proposal } from '../draft.ts';
import type { ShownCare } from '../rules/care-episode.ts';
import type { CareKind } from '../rules/care-of.ts';
import type { DraftTable } from '../tables.ts';

/** Inserts a draft that is to be made. Its thread must have none that is open. */
export async function insertDraft(
  tx: Tx,
  draft: { threadId: ThreadId; messageId: MessageId; askedBy: UserId | null },
  now: number,
): Promise<DraftId> {
  const { id } = await tx.db
    .insertInto('draft')
    .values({
      thread_id: draft.threadId,
      message_id: draft.messageId,
      state: 'wanted',
      source: null,
      asked_by: draft.askedBy,
      chat_id: null,
      chat_message_id: null,
      language: null,
      receipt: null,
      notice: null,
      created_at: now,
      shown_at: null,
      ended_at: null,
      final_message_id: null,
      distance: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const selectDraft = statement((db, given: { id: DraftId }) =>
  db.selectFrom('draft').selectAll().where('id', '=', given.id),
);

const selectOpen = statement((db, given: { threadId: ThreadId }) =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('thread_id', '=', given.threadId)
    .where('state', 'in', sql<DraftState>`('wanted', 'shown')`),
);

/** The draft with this id. */
export async function draftById(reader: Reader, id: DraftId): Promise<Draft | undefined> {
  const row = await selectDraft.first(reader, { id });
  return row && toDraft(row);
}

const selectDrafts = statement((db, given: { ids: string }) =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('id', 'in', sql<DraftId>`(select value from json_each(${given.ids}))`),
);

/** The drafts with these ids, in no order. */
export async function draftsByIds(reader: Reader, ids: readonly DraftId[]): Promise<Draft[]> {
  return (await selectDrafts.all(reader, { ids: JSON.stringify(ids) })).map(toDraft);
}

/** The draft of a thread that is wanted or shown. */
export async function openDraft(reader: Reader, threadId: ThreadId): Promise<Draft | undefined> {
  const row = await selectOpen.first(reader, { threadId });
  return row && toDraft(row);
}

/** The last line that asked for care in this way and was shown in a thread, whoever asked for a draft. */
export async function lastShownCare(
  reader: Reader,
  threadId: ThreadId,
  kind: CareKind,
): Promise<ShownCare | undefined> {
  const row = await reader.db
    .selectFrom('draft')
    .select(['message_id as messageId', 'shown_at as shownAt'])
    .where('thread_id', '=', threadId)
    .where('notice', '=', kind)
    .where('shown_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .$narrowType<{ shownAt: number }>()
    .executeTakeFirst();
  return row;
}

/** Records for which message a draft is wanted, and by whom. */
export async function updateAsked(
  tx: Tx,
  id: DraftId,
  { messageId, askedBy }: { messageId: MessageId; askedBy: UserId | null },
): Promise<void> {
  await tx.db
    .updateTable('draft')
    .set({ message_id: messageId, asked_by: askedBy })
    .where('id', '=', id)
    .execute();
}

/** Records what was made for a draft; its choices are rows of their own. */
export async function updateMade(
  tx: Tx,
  id: DraftId,
  made: Pick<Proposal, 'source' | 'language' | 'notice' | 'receipt'> & {
    messageId: MessageId;
    round: number;
    knownEditAt: number;
  },
): Promise<void> {
  await tx.db
    .updateTable('draft')
    .set({
      message_id: made.messageId,
      known_edit_at: made.knownEditAt,
      source: made.source,
      language: made.language,
      notice: made.notice,
      receipt: made.receipt && JSON.stringify(made.receipt),
      round: made.round,
    })
    .where('id', '=', id)
    .execute();
}

/** Records where a draft stands at the desk, with buttons; one that waited for it is shown with this. */
export async function updateShown(
  tx: Tx,
  id: DraftId,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  now: number,
): Promise<void> {
  await tx.db
    .updateTable('draft')
    .set((eb) => ({
      chat_id: place.chatId,
      chat_message_id: place.chatMessageId,
      has_buttons: 1 as const,
      shown_at: eb.fn.coalesce('shown_at', eb.val(now)),
      state: sql<DraftState>`case state when 'wanted' then 'shown' else state end`,
    }))
    .where('id', '=', id)
    .execute();
}

/** Records what became of a draft of the past, which has no message at the desk. Times are epoch ms. */
export async function updatePast(
  tx: Tx,
  id: DraftId,
  past: {
    state: DraftEnd;
    shownAt: number;
    endedAt: number;
    finalMessageId: MessageId | null;
  },
): Promise<void> {
  await tx.db
    .updateTable('draft')
    .set({
      state: past.state,
      shown_at: past.shownAt,
      ended_at: past.endedAt,
      final_message_id: past.finalMessageId,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends a draft that is open; false when it was over already. */
export async function endDraft(
  tx: Tx,
  id: DraftId,
  state: DraftEnd,
  now: number,
): Promise<boolean> {
  const ended = await tx.db
    .updateTable('draft')
    .set({ state, ended_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['wanted', 'shown'])
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** The buttons of a draft's message went, or are about to. */
export async function updateButtonsGone(tx: Tx, id: DraftId): Promise<void> {
  await tx.db.updateTable('draft').set({ has_buttons: 0 }).where('id', '=', id).execute();
}

/** Drafts of these threads that are over and whose messages still have buttons. */
export async function draftsToPutAway(
  reader: Reader,
  threadIds: readonly ThreadId[],
): Promise<Draft[]> {
  if (threadIds.length === 0) return [];
  const rows = await reader.db
    .selectFrom('draft')
    .selectAll()
    .where('thread_id', 'in', threadIds)
    .where('state', 'not in', ['wanted', 'shown'])
    .where('has_buttons', '=', 1)
    .execute();
  return rows.map(toDraft);
}

/** Rewrites the chat of all drafts after a group became a supergroup. */
export async function moveDrafts(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  await tx.db.updateTable('draft').set({ chat_id: to }).where('chat_id', '=', from).execute();
}

function toDraft(row: Selectable<DraftTable>): Draft {
  const { chat_id: chatId, chat_message_id: chatMessageId } = row;
  return {
    id: row.id,
    threadId: row.thread_id,
    messageId: row.message_id,
    state: row.state,
    source: row.source,
    byItself: row.asked_by === null,
    place: chatId === null || chatMessageId === null ? null : { chatId, chatMessageId },
    round: row.round,
    notice: row.notice,
    receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as DraftReceipt),
    shownAt: row.shown_at,
    knownEditAt: row.known_edit_at,
  };
}
