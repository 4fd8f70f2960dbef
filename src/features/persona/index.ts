import type { AppFeature } from '#src/features/feature.ts';
import { handlers } from './telegram/handlers.ts';

export { faqAsked, faqFor, personaOf } from './services/persona-of.ts';
export { writtenEntries } from './queries/faq-rows.ts';
export { writtenLines } from './queries/line-rows.ts';
export { ownHabits } from './queries/own-habits.ts';
export { type ReplyForModel, repliesForModel } from './queries/replies-for-model.ts';
export { leastReplies } from './rules/habit-lines.ts';
export { priceLine } from './rules/price.ts';
export { readPart } from './rules/read-part.ts';
export { learnJob, type LearnPlace } from './services/learn.ts';
export { type Learnt, sayNotLearnt, showLearnt } from './services/show-learnt.ts';
export { setPart } from './services/edit-part.ts';
export { addQuestion, writeEntry } from './services/keep-faq.ts';
export type {
  EmojiUse,
  FaqEntry,
  LearntByModel,
  ModelLine,
  ModelSilence,
  Persona,
  Price,
} from './persona.ts';
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
};
