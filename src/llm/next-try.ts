import type { FailedCall } from './adapter.ts';

/** What is known when a call has failed. Times in ms. */
export interface TrySituation {
  /** Calls made to this model for this question. */
  readonly made: number;
  /** Until the deadline. */
  readonly leftMs: number;
  /** Whether another model is to be asked after this one. */
  readonly hasNext: boolean;
  /** Whether it was asked for something besides text that it may not take. */
  readonly extras: boolean;
  /** 0 to 1. */
  readonly jitter: number;
}

/** A second call to the same model. */
export interface NextTry {
  readonly waitMs: number;
  readonly plain: boolean;
}

/** With less time than this no call is begun after a wait. */
const leastCallMs = 1_000;
/** While another model is there, nobody waits longer for this one. */
const patienceMs = 1_000;

/**
 * Whether the same model is asked a second time, once: at once and plainly where it may have been refused for its extras; after
 * faults that pass if the wait that the provider asks for (else 200 to 400 ms) leaves time for a call. Not after one that took
 * all of its time.
 */
export function nextTry(failure: FailedCall, at: TrySituation): NextTry | null {
  if (at.made !== 1) return null;
  if (failure.misformed && at.extras) return { waitMs: 0, plain: true };
  const passes =
    failure.fault === 'unreachable' || failure.fault === 'down' || failure.fault === 'flooded';
  if (!passes) return null;
  const waitMs = Math.ceil(failure.retryAfterMs ?? 200 + 200 * at.jitter);
  if (waitMs + leastCallMs > at.leftMs) return null;
  return at.hasNext && waitMs > patienceMs ? null : { waitMs, plain: false };
}
