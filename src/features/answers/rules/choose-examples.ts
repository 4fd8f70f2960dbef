import type { PastAnswer } from '../past-answer.ts';
import { likeness, shapeOf } from './near-duplicate.ts';

/** What being near counts against being unlike the examples that are chosen already. */
const relevance = 0.7;

/** From here on two replies say the same: the second one shows nothing, and is taken where nothing else is left. */
const sameAnswer = 0.8;

/** A pair that may be an example. */
export interface Scored {
  readonly pair: PastAnswer;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * Chooses pairs that are near and of which each shows something else (maximal marginal relevance, Carbonell and Goldstein,
 * SIGIR 1998), best first.
 */
export function chooseExamples(all: readonly Scored[], limit: number): PastAnswer[] {
  const left = all.map((one) => ({ ...one, shape: shapeOf(one.pair.replyText), alike: 0 }));
  const chosen: PastAnswer[] = [];
  while (chosen.length < limit && left.length > 0) {
    const values = left.map(
      ({ score, alike }) =>
        relevance * score - (1 - relevance) * alike - (alike >= sameAnswer ? 1 : 0),
    );
    const at = values.indexOf(Math.max(...values));
    const [next] = left.splice(at, 1);
    if (!next) break;
    chosen.push(next.pair);
    for (const one of left) one.alike = Math.max(one.alike, likeness(one.shape, next.shape));
  }
  return chosen;
}
