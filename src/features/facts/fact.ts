import type { Brand, FanId, MessageId } from '#src/core/ids.ts';

/** Row id of a fact. */
export type FactId = Brand<number, 'FactId'>;

/** What a fact is about. */
export const subjects = [
  'name',
  'home',
  'work',
  'studies',
  'birthday',
  'family',
  'pets',
  'likes',
  'plans',
  'other',
] as const;

/** What a fact is about. */
export type Subject = (typeof subjects)[number];

/** Who wrote it: a model, or a person who changed it. */
export type FactActor = 'automation' | 'creator' | 'member';

/** Something that a fan said about themself. */
export interface Fact {
  readonly id: FactId;
  readonly fanId: FanId;
  /** The fan's message that says it. */
  readonly messageId: MessageId;
  readonly subject: Subject;
  /** One line, at most `longestFact` units. */
  readonly text: string;
  readonly actor: FactActor;
  /** When the fan said it (epoch ms): the date of that message. */
  readonly saidAt: number;
}

/** Who a fan is and what was talked about. */
export interface FanSummary {
  readonly fanId: FanId;
  /** At most two lines. */
  readonly text: string;
  readonly actor: FactActor;
  /** When it was written (epoch ms). */
  readonly writtenAt: number;
}

/** A fact that a model found, after it passed the checks. */
export type FoundFact = Pick<Fact, 'messageId' | 'subject' | 'text' | 'saidAt'>;

/** Longest fact, in UTF-16 units. */
export const longestFact = 120;

/** Longest line of a summary, in UTF-16 units, and most lines. */
export const longestLine = 160;
export const mostLines = 2;

/** Facts that are kept of a fan. */
export const mostFacts = 12;
