import type { FieldId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { refreshCards } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Field } from '../field.ts';
import {
  endChange,
  followChange,
  insertChange,
  isPending,
  pendingChange,
} from '../queries/choice-rows.ts';
import { fieldById, updateChoices } from '../queries/field-rows.ts';
import { choiceWithCode } from '../rules/choice-code.ts';
import { fewestChoices, readChoice } from '../rules/field-value.ts';
import { keyOf } from '../rules/names.ts';
import type { FieldRefusal } from './fill-field.ts';

/** The kind of the job that has fans follow a change of their choice. */
export const choicesJob = 'memory-choices';

/** Fans who follow in one transaction: some milliseconds, since search forgets the old word at each. */
const fansAtOnce = 100;

/** Gives a choice another name; fans who have it keep it under that name. */
export async function renameChoice(
  tx: Tx,
  id: FieldId,
  { code, typed }: { code: number; typed: string },
  services: Services,
): Promise<Result<{ field: Field; was: string; becomes: string }, FieldRefusal>> {
  const field = await fieldById(tx, id);
  const was = field && choiceWithCode(field.choices, code);
  if (!field || was === undefined) return refuse('gone');
  const becomes = readChoice(typed);
  if (becomes === '') return refuse('empty');
  const others = field.choices.filter((choice) => choice !== was);
  if (others.some((choice) => keyOf(choice) === keyOf(becomes))) return refuse('taken');
  if (await isPending(tx, id, becomes)) return refuse('taken');
  if (becomes === was) return { ok: true, field, was, becomes };
  const choices = field.choices.map((choice) => (choice === was ? becomes : choice));
  await change(tx, { fieldId: id, was, becomes, choices }, services);
  return { ok: true, field: { ...field, choices }, was, becomes };
}

/** The other choice of a field that is called so, where one can become the other: two at least stay. */
export async function choiceToMergeWith(
  reader: Reader,
  id: FieldId,
  { code, typed }: { code: number; typed: string },
): Promise<string | undefined> {
  const field = await fieldById(reader, id);
  const was = field && choiceWithCode(field.choices, code);
  if (!field || was === undefined || field.choices.length <= fewestChoices) return undefined;
  const name = keyOf(readChoice(typed));
  return field.choices.find((choice) => choice !== was && keyOf(choice) === name);
}

/** Makes two choices of a field one: fans who have the first have the other then, and whatever means the first means the other. */
export async function mergeChoices(
  tx: Tx,
  id: FieldId,
  codes: { from: number; into: number },
  services: Services,
): Promise<Result<{ field: Field; was: string; becomes: string }, FieldRefusal>> {
  const field = await fieldById(tx, id);
  if (!field) return refuse('gone');
  const was = choiceWithCode(field.choices, codes.from);
  const becomes = choiceWithCode(field.choices, codes.into);
  if (was === undefined || becomes === undefined || was === becomes) return refuse('gone');
  const choices = field.choices.filter((choice) => choice !== was);
  if (choices.length < fewestChoices) return refuse('too-few');
  await change(tx, { fieldId: id, was, becomes, choices }, services);
  return { ok: true, field: { ...field, choices }, was, becomes };
}

/** Removes a choice; fans who have it have none then. */
export async function removeChoice(
  tx: Tx,
  id: FieldId,
  code: number,
  services: Services,
): Promise<Result<{ was: string }, FieldRefusal>> {
  const field = await fieldById(tx, id);
  const was = field && choiceWithCode(field.choices, code);
  if (!field || was === undefined) return refuse('gone');
  const choices = field.choices.filter((choice) => choice !== was);
  if (choices.length < fewestChoices) return refuse('too-few');
  await change(tx, { fieldId: id, was, becomes: null, choices }, services);
  return { ok: true, was };
}

async function change(
  tx: Tx,
  given: { fieldId: FieldId; was: string; becomes: string | null; choices: readonly string[] },
  services: Services,
): Promise<void> {
  const { fieldId, was, becomes, choices } = given;
  const now = services.clock.now();
  await updateChoices(tx, fieldId, choices);
  await insertChange(tx, { fieldId, was, becomes });
  // With few fans it is done at once.
  if (await letSomeFollow(tx, services)) return;
  await schedule(tx, { kind: choicesJob, key: '', dueAt: now }, now);
}

/** Has some more fans follow the changes of their choices, the oldest change first. True when all have. */
export async function letSomeFollow(tx: Tx, services: Services): Promise<boolean> {
  const pending = await pendingChange(tx);
  if (!pending) return true;
  const fans = await followChange(tx, pending, fansAtOnce);
  await refreshCards(tx, fans, services);
  if (fans.length === fansAtOnce) return false;
  await endChange(tx, pending.id);
  return (await pendingChange(tx)) === undefined;
}
