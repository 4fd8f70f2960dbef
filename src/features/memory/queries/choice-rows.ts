import type { FanId, FieldId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ChoiceChange } from '../choice-change.ts';

/** How many fans have a choice. */
export async function countChosen(
  reader: Reader,
  fieldId: FieldId,
  choice: string,
): Promise<number> {
  const row = await reader.db
    .selectFrom('fan_field')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('field_id', '=', fieldId)
    .where('text_value', '=', choice)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Writes down that a choice was renamed or removed; fans who have it follow. */
export async function insertChange(tx: Tx, change: ChoiceChange): Promise<void> {
  await tx.db
    .insertInto('choice_change')
    .values({
      field_id: change.fieldId,
      was: change.was,
      becomes: change.becomes,
      pending: 1,
      changed_at: change.changedAt,
    })
    .execute();
}

/** The oldest change that not all fans have followed yet. */
export async function pendingChange(
  reader: Reader,
): Promise<(ChoiceChange & { readonly id: number }) | undefined> {
  return await selectChanges(reader)
    .select('id')
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

/** Has some fans who have a choice follow its change; who they are. */
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

function selectChanges(reader: Reader) {
  return reader.db
    .selectFrom('choice_change')
    .select(['field_id as fieldId', 'was', 'becomes', 'changed_at as changedAt']);
}
