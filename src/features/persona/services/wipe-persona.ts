import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { deleteAllEntries } from '../queries/faq-rows.ts';
import { deleteAllLines } from '../queries/line-rows.ts';
import { deleteProposals } from '../queries/proposal-rows.ts';
import { countChange, personaState, putStep } from '../queries/state-rows.ts';

/**
 * Deletes the persona with its FAQ and whatever was proposed; false, and nothing is deleted, when it changed since it was
 * shown (`version`).
 */
export async function wipePersona(tx: Tx, version: number, services: Services): Promise<boolean> {
  if ((await personaState(tx)).version !== version) return false;
  const now = services.clock.now();
  await deleteAllLines(tx);
  await deleteAllEntries(tx);
  await deleteProposals(tx);
  await putStep(tx, null, now);
  await countChange(tx, now);
  return true;
}
