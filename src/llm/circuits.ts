import type { LlmFault } from '#src/core/llm.ts';
import type { CallOutcome } from './adapter.ts';
import { afterCall, type Circuit, newCircuit, passOf, probing, verdictOf } from './circuit.ts';

/** Leave for one call; `settle` is called with how it ended, once. */
export interface Pass {
  /** Answers how the circuit changed, if it did. */
  settle(outcome: CallOutcome, now: number): 'opened' | 'closed' | null;
}

/** The circuits of all providers and keys, and the models that were not found. */
export interface Circuits {
  /** Leave for a call to this model with this key, or why there is none. */
  enter(key: string, model: string, now: number): Pass | LlmFault;
  /** Somebody saw this model answer with this key: both are asked again at once. */
  forget(key: string, model: string): void;
}

/** How long a model that was not found is not asked for. */
const missingMs = 60_000;
/** Own keys come and go; what is kept of them must not grow. */
const mostKept = 1_000;

/** Makes the circuits. `key` stands for a provider and a key; times are steady ms. */
export function createCircuits(): Circuits {
  const circuits = new Map<string, Circuit>();
  const missingUntil = new Map<string, number>();

  return {
    forget(key, model) {
      circuits.delete(key);
      missingUntil.delete(`${key} ${model}`);
    },
    enter(key, model, now) {
      const modelKey = `${key} ${model}`;
      if (now < (missingUntil.get(modelKey) ?? -Infinity)) return 'no-such-model';
      const circuit = circuits.get(key) ?? newCircuit;
      const pass = passOf(circuit, now);
      if (pass === 'closed-off') return circuit.state === 'closed' ? 'down' : circuit.fault;
      if (pass === 'probe') circuits.set(key, probing(circuit));
      return {
        settle(outcome, at) {
          if (!outcome.ok && outcome.fault === 'no-such-model') {
            missingUntil.set(modelKey, at + missingMs);
            forgetOldest(missingUntil);
          }
          const before = circuits.get(key) ?? newCircuit;
          const after = afterCall(before, pass, verdictOf(outcome), at);
          // The last one to change stands last, so that the oldest is forgotten first.
          circuits.delete(key);
          if (after.state !== 'closed' || after.failedAt.length > 0) circuits.set(key, after);
          forgetOldest(circuits);
          if (before.state !== 'open' && after.state === 'open') return 'opened';
          return before.state === 'probing' && after.state === 'closed' ? 'closed' : null;
        },
      };
    },
  };
}

function forgetOldest(kept: Map<string, unknown>): void {
  if (kept.size <= mostKept) return;
  for (const key of kept.keys()) {
    kept.delete(key);
    return;
  }
}
