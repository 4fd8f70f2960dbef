import type { FanId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { addNote, findOrMakeTag, setField, tagFan } from '#src/features/memory/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { hasNote } from '../queries/known-people.ts';
import type { FactsNow } from '../rules/facts-after.ts';

/**
 * Writes down at a fan what a table says; a note that is there is not written again. `known`: the last change of a choice when it
 * was said, if that is a while ago. How much did not fit.
 */
export async function rememberFacts(
  tx: Tx,
  given: {
    readonly fanId: FanId;
    readonly facts: FactsNow;
    readonly author: UserId;
    readonly known?: number;
  },
  services: Services,
): Promise<number> {
  const { fanId, facts, author, known } = given;
  const actor = 'creator';
  let misfits = 0;
  for (const text of facts.notes) {
    if (await hasNote(tx, fanId, text)) continue;
    const added = await addNote(tx, { fanId, text, actor, author }, services);
    if (!added.ok) misfits += 1;
  }
  for (const name of facts.tags) {
    const found = await findOrMakeTag(tx, name, services);
    if (found.ok) await tagFan(tx, { fanId, tagId: found.tag.id, actor }, services);
    else misfits += 1;
  }
  for (const { id: fieldId, text: typed } of facts.fields) {
    const set = await setField(tx, { fanId, fieldId, typed, actor, known }, services);
    if (!set.ok) misfits += 1;
  }
  return misfits;
}
