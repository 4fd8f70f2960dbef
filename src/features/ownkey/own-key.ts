import type { Brand, UserId } from '#src/core/ids.ts';
import type { LlmFault, OwnProvider } from '#src/core/llm.ts';

/** Row id of an own key. */
export type OwnKeyId = Brand<number, 'OwnKeyId'>;

/** Faults of an own key that do not pass by themselves. */
export type BrokenFault = Extract<LlmFault, 'rejected-key' | 'no-such-model' | 'forbidden-url'>;

/** An own key that passed its test and is used. */
export interface OwnKey {
  readonly id: OwnKeyId;
  readonly provider: OwnProvider;
  /** Who set it up. */
  readonly userId: UserId;
  /** Epoch ms. */
  readonly testedAt: number;
  /** Why it does not work now; null: it does, for all that is known. */
  readonly fault: BrokenFault | null;
}

/** An own key that is being set up; what is null is not known yet. */
export interface AskedKey {
  readonly id: OwnKeyId;
  readonly baseUrl: string | null;
  readonly model: string | null;
  readonly apiKey: string | null;
  /** Until then (epoch ms) a text that answers nothing is meant for it. */
  readonly openUntil: number;
}

/** What is asked for next; `test`: nothing, it can be tried. */
export type KeyStep = 'address' | 'model' | 'key' | 'test';

/** How the creator's own endpoint is reached, for one call. */
export interface OwnAccess {
  readonly keyId: OwnKeyId;
  readonly provider: OwnProvider;
}

/** What came of a call with an own key; null: it answered. */
export interface OwnOutcome {
  readonly keyId: OwnKeyId;
  readonly fault: LlmFault | 'not-configured' | null;
}
