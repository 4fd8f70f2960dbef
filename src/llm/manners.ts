import type { Manner } from './manner.ts';

/** In what manner models are asked that refused more. */
export interface Manners {
  /** `key`: as for circuits. */
  of(key: string, model: string, now: number): Manner;
  /** It answered when it was asked for less than what it had refused. */
  learn(key: string, model: string, manner: Manner, now: number): void;
}

/** How long an endpoint is not asked for what it refused: it may be another one by then. */
const keptMs = 3_600_000;
/** Own keys come and go; what is kept of them must not grow. */
const mostKept = 1_000;

/** Knows of none yet: each is asked for all that it takes. Times are steady ms. */
export function createManners(): Manners {
  const known = new Map<string, { readonly manner: Manner; readonly until: number }>();
  return {
    of(key, model, now) {
      const found = known.get(`${key} ${model}`);
      return found && now < found.until ? found.manner : 'full';
    },
    learn(key, model, manner, now) {
      // The last one that was learned stands last, so that the oldest is forgotten first.
      known.delete(`${key} ${model}`);
      known.set(`${key} ${model}`, { manner, until: now + keptMs });
      const [oldest] = known.keys();
      if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    },
  };
}
