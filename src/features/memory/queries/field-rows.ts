import type { Actor } from '#src/core/actor.ts';
import type { FanId, FieldId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Field, FieldOfFan, FieldType, FieldValue } from '../field.ts';

/** All fields, in the creator's order. */
export async function allFields(reader: Reader): Promise<Field[]> {
  const rows = await selectFields(reader).orderBy('position').orderBy('id').execute();
  return rows.map(toField);
}

/** The field with this id. */
export async function fieldById(reader: Reader, id: FieldId): Promise<Field | undefined> {
  const row = await selectFields(reader).where('id', '=', id).executeTakeFirst();
  return row && toField(row);
}

/** The field under this key. */
export async function fieldByKey(reader: Reader, key: string): Promise<Field | undefined> {
  const row = await selectFields(reader).where('key', '=', key).executeTakeFirst();
  return row && toField(row);
}

/** All fields with what they say of a fan. */
export async function fieldsOf(reader: Reader, fanId: FanId): Promise<FieldOfFan[]> {
  const fields = await allFields(reader);
  if (fields.length === 0) return [];
  const rows = await reader.db
    .selectFrom('fan_field')
    .select(['field_id', 'text_value', 'number_value'])
    .where('fan_id', '=', fanId)
    .execute();
  const values = new Map(rows.map((row) => [row.field_id, row.text_value ?? row.number_value]));
  return fields.map((field) => ({ ...field, value: values.get(field.id) ?? null }));
}

/** Defines a field under a key that is free, behind all others. */
export async function insertField(
  tx: Tx,
  field: { key: string; name: string; type: FieldType; choices: readonly string[] },
  now: number,
): Promise<FieldId> {
  const row = await tx.db
    .insertInto('field')
    .values((eb) => ({
      key: field.key,
      name: field.name,
      type: field.type,
      choices: field.choices.length > 0 ? JSON.stringify(field.choices) : null,
      position: eb
        .selectFrom('field')
        .select((of) => of.fn.coalesce(of(of.fn.max('position'), '+', 1), of.val(0)).as('next')),
      created_at: now,
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Gives a field another name, whose key is free. */
export async function updateFieldName(
  tx: Tx,
  id: FieldId,
  name: { key: string; name: string },
): Promise<void> {
  await tx.db.updateTable('field').set(name).where('id', '=', id).execute();
}

/** Sets what can be chosen in a field. */
export async function updateChoices(
  tx: Tx,
  id: FieldId,
  choices: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('field')
    .set({ choices: JSON.stringify(choices) })
    .where('id', '=', id)
    .execute();
}

/** Takes a field away from everybody and frees its key; names have keys in lower case. */
export async function hideField(tx: Tx, id: FieldId): Promise<void> {
  await tx.db
    .updateTable('field')
    .set({ gone: 1, key: `GONE ${id}` })
    .where('id', '=', id)
    .execute();
}

/** A field that is gone but for its values. */
export async function nextGoneField(reader: Reader): Promise<FieldId | undefined> {
  const row = await reader.db
    .selectFrom('field')
    .select('id')
    .where('gone', '=', 1)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Forgets what a field says of some fans, those who came last first; who they are. */
export async function deleteSomeValues(tx: Tx, id: FieldId, limit: number): Promise<FanId[]> {
  const rows = await tx.db
    .selectFrom('fan_field')
    .select('fan_id')
    .where('field_id', '=', id)
    .orderBy('fan_id', 'desc')
    .limit(limit)
    .execute();
  const fans = rows.map((row) => row.fan_id);
  if (fans.length === 0) return fans;
  await tx.db
    .deleteFrom('fan_field')
    .where('field_id', '=', id)
    .where('fan_id', 'in', fans)
    .execute();
  return fans;
}

/** Removes a field with all its values. */
export async function deleteField(tx: Tx, id: FieldId): Promise<void> {
  await tx.db.deleteFrom('field').where('id', '=', id).execute();
}

/** Of how many fans a field says something. */
export async function countValues(reader: Reader, id: FieldId): Promise<number> {
  const row = await reader.db
    .selectFrom('fan_field')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('field_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Writes down what a field says of a fan. */
export async function putValue(
  tx: Tx,
  given: { fanId: FanId; fieldId: FieldId; value: FieldValue; actor: Actor },
  now: number,
): Promise<void> {
  const { value, actor } = given;
  const columns = {
    text_value: typeof value === 'string' ? value : null,
    number_value: typeof value === 'number' ? value : null,
    actor,
    changed_at: now,
  };
  await tx.db
    .insertInto('fan_field')
    .values({ fan_id: given.fanId, field_id: given.fieldId, ...columns })
    .onConflict((conflict) => conflict.columns(['fan_id', 'field_id']).doUpdateSet(columns))
    .execute();
}

/** Forgets what a field says of a fan. */
export async function deleteValue(tx: Tx, fanId: FanId, fieldId: FieldId): Promise<void> {
  await tx.db
    .deleteFrom('fan_field')
    .where('fan_id', '=', fanId)
    .where('field_id', '=', fieldId)
    .execute();
}

function selectFields(reader: Reader) {
  return reader.db
    .selectFrom('field')
    .select(['id', 'key', 'name', 'type', 'choices'])
    .where('gone', '=', 0);
}

function toField(row: Omit<Field, 'choices'> & { choices: string | null }): Field {
  return { ...row, choices: row.choices === null ? [] : JSON.parse(row.choices) };
}
