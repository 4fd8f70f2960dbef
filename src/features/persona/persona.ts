import type { Brand } from '#src/core/ids.ts';

/** Row id of a line of the persona. */
export type PersonaLineId = Brand<number, 'PersonaLineId'>;
/** Row id of an FAQ entry. */
export type FaqEntryId = Brand<number, 'FaqEntryId'>;
/** Row id of what was learned from the creator's replies at one time. */
export type ProposalId = Brand<number, 'ProposalId'>;
/** Row id of a line that was proposed. */
export type ProposedLineId = Brand<number, 'ProposedLineId'>;

/** The parts of a persona, in the order in which they are asked and shown. */
export const personaParts = ['tone', 'do', 'dont', 'language', 'emoji', 'fact', 'price'] as const;

/** One part of a persona. */
export type PersonaPart = (typeof personaParts)[number];

/**
 * One line of a part, in the form in which it is stored: a price as `what: 12.50 EUR`, a language as its tag or `fan`,
 * emoji as the habit and the favourites (`few 🌙 ✨`), anything else as it was typed.
 */
export interface PersonaLine {
  readonly id: PersonaLineId;
  readonly part: PersonaPart;
  readonly text: string;
}

/** How often somebody uses emoji. */
export type EmojiHabit = 'none' | 'few' | 'many';

/** Which emoji somebody uses, and how often. */
export interface EmojiUse {
  readonly habit: EmojiHabit;
  readonly favourites: readonly string[];
}

/** What something costs. */
export interface Price {
  readonly what: string;
  /** A decimal number with a point and as many digits after it as the currency has. */
  readonly amount: string;
  /** ISO 4217; `XTR` for Telegram Stars. */
  readonly currency: string;
}

/** How the creator sounds and what is true of them. */
export interface Persona {
  readonly tone: string | null;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
  /** In which languages fans are answered, as tags; `fan`: in the fan's own, which holds unless others were chosen. */
  readonly languages: 'fan' | readonly string[];
  /** Null: nothing was said of it. */
  readonly emoji: EmojiUse | null;
  readonly facts: readonly string[];
  readonly prices: readonly Price[];
}

/** A question that fans ask, and what the creator answers. */
export interface FaqEntry {
  readonly id: FaqEntryId;
  readonly question: string;
  /** Null: not written yet. */
  readonly answer: string | null;
}

/** What a learned line says of how the creator writes. */
export type HabitName = 'length' | 'greeting' | 'sign-off' | 'case' | 'full-stop' | 'exclamation';

/** A line that a model proposes. It is read by `readPart` like one that a person typed. */
export interface ModelLine {
  readonly part: 'tone' | 'do' | 'dont' | 'fact' | 'price';
  readonly text: string;
}

/**
 * Why no model's lines stand beside what was counted. `too-few`: replies that may go to a provider; `nothing`: of what it
 * answered nothing passed the checks.
 */
export type ModelSilence = 'no-consent' | 'used-up' | 'unavailable' | 'too-few' | 'nothing';

/** What a model made of the creator's replies. Neither provider nor silence: there is no model here that could be asked. */
export interface LearntByModel {
  readonly lines: readonly ModelLine[];
  readonly provider: string | null;
  readonly silence: ModelSilence | null;
}

/** A line that was learned from the creator's replies. */
export interface ProposedLine {
  readonly id: ProposedLineId;
  readonly proposalId: ProposalId;
  readonly part: PersonaPart;
  readonly text: string;
  /** Null: it is the whole of its part (tone, languages, emoji), or a line that a model proposes. */
  readonly habit: HabitName | null;
  /** What it takes the place of; null: nothing. */
  readonly before: string | null;
  readonly state: 'open' | 'taken' | 'left';
}
