import { sql } from 'kysely';
import type { Selectable, Updateable } from 'kysely';
import type { ChatId, DeskId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { DeskPressure } from '../pressure.ts';
import type { HeldPace } from '../rules/desk-mode.ts';
import type { DeskPressureTable } from '../tables.ts';

const selectOfDesk = statement((db, given: { deskId: DeskId }) =>
  db.selectFrom('desk_pressure').selectAll().where('desk_id', '=', given.deskId),
);

/** What holds at a desk; nothing where Telegram never slowed it down. */
export async function pressureOf(
  reader: Reader,
  deskId: DeskId,
): Promise<DeskPressure | undefined> {
  const row = await selectOfDesk.first(reader, { deskId });
  return row && toPressure(row);
}

const selectInChat = statement((db, given: { chatId: ChatId }) =>
  db
    .selectFrom('desk_pressure')
    .innerJoin('desk', 'desk.id', 'desk_pressure.desk_id')
    .selectAll('desk_pressure')
    .where('desk.chat_id', '=', given.chatId)
    .orderBy('held_until', 'desc')
    .limit(sql.lit(1)),
);

/** What holds in a chat that is a desk or was one. */
export async function pressureIn(
  reader: Reader,
  chatId: ChatId,
): Promise<DeskPressure | undefined> {
  const row = await selectInChat.first(reader, { chatId });
  return row && toPressure(row);
}

/** Desks that have a live digest. */
export async function pressuresWithDigest(reader: Reader): Promise<DeskPressure[]> {
  const rows = await reader.db
    .selectFrom('desk_pressure')
    .selectAll()
    .where('digest', '=', 'live')
    .execute();
  return rows.map(toPressure);
}

/** Records the pace that Telegram asked for at a desk. */
export async function upsertPace(tx: Tx, deskId: DeskId, pace: HeldPace): Promise<void> {
  const columns = {
    spacing_ms: pace.spacingMs,
    paused_until: pace.pausedUntil,
    held_until: pace.heldUntil,
  };
  await tx.db
    .insertInto('desk_pressure')
    .values({
      desk_id: deskId,
      ...columns,
      chat_message_id: null,
      shown_at: null,
      row_id: null,
      due_at: null,
    })
    .onConflict((conflict) => conflict.column('desk_id').doUpdateSet(columns))
    .execute();
}

/** Changes what is known of a desk's digest. */
export async function updatePressure(
  tx: Tx,
  deskId: DeskId,
  change: Updateable<DeskPressureTable>,
): Promise<void> {
  await tx.db.updateTable('desk_pressure').set(change).where('desk_id', '=', deskId).execute();
}

function toPressure(row: Selectable<DeskPressureTable>): DeskPressure {
  return {
    deskId: row.desk_id,
    spacingMs: row.spacing_ms,
    pausedUntil: row.paused_until,
    heldUntil: row.held_until,
    digest: row.digest,
    page: row.page,
    chatMessageId: row.chat_message_id,
    shownAt: row.shown_at,
    rowId: row.row_id,
    dueAt: row.due_at,
  };
}
