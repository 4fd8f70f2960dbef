import type { FieldId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { refreshCards } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Field } from '../field.ts';
import { endChangesOf } from '../queries/choice-rows.ts';
import {
  deleteField,
  deleteSomeValues,
  fieldById,
  hideField,
  nextGoneField,
} from '../queries/field-rows.ts';

/** The kind of the job that forgets what fields said that are gone. */
export const goneFieldsJob = 'memory-gone-fields';

/** Values that one transaction forgets: some milliseconds, since search forgets the words of each. */
const valuesAtOnce = 250;

/**
 * Removes a field with all its values; undefined when it is not there. It is gone at once for everybody, and its name is free;
 * very many values are forgotten some at a time.
 */
export async function removeField(
  tx: Tx,
  id: FieldId,
  services: Services,
): Promise<Field | undefined> {
  const field = await fieldById(tx, id);
  if (!field) return undefined;
  await hideField(tx, id);
  await endChangesOf(tx, id);
  if (await forgetSomeValues(tx, services)) return field;
  const now = services.clock.now();
  await schedule(tx, { kind: goneFieldsJob, key: '', dueAt: now }, now);
  return field;
}

/** Forgets some more of what fields said that are gone. True when nothing is left of any. */
export async function forgetSomeValues(tx: Tx, services: Services): Promise<boolean> {
  const id = await nextGoneField(tx);
  if (id === undefined) return true;
  const fans = await deleteSomeValues(tx, id, valuesAtOnce);
  await refreshCards(tx, fans, services);
  if (fans.length === valuesAtOnce) return false;
  await deleteField(tx, id);
  return (await nextGoneField(tx)) === undefined;
}
