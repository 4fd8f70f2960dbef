import type { Selectable } from 'kysely';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { DraftChoice, DraftSource } from '../draft.ts';
import type { DraftChoiceTable } from '../tables.ts';

/** All that a draft ever offered, in order. */
export async function choicesOf(reader: Reader, draftId: DraftId): Promise<DraftChoice[]> {
  const rows = await reader.db
    .selectFrom('draft_choice')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('place')
    .execute();
  return rows.map(toChoice);
}

/** Adds something that a draft offers, at a place that is free. */
export async function insertChoice(tx: Tx, draftId: DraftId, choice: DraftChoice): Promise<void> {
  await tx.db
    .insertInto('draft_choice')
    .values({
      draft_id: draftId,
      place: choice.place,
      round: choice.round,
      text: choice.text,
      entities: choice.entities.length > 0 ? JSON.stringify(choice.entities) : null,
      origin: choice.origin,
      ref: choice.ref,
    })
    .execute();
  if (choice.origin === 'edited') return;
  const { length } = Array.from(choice.text);
  await tx.db
    .updateTable('draft')
    .set((eb) => ({ offered: eb('offered', '+', length) }))
    .where('id', '=', draftId)
    .execute();
}

/**
 * Records that a message came of the choice at a place, how far its text is from what was offered (0 to 1), and how many
 * characters of that stayed.
 */
export async function insertSent(
  tx: Tx,
  sent: {
    draftId: DraftId;
    messageId: MessageId;
    place: number;
    edited: boolean;
    distance: number;
    kept: number;
    /** Who made that choice. */
    source: DraftSource;
  },
): Promise<void> {
  await tx.db
    .insertInto('draft_sent')
    .values({
      message_id: sent.messageId,
      draft_id: sent.draftId,
      edited: sent.edited ? 1 : 0,
      place: sent.place,
      kept: sent.kept,
    })
    .execute();
  await tx.db
    .updateTable('draft')
    .set({
      final_message_id: sent.messageId,
      distance: sent.distance,
      source: sent.source,
    })
    .where('id', '=', sent.draftId)
    .execute();
}

function toChoice(row: Selectable<DraftChoiceTable>): DraftChoice {
  return {
    place: row.place,
    round: row.round,
    text: row.text,
    entities: row.entities === null ? [] : JSON.parse(row.entities),
    origin: row.origin,
    ref: row.ref,
  };
}
