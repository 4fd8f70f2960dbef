import type { MessageId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import type { Context } from './build-context.ts';

/** What left the box for a draft: which of the messages the context holds, and what all calls for it cost. */
export function receiptOf({
  context,
  messageIds,
  masked,
  tries,
}: {
  readonly context: Context;
  /** Of all turns that were offered to the context, oldest first; it takes the newest. */
  readonly messageIds: readonly MessageId[];
  readonly masked: Readonly<Record<string, number>>;
  readonly tries: readonly LlmTry[];
}): DraftReceipt {
  const { used, leftOut } = context;
  const last = tries.at(-1);
  const sum = (of: (each: LlmTry) => number) => tries.reduce((all, each) => all + of(each), 0);
  return {
    provider: last?.provider ?? '',
    model: last?.model ?? '',
    messages: used.turns === 0 ? [] : messageIds.slice(-used.turns),
    told: { faq: used.faq, examples: used.examples, facts: used.facts },
    masked,
    leftOut: { ...leftOut },
    tokensIn: sum(({ usage }) => usage?.in ?? 0),
    tokensOut: sum(({ usage }) => usage?.out ?? 0),
    costMicroUsd: sum(({ costMicroUsd }) => costMicroUsd),
    ms: sum(({ ms }) => ms),
    calls: tries.map(({ provider, model, outcome }) => ({ provider, model, outcome })),
  };
}
