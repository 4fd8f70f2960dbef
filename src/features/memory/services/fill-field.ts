import type { Actor } from '#src/core/actor.ts';
import type { FanId, FieldId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Field, FieldType, FieldValue } from '../field.ts';
import { changesOfField, isPending } from '../queries/choice-rows.ts';
import {
  allFields,
  deleteValue,
  fieldById,
  fieldByKey,
  insertField,
  putValue,
  updateChoices,
  updateFieldName,
} from '../queries/field-rows.ts';
import { readChoices, readValue, type ValueRefusal } from '../rules/field-value.ts';
import { nameAfter } from '../rules/name-after.ts';
import { keyOf, type NameRefusal, readName } from '../rules/names.ts';

/** More than a card can show. */
const maxFields = 30;

/** Why a field is not defined or renamed. */
export type FieldRefusal =
  | NameRefusal
  | 'taken'
  | 'gone'
  | 'too-many-fields'
  | 'too-few'
  | 'too-many';

/**
 * Writes down what a person typed for a field of a fan, or a table says that may be older than the choices of now. `known`: the
 * last change of a choice before it was said; those after it are followed first.
 */
export async function setField(
  tx: Tx,
  given: {
    fanId: FanId;
    fieldId: FieldId;
    typed: string;
    actor: Actor;
    known?: number | undefined;
  },
  services: Services,
): Promise<Result<{ field: Field; value: FieldValue }, ValueRefusal | 'gone'>> {
  const field = await fieldById(tx, given.fieldId);
  if (!field || !(await fanById(tx, given.fanId))) return refuse('gone');
  const language = await preferenceOf(tx, 'language');
  const changes = field.type === 'choice' ? await changesOfField(tx, field.id) : [];
  const { known = Infinity } = given;
  const since = changes.filter(({ id }) => id > known);
  const typed = nameAfter(given.typed, since);
  if (typed === null) return refuse('no-choice');
  const read = readValue({ ...field, changes }, typed, language);
  if (!read.ok) return read;
  await putValue(tx, { ...given, value: read.value }, services.clock.now());
  await refreshCard(tx, given.fanId, services);
  return { ok: true, field, value: read.value };
}

/** Forgets what a field says of a fan. */
export async function clearField(
  tx: Tx,
  fanId: FanId,
  fieldId: FieldId,
  services: Services,
): Promise<void> {
  await deleteValue(tx, fanId, fieldId);
  await refreshCard(tx, fanId, services);
}

/** Defines a field; of a choice what was typed is `Name: one, two, three`. */
export async function defineField(
  tx: Tx,
  type: FieldType,
  typed: string,
  services: Services,
): Promise<Result<{ name: string }, FieldRefusal>> {
  const [head = '', ...rest] = type === 'choice' ? typed.split(':') : [typed];
  const named = readName(head);
  if (!named.ok) return named;
  const read = type === 'choice' ? readChoices(rest.join(':')) : { ok: true as const, choices: [] };
  if (!read.ok) return read;
  const key = keyOf(named.name);
  if (await fieldByKey(tx, key)) return refuse('taken');
  if ((await allFields(tx)).length >= maxFields) return refuse('too-many-fields');
  const { choices } = read;
  await insertField(tx, { key, name: named.name, type, choices }, services.clock.now());
  return named;
}

/** Puts more choices behind those that a field has; one that some fans are still to lose is not there yet. */
export async function addChoices(
  tx: Tx,
  id: FieldId,
  typed: string,
): Promise<Result<{ field: Field }, FieldRefusal>> {
  const field = await fieldById(tx, id);
  if (field?.type !== 'choice') return refuse('gone');
  const read = readChoices([...field.choices, typed].join('\n'));
  if (!read.ok) return read;
  if (read.choices.length === field.choices.length) return refuse('empty');
  for (const choice of read.choices.slice(field.choices.length)) {
    if (await isPending(tx, id, choice)) return refuse('taken');
  }
  await updateChoices(tx, id, read.choices);
  return { ok: true, field: { ...field, choices: read.choices } };
}

/** Gives a field another name. */
export async function renameField(
  tx: Tx,
  id: FieldId,
  typed: string,
): Promise<Result<{ name: string }, FieldRefusal>> {
  const named = readName(typed);
  if (!named.ok) return named;
  const key = keyOf(named.name);
  const other = await fieldByKey(tx, key);
  if (other && other.id !== id) return refuse('taken');
  if (!(await fieldById(tx, id))) return refuse('gone');
  await updateFieldName(tx, id, { key, name: named.name });
  return named;
}
