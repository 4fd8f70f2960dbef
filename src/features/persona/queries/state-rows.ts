import type { Reader, Tx } from '#src/storage/reader.ts';
import type { PersonaPart } from '../persona.ts';

/** What holds of the persona as a whole: its version, and the part that the guided setup asks for. */
export interface PersonaState {
  readonly version: number;
  readonly step: PersonaPart | null;
}

/** What holds now. */
export async function personaState(reader: Reader): Promise<PersonaState> {
  const row = await reader.db
    .selectFrom('persona_state')
    .select(['version', 'step'])
    .where('id', '=', 1)
    .executeTakeFirst();
  return row ?? { version: 0, step: null };
}

/** Counts a change of the persona or its FAQ. `now` in epoch ms. */
export async function countChange(tx: Tx, now: number): Promise<void> {
  await tx.db
    .insertInto('persona_state')
    .values({ id: 1, version: 1, step: null, changed_at: now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({ version: eb('persona_state.version', '+', 1), changed_at: now })),
    )
    .execute();
}

/** Sets what the guided setup asks for; null: it is over. `now` in epoch ms. */
export async function putStep(tx: Tx, step: PersonaPart | null, now: number): Promise<void> {
  await tx.db
    .insertInto('persona_state')
    .values({ id: 1, version: 0, step, changed_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ step, changed_at: now }))
    .execute();
}
