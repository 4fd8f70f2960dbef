import type { Services } from '#src/core/services.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { type PersonaPart, personaParts } from '../persona.ts';
import { personaState, putStep } from '../queries/state-rows.ts';

/** The part that the guided setup asks for; null: none is under way. */
export async function setupStep(reader: Reader): Promise<PersonaPart | null> {
  return (await personaState(reader)).step;
}

/** Begins the guided setup, or goes on with the one under way; gives the part that it asks for. */
export async function goOnWithSetup(tx: Tx, services: Services): Promise<PersonaPart> {
  const step = await setupStep(tx);
  if (step) return step;
  const [first] = personaParts;
  await putStep(tx, first, services.clock.now());
  return first;
}

/**
 * A part was answered or skipped: gives the part that is asked next, or `done`. When the setup asks for another part or is
 * over, nothing changes: `elsewhere`.
 */
export async function passStep(
  tx: Tx,
  part: PersonaPart,
  services: Services,
): Promise<PersonaPart | 'done' | 'elsewhere'> {
  if ((await setupStep(tx)) !== part) return 'elsewhere';
  const next = personaParts[personaParts.indexOf(part) + 1];
  await putStep(tx, next ?? null, services.clock.now());
  return next ?? 'done';
}
