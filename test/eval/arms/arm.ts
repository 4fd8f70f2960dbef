import type { Bed } from '../bed.ts';
import type { Exchange } from '../dialogues/dialogue.ts';

/** What is to be predicted: the bed knows all that came before, and what the fan just asked. */
export interface Question {
  readonly exchange: Exchange;
  /** The fan's messages since the last answer, one a line. */
  readonly text: string;
  /** What was answered before, oldest first. */
  readonly before: readonly Exchange[];
}

/** What an arm would have answered. */
export interface Prediction {
  /** Best first; none: it would say nothing. */
  readonly texts: readonly string[];
  /** Millionths of a US dollar. */
  readonly costMicroUsd: number;
}

/** One way to answer. */
export interface Arm {
  /** Short, for the table. */
  readonly name: string;
  /** Called once for each creator, before anybody wrote. */
  readonly begin?: (bed: Bed) => Promise<void>;
  predict(bed: Bed, question: Question): Promise<Prediction>;
}

/** A prediction of some texts that cost nothing. */
export function free(...texts: readonly string[]): Prediction {
  return { texts, costMicroUsd: 0 };
}
