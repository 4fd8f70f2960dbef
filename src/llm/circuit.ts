import type { LlmFault } from '#src/core/llm.ts';
import type { CallOutcome } from './adapter.ts';

/**
 * Keeps calls from a provider that fails, for each provider and key. Closed: calls go through. Open: none does until a
 * time. Probing: that time has come, and one call is under way that shows how it stands. Times are steady ms.
 */
export type Circuit =
  | { readonly state: 'closed'; readonly failedAt: readonly number[] }
  | {
      readonly state: 'open';
      readonly until: number;
      /** How often in a row it has opened. */
      readonly openings: number;
      /** Why. */
      readonly fault: LlmFault;
    }
  | { readonly state: 'probing'; readonly openings: number; readonly fault: LlmFault };

/** What a call showed of the provider: nothing where it was cancelled; `trip` opens at once. */
export type Verdict =
  | { readonly kind: 'well' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failure'; readonly fault: LlmFault }
  | { readonly kind: 'trip'; readonly fault: LlmFault; readonly waitMs: number };

/** A circuit that nothing has happened to. */
export const newCircuit: Circuit = { state: 'closed', failedAt: [] };

const mostFailures = 5;
const windowMs = 30_000;
const firstRestMs = 30_000;
const longestRestMs = 10 * 60_000;
/** A provider that asks for more than this does not answer within anybody's patience. */
const longRetryAfterMs = 5_000;

/** Whether a call may go out now, and as what. */
export function passOf(circuit: Circuit, now: number): 'call' | 'probe' | 'closed-off' {
  if (circuit.state === 'closed') return 'call';
  return circuit.state === 'open' && now >= circuit.until ? 'probe' : 'closed-off';
}

/** What an outcome shows. Requests that a provider turns down (400, 413, 422, a refusal) show that it is well. */
export function verdictOf(outcome: CallOutcome): Verdict {
  if (outcome.ok) return { kind: 'well' };
  const { fault, blame, retryAfterMs } = outcome;
  if (fault === 'cancelled') return { kind: 'nothing' };
  // A try that had less than its time shows nothing.
  if (fault === 'deadline' && blame === 'request') return { kind: 'nothing' };
  if (fault === 'rejected-key') return { kind: 'trip', fault, waitMs: 0 };
  if (fault === 'flooded' && (retryAfterMs ?? 0) > longRetryAfterMs) {
    return { kind: 'trip', fault, waitMs: retryAfterMs ?? 0 };
  }
  return blame === 'request' ? { kind: 'well' } : { kind: 'failure', fault };
}

/** The circuit as a probe goes out. */
export function probing(circuit: Circuit): Circuit {
  if (circuit.state !== 'open') return circuit;
  return { state: 'probing', openings: circuit.openings, fault: circuit.fault };
}

/** The circuit after a call that went out as `pass`. Calls from before it opened do not count any more. */
export function afterCall(
  circuit: Circuit,
  pass: 'call' | 'probe',
  verdict: Verdict,
  now: number,
): Circuit {
  if (circuit.state === 'closed') return afterClosed(circuit.failedAt, verdict, now);
  if (circuit.state === 'open' || pass === 'call') return circuit;
  const { openings, fault } = circuit;
  switch (verdict.kind) {
    case 'well':
      return newCircuit;
    case 'nothing':
      return { state: 'open', until: now, openings, fault };
    case 'failure':
      return opened(verdict.fault, openings + 1, 0, now);
    case 'trip':
      return opened(verdict.fault, openings + 1, verdict.waitMs, now);
  }
}

function afterClosed(failedAt: readonly number[], verdict: Verdict, now: number): Circuit {
  const recent = failedAt.filter((at) => now - at < windowMs);
  if (verdict.kind === 'trip') return opened(verdict.fault, 1, verdict.waitMs, now);
  if (verdict.kind !== 'failure') return { state: 'closed', failedAt: recent };
  const failures = [...recent, now];
  return failures.length >= mostFailures
    ? opened(verdict.fault, 1, 0, now)
    : { state: 'closed', failedAt: failures };
}

function opened(fault: LlmFault, openings: number, waitMs: number, now: number): Circuit {
  const restMs = firstRestMs * 2 ** Math.min(openings - 1, 10);
  const until = now + Math.min(longestRestMs, Math.max(restMs, waitMs));
  return { state: 'open', until, openings, fault };
}
