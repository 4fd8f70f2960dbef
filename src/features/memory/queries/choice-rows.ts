import type { FanId, FieldId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ChoiceChange } from '../choice-change.ts';
import { choiceNow } from '../rules/choice-now.ts';

/** How many fans have a choice, those among them who still have it under the name from which it is being renamed. */
export async function countChosen(
  reader: Reader,
  fieldId: FieldId,
  choice: string,
): Promise<number> {
  const pending = await selectChanges(reader)
    .where('field_id', '=', fieldId)
    .where('pending', '=', 1)
    .orderBy('id')
    .execute();
  const names = pending.flatMap(({ was }) => (choiceNow(was, pending) === choice ? [was] : []));
  const row = await reader.db
    .selectFrom('fan_field')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('field_id', '=', fieldId)
    .where('text_value', 'in', [choice, ...names])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Writes down that a choice was renamed or removed; fans who have it follow. */
export async function insertChange(tx: Tx, change: Omit<ChoiceChange, 'id'>): Promise<void> {
  await tx.db
    .insertInto('choice_change')
    .values({
      field_id: change.fieldId,
      was: change.was,
      becomes: change.becomes,
      pending: 1,
    })
    .execute();
}

/** The oldest change that not all fans have followed yet. */
export async function pendingChange(reader: Reader): Promise<ChoiceChange | undefined> {
  return await selectChanges(reader)
    .where('pending', '=', 1)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Whether fans may still have a choice that was renamed or removed. */
export async function isPending(
  reader: Reader,
  fieldId: FieldId,
  choice: string,
): Promise<boolean> {
  const row = await reader.db
    .selectFrom('choice_change')
    .select('id')
    .where('field_id', '=', fieldId)
    .where('was', '=', choice)
    .where('pending', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All fans have followed a change. */
export async function endChange(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('choice_change').set({ pending: 0 }).where('id', '=', id).execute();
}

/** The fans of a field that is gone follow no change of it. */
export async function endChangesOf(tx: Tx, fieldId: FieldId): Promise<void> {
  await tx.db
    .updateTable('choice_change')
    .set({ pending: 0 })
    .where('field_id', '=', fieldId)
    .execute();
}

/** Has some fans who have a choice follow its change, those who came last first; who they are. */
export async function followChange(
  tx: Tx,
  { fieldId, was, becomes }: ChoiceChange,
  limit: number,
): Promise<FanId[]> {
  const rows = await tx.db
    .selectFrom('fan_field')
    .select('fan_id')
    .where('field_id', '=', fieldId)
    .where('text_value', '=', was)
    // No choice is a number: so it is the order of the index, and nothing is sorted.
    .orderBy('number_value', 'desc')
    .orderBy('fan_id', 'desc')
    .limit(limit)
    .execute();
  const fans = rows.map((row) => row.fan_id);
  if (fans.length === 0) return fans;
  if (becomes === null) {
    await tx.db
      .deleteFrom('fan_field')
      .where('field_id', '=', fieldId)
      .where('fan_id', 'in', fans)
      .execute();
  } else {
    await tx.db
      .updateTable('fan_field')
      .set({ text_value: becomes })
      .where('field_id', '=', fieldId)
      .where('fan_id', 'in', fans)
      .execute();
  }
  return fans;
}

/** All choices that were ever renamed or removed, in that order. */
export async function choiceChanges(reader: Reader): Promise<ChoiceChange[]> {
  return await selectChanges(reader).orderBy('id').execute();
}

/** The choices of one field that were ever renamed or removed, in that order. */
export async function changesOfField(reader: Reader, fieldId: FieldId): Promise<ChoiceChange[]> {
  return await selectChanges(reader).where('field_id', '=', fieldId).orderBy('id').execute();
}

/** The id of the last change of any choice; 0 before the first. */
export async function lastChoiceChange(reader: Reader): Promise<number> {
  const row = await reader.db
    .selectFrom('choice_change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

function selectChanges(reader: Reader) {
  return reader.db
    .selectFrom('choice_change')
    .select(['id', 'field_id as fieldId', 'was', 'becomes']);
}
