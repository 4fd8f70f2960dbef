import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { UserId } from '#src/core/ids.ts';
import type {
  FaqEntryId,
  HabitName,
  ModelSilence,
  PersonaLineId,
  PersonaPart,
  ProposalId,
  ProposedLine,
  ProposedLineId,
} from './persona.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    persona_line: PersonaLineTable;
    persona_state: PersonaStateTable;
    faq_entry: FaqEntryTable;
    persona_proposal: PersonaProposalTable;
    persona_proposed_line: PersonaProposedLineTable;
  }
}

/** A line of the creator's card on how to sound, in the form that `PersonaLine` tells. */
export interface PersonaLineTable {
  id: Generated<PersonaLineId>;
  part: PersonaPart;
  text: string;
  /** What it says of how the creator writes, where it was learned: learning again puts a new line in its place. */
  habit: HabitName | null;
  actor: Actor;
  author_user_id: UserId | null;
  created_at: number;
}

/** What holds of the persona as a whole: one row, with id 1, or none. */
export interface PersonaStateTable {
  id: 1;
  /** Counts its changes, so that a button that would delete everything knows what it was shown with. */
  version: number;
  /** The part that the guided setup asks for; null: none is under way. */
  step: PersonaPart | null;
  changed_at: number;
}

/** A question that fans ask, and what the creator answers. */
export interface FaqEntryTable {
  id: Generated<FaqEntryId>;
  question: string;
  /** Null: not written yet. */
  answer: string | null;
  actor: Actor;
  author_user_id: UserId | null;
  created_at: number;
  changed_at: number | null;
}

/** What was learned from the creator's replies at one time. */
export interface PersonaProposalTable {
  id: Generated<ProposalId>;
  /** How many replies were read. */
  replies: number;
  /** Whose model proposed the lines that are no habit; null: nobody's. */
  provider: string | null;
  /** Why no model's lines stand in it. */
  silence: ModelSilence | null;
  created_at: number;
}

/** A line that was learned, and what became of it. */
export interface PersonaProposedLineTable {
  id: Generated<ProposedLineId>;
  proposal_id: ProposalId;
  part: PersonaPart;
  text: string;
  habit: HabitName | null;
  /** What stood in its place when it was shown; null: it is added. */
  before_text: string | null;
  state: Generated<ProposedLine['state']>;
}
