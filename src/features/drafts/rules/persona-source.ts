import { type Persona, priceLine } from '#src/features/persona/index.ts';

/** The parts of a persona that say what is so, or what the creator wants said. */
export type PersonaSource = Pick<Persona, 'dos' | 'facts' | 'prices'>;

/**
 * What of a persona prices, links, times, promises, contacts and codes of a draft may come from (`Known.texts`). What the creator
 * does not want said is no source of it, and neither is how drafts should sound.
 */
export function personaSource({ dos, facts, prices }: PersonaSource): string[] {
  return [...dos, ...facts, ...prices.map(priceLine)];
}
