import { setImmediate } from 'node:timers/promises';
import { careOf } from '#src/features/drafts/index.ts';
import type { Said } from '../queries/said-rows.ts';

/** Texts that are looked at before others have their turn. */
const atOnce = 40;

/** Whether what the fan said shows signs of a minor or of distress: a person looks there. */
export async function asksForCare(said: readonly Said[]): Promise<boolean> {
  const texts = said.flatMap(({ direction, text }) => (direction === 'in' ? [text] : []));
  for (let from = 0; from < texts.length; from += atOnce) {
    if (from > 0) await setImmediate();
    const signs = careOf(texts.slice(from, from + atOnce));
    if (signs.some(({ kind }) => kind !== 'spending')) return true;
  }
  return false;
}
