import type { MessageId } from '#src/core/ids.ts';
import type { Told } from '../draft-receipt.ts';
import type { Context } from './build-context.ts';

/** What a prompt tells: which of the messages it holds, and how much of the rest. */
export function toldOf({
  context: { used, leftOut, factIds },
  messageIds,
  others,
  masked,
}: {
  readonly context: Context;
  /** Of all turns that were offered to the context, oldest first; it takes the newest. */
  readonly messageIds: readonly MessageId[];
  /** How many of the examples that it holds are of other fans. */
  readonly others: number;
  readonly masked: Readonly<Record<string, number>>;
}): Told {
  return {
    messages: used.turns === 0 ? [] : messageIds.slice(-used.turns),
    told: { faq: used.faq, examples: used.examples, facts: used.facts, others },
    factIds,
    summary: used.summary > 0,
    masked,
    leftOut: { ...leftOut },
  };
}
