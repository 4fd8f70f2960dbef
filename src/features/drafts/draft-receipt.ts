import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { Spent } from '#src/features/usage/index.ts';
import type { Doubt } from './rules/doubt-of.ts';

/** What a question to a model holds. Names rows, holds no text. */
export interface Told {
  /** Messages of the conversation that were told. */
  readonly messages: readonly MessageId[];
  /** How much of each other kind was told. */
  readonly told: {
    readonly faq: number;
    readonly examples: number;
    readonly facts: number;
    /** How many of the examples are of other fans; absent where it is not written down. */
    readonly others?: number;
  };
  /** The facts of this fan that were told; absent where only their number is written down. */
  readonly factIds?: readonly number[];
  /** Whether the summary of this fan was told; absent where it is not written down. */
  readonly summary?: boolean;
  /** How many different things of each kind were replaced before. */
  readonly masked: Readonly<Record<string, number>>;
  /** What did not fit, by kind. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What one question tells of a thread. */
export interface ToldOfThread {
  readonly threadId: ThreadId;
  readonly told: Told;
}

/**
 * What left the box for one wish, to whom, how that ended and what it cost. There is one for each wish of which anything
 * left, also when nobody saw what came of it.
 */
export interface DraftReceipt extends Told, Spent {
  /** What the model was unsure of in what is offered; absent: of nothing, or nothing of its is offered. */
  readonly doubt?: Doubt;
}
