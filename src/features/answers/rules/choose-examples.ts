import type { PastAnswer } from '../past-answer.ts';
import { likeness, type Shape, shapeOf } from './near-duplicate.ts';

/** What being near counts against being unlike the examples that are chosen already, in what was answered and in what was asked. */
const counts = { near: 0.7, answer: 0.3, question: 0.2 } as const;

/** From here on two replies say the same: the second one shows nothing, and is taken where nothing else is left. */
const sameAnswer = 0.8;

/** A pair that may be an example. */
export interface Scored {
  readonly pair: PastAnswer;
  /** Of what its fan asked (`tellingShape`). */
  readonly question: Shape;
  /** The higher the nearer; 0 for nothing in common. */
  readonly score: number;
}

/**
 * Chooses pairs that are near and of which each shows something else (maximal marginal relevance, Carbonell and Goldstein,
 * SIGIR 1998), best first. Where it is not clear what is asked, several things that may be meant are better than one of them
 * several times.
 */
export function chooseExamples(all: readonly Scored[], limit: number): PastAnswer[] {
  const left = all.map((one) => ({
    ...one,
    answer: shapeOf(one.pair.replyText),
    sameAnswer: 0,
    sameQuestion: 0,
  }));
  const chosen: PastAnswer[] = [];
  while (chosen.length < limit && left.length > 0) {
    const values = left.map(
      (one) =>
        counts.near * one.score -
        counts.answer * one.sameAnswer -
        counts.question * one.sameQuestion -
        (one.sameAnswer >= sameAnswer ? 1 : 0),
    );
    const [next] = left.splice(values.indexOf(Math.max(...values)), 1);
    if (!next) break;
    chosen.push(next.pair);
    for (const one of left) {
      one.sameAnswer = Math.max(one.sameAnswer, likeness(one.answer, next.answer));
      one.sameQuestion = Math.max(one.sameQuestion, likeness(one.question, next.question));
    }
  }
  return chosen;
}
