import type { NearAnswer } from '../past-answer.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { isNearDuplicate, shapeOf, type Shape } from './near-duplicate.ts';

/** An answer that may be offered, with what it is ranked by. */
export interface Measured {
  readonly answer: NearAnswer;
  /** How much of what was asked for its words have, and how alike the texts are letter by letter; 0 to 1. */
  readonly words: number;
  readonly letters: number;
  /** How often it was given. */
  readonly times: number;
  readonly sameLanguage: boolean;
  /** Whether it is in what is likely the fan's language; decides between equals. */
  readonly likelyLanguage: boolean;
}

/** Below this nothing is near enough to be offered. */
export const margin = 0.35;
/** Nor is what is much farther than the nearest. */
const besideBest = 0.6;

/** What each order counts for: how near it is counts most, the rest decides between equals. */
const weights = {
  near: 2,
  words: 1,
  letters: 1,
  language: 0.5,
  recent: 0.25,
  often: 0.25,
} as const;

/** How near an answer is in all, 0 to 1: by what was asked then, and by how much of what is asked now it speaks of (`answered`). */
export function nearness(
  { words, letters }: Pick<Measured, 'words' | 'letters'>,
  answered = 0,
): number {
  return Math.min(1, 0.65 * words + 0.35 * letters + 0.5 * answered);
}

/** Those that are near enough to be offered, beside the nearest of them. */
export function nearEnough(measured: readonly Measured[]): Measured[] {
  const best = Math.max(0, ...measured.map(({ answer }) => answer.score));
  const least = Math.max(margin, best * besideBest);
  return measured.filter(({ answer }) => answer.score >= least);
}

/**
 * The answers that are worth offering, best first, `limit` at most: near enough, ranked by all orders together, and of those
 * that say the same the best.
 */
export function chooseNear(measured: readonly Measured[], limit: number): NearAnswer[] {
  // So that of what is equal the one in the likely language, then the newest has the better place in each order.
  const near = inOrder(
    inOrder(nearEnough(measured), (one) => one.answer.answeredAt),
    (one) => Number(one.likelyLanguage),
  );
  const fused = fuseRanks([
    { ids: inOrder(near, (one) => one.answer.score), weight: weights.near },
    { ids: inOrder(near, (one) => one.words), weight: weights.words },
    { ids: inOrder(near, (one) => one.letters), weight: weights.letters },
    { ids: near.filter((one) => one.sameLanguage), weight: weights.language },
    { ids: near, weight: weights.recent },
    { ids: inOrder(near, (one) => one.times), weight: weights.often },
  ]);
  const chosen: { answer: NearAnswer; shape: Shape }[] = [];
  for (const { answer } of inOrder(near, (one) => fused.get(one) ?? 0)) {
    if (chosen.length >= limit) break;
    const shape = shapeOf(answer.replyText);
    if (chosen.some((one) => isNearDuplicate(one.shape, shape))) continue;
    chosen.push({ answer, shape });
  }
  return chosen.map(({ answer }) => answer);
}

function inOrder<One>(all: readonly One[], by: (one: One) => number): One[] {
  return all.toSorted((a, b) => by(b) - by(a));
}
