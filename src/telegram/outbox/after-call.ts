import type { ChatId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { backoffMs } from '#src/telegram/outbox/backoff.ts';
import type { Audience } from '#src/telegram/outbox/outbox-row.ts';
import { isSafeToRepeat } from '#src/telegram/outbox/safe-to-repeat.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** A call that has come back, as far as the decision needs it. */
export interface EndedCall {
  readonly method: string;
  readonly audience: Audience;
  readonly step: 'call' | 'prelude';
  /** Failed tries before this one. */
  readonly attempts: number;
  /** When the row's turn came for the first time (epoch ms). */
  readonly firstTriedAt: number;
}

/** What becomes of the row. */
export type Verdict =
  | { readonly then: 'done'; readonly result: unknown }
  /** Back into the queue; `counts` when the try counts, `repeated` when it may have taken effect. */
  | {
      readonly then: 'queue';
      readonly notBefore: number;
      readonly counts: boolean;
      readonly repeated: boolean;
    }
  | { readonly then: 'move'; readonly to: ChatId }
  | { readonly then: 'fail'; readonly failure: SendFailure }
  | { readonly then: 'ask'; readonly failure: SendFailure };

/** A row is not given up before it has been tried this long, and this often. */
const patienceMs = 86_400_000;
const patienceTries = 20;

/**
 * Decides what becomes of a row from how its call ended. `jitter` is from 0 up to 1.
 *
 * A lost answer: what the desk or the bot itself sees, and what is safe to repeat, is called again; a call that might
 * show a fan something twice ends as `ask` (the row becomes `uncertain`).
 */
export function afterCall(
  call: EndedCall,
  outcome: SendOutcome,
  now: number,
  jitter: number,
): Verdict {
  const again = (repeated: boolean, failure: SendFailure): Verdict =>
    now - call.firstTriedAt > patienceMs && call.attempts >= patienceTries
      ? { then: 'fail', failure }
      : {
          then: 'queue',
          notBefore: now + backoffMs(call.attempts + 1, jitter),
          counts: true,
          repeated,
        };
  switch (outcome.outcome) {
    case 'ok':
      return { then: 'done', result: outcome.result };
    case 'flood':
      return {
        then: 'queue',
        notBefore: now + outcome.retryAfterMs,
        counts: false,
        repeated: false,
      };
    case 'migrated':
      return { then: 'move', to: outcome.to };
    case 'unauthorized':
      return { then: 'queue', notBefore: 0, counts: false, repeated: false };
    case 'refused':
      return { then: 'fail', failure: outcome.failure };
    case 'transient': {
      const { code, description } = outcome;
      return again(false, { reason: 'gave-up', code, description });
    }
    case 'unknown': {
      const { description } = outcome;
      const repeatable =
        call.audience !== 'fan' || call.step === 'prelude' || isSafeToRepeat(call.method);
      return repeatable
        ? again(true, { reason: 'gave-up', code: null, description })
        : { then: 'ask', failure: { reason: 'unknown', code: null, description } };
    }
    default:
      return unreachable(outcome);
  }
}
