import { type CreatorSet, readCreators } from './dialogues/creator-file.ts';
import type { History } from './dialogues/dialogue.ts';
import { makeHistory } from './dialogues/make-history.ts';

/** The made-up creators' histories; a seed always gives the same. `only` are creators' names in small letters. */
export function madeUpHistories(
  seed: number,
  only?: readonly string[],
  set?: CreatorSet,
): History[] {
  return readCreators(set)
    .map((creator, index) => makeHistory(creator, 1_000 * seed + index))
    .filter(({ name }) => only?.includes(name.toLowerCase()) ?? true);
}
