import type { AppFeature } from '#src/features/feature.ts';
import { learnKind } from './jobs.ts';
import { handlers } from './telegram/handlers.ts';

export { faqAsked, faqFor, personaOf } from './services/persona-of.ts';
export { setPart } from './services/edit-part.ts';
export { addQuestion, writeEntry } from './services/keep-faq.ts';
export type { EmojiUse, FaqEntry, Persona, Price } from './persona.ts';
export type {
  FaqEntryTable,
  PersonaLineTable,
  PersonaProposalTable,
  PersonaProposedLineTable,
  PersonaStateTable,
} from './tables.ts';

/** How the creator sounds, what is true of them and what fans ask often: `/persona`. */
export const personaFeature: AppFeature = {
  name: 'persona',
  forDesk: true,
  handlers,
  jobKinds: [learnKind],
};
