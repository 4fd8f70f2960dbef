import type { LlmFault, LlmRequest, LlmUsage } from '#src/core/llm.ts';
import type { Manner } from './manner.ts';
import type { ModelTraits } from './model-traits.ts';

/** One call of a model. */
export interface ModelCall {
  readonly model: string;
  readonly traits: ModelTraits;
  readonly request: LlmRequest;
  /** Less than `full` where the endpoint refused more. */
  readonly manner: Manner;
  /** Wants the text as it grows: called with all of it so far. */
  readonly onText?: ((soFar: string) => void) | undefined;
  readonly signal: AbortSignal;
}

/** A call that gave no answer. */
export interface FailedCall {
  readonly ok: false;
  readonly fault: LlmFault;
  /** Whether the provider is at fault or what it was asked; only the former counts against it. */
  readonly blame: 'provider' | 'request';
  /** How long it asks to be left alone, in ms. */
  readonly retryAfterMs: number | null;
  readonly usage: LlmUsage | null;
  /** It may be charged although nobody said what was used. */
  readonly mayCost: boolean;
  /** It was refused for its form (400, 422), and nothing that is known says why. */
  readonly misformed: boolean;
}

/** How a call ended. */
export type CallOutcome =
  | {
      readonly ok: true;
      readonly text: string;
      readonly requestId: string | null;
      readonly usage: LlmUsage | null;
    }
  | FailedCall;

/** One provider with one key. Neither function rejects; both end soon after their signal is aborted. */
export interface ProviderAdapter {
  complete(call: ModelCall): Promise<CallOutcome>;
  /** Ids of the models that the key may use. */
  models(signal: AbortSignal): Promise<{ readonly ok: true; readonly ids: string[] } | FailedCall>;
}

/** A failed call; what is not given: the provider is at fault, named no time, and charges nothing. */
export function failed(
  fault: LlmFault,
  more: Partial<Omit<FailedCall, 'ok' | 'fault'>> = {},
): FailedCall {
  return {
    ok: false,
    fault,
    blame: 'provider',
    retryAfterMs: null,
    usage: null,
    mayCost: false,
    misformed: false,
    ...more,
  };
}
