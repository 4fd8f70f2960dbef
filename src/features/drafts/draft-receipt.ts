import type { MessageId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';

/** What left the box for a draft, and what it cost. Names rows, holds no text. */
export interface DraftReceipt {
  readonly provider: string;
  readonly model: string;
  /** Messages of the conversation that were told. */
  readonly messages: readonly MessageId[];
  /** How much of each other kind was told. */
  readonly told: { readonly faq: number; readonly examples: number; readonly facts: number };
  /** How many different things of each kind were replaced before. */
  readonly masked: Readonly<Record<string, number>>;
  /** What did not fit, by kind. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a US dollar, of all calls. */
  readonly costMicroUsd: number;
  readonly ms: number;
  /** Every call, in order. */
  readonly calls: readonly Pick<LlmTry, 'provider' | 'model' | 'outcome'>[];
}
