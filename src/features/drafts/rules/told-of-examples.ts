import type { MessageId, ThreadId } from '#src/core/ids.ts';
import type { ToldOfThread } from '../draft-receipt.ts';
import { maskText } from './mask-text.ts';
import type { ExamplePart } from './prompt-parts.ts';

/** An example, and whose words it holds. */
export interface ExampleOfThread extends ExamplePart {
  readonly threadId: ThreadId;
  readonly messages: readonly MessageId[];
}

/** What examples tell of each thread that they come from, and what is replaced in them. */
export function toldOfExamples(
  examples: readonly ExampleOfThread[],
  fanNames: readonly string[],
): ToldOfThread[] {
  return [...Map.groupBy(examples, ({ threadId }) => threadId)].map(([threadId, its]) => ({
    threadId,
    told: {
      messages: its.flatMap(({ messages }) => messages),
      told: { faq: 0, examples: its.length, facts: 0 },
      masked: maskText(
        its.flatMap(({ fanText, replyText }) => [fanText, replyText]),
        fanNames,
      ).counts,
      leftOut: {},
    },
  }));
}
