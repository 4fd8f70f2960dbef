import { isStop } from './answer-words.ts';

/** What has a word. */
export interface Found<Id> {
  /** Of common words the newest. */
  readonly ids: readonly Id[];
  /** How many texts have it; of common words about. */
  readonly count: number;
}

/** Under each word what has it. */
export type Finds<Id> = ReadonlyMap<string, Found<Id>>;

/** The ids of all texts, which are given in order; of these few are free. */
export interface Span {
  readonly oldest: number;
  readonly newest: number;
}

/** About how many texts have ids in this span. */
export function sizeOf({ oldest, newest }: Span): number {
  return newest - oldest + 1;
}

/**
 * What was found under a word, newest first and `limit` at most. Where there is more, the rest of all texts is taken to have it
 * as often as those that these ids span.
 */
export function foundOf<Id extends number>(
  ids: readonly Id[],
  limit: number,
  all: Span,
): Found<Id> {
  const last = ids.at(-1);
  if (last === undefined || ids.length < limit) return { ids, count: ids.length };
  const share = ids.length / sizeOf({ oldest: last, newest: all.newest });
  return { ids, count: Math.max(ids.length, share * sizeOf(all)) };
}

/** No word weighs more: one that only a single text has is often a name. */
const most = 6;

/** What a word weighs that `found` of `count` texts have (about): more for fewer; one that none has tells less than a rare one. */
export function weightOf(found: number, count: number): number {
  const weight = Math.min(most, Math.log(1 + (count + 1) / (found + 0.5)));
  return found === 0 ? weight / 2 : weight;
}

/** The ids whose words weigh most together, `limit` at most; of equal ones the highest. */
export function bestOf<Id extends number>(finds: Finds<Id>, count: number, limit: number): Id[] {
  const weights = new Map<Id, number>();
  for (const { ids, count: found } of finds.values()) {
    const weight = weightOf(found, count);
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  // To sort all of them would take longer than all the rest: common words have thousands.
  const best: (readonly [Id, number])[] = [];
  for (const one of weights) {
    const last = best[limit - 1];
    if (last && !isBefore(one, last)) continue;
    const at = best.findIndex((other) => isBefore(one, other));
    best.splice(at < 0 ? best.length : at, 0, one);
    best.length = Math.min(best.length, limit);
  }
  return best.map(([id]) => id);
}

function isBefore([a, first]: readonly [number, number], [b, second]: readonly [number, number]) {
  return first === second ? a > b : first > second;
}

/** How much of what was asked stands in a text, 0 to 1, by the weights of the words; those that all texts have tell nothing. */
export function shareOf(weights: ReadonlyMap<string, number>, words: readonly string[]): number {
  let all = 0;
  let shared = 0;
  const own = new Set(words);
  for (const [word, weight] of weights) {
    all += weight;
    if (own.has(word) && !isStop(word)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/**
 * How much of what was asked a text has, 0 to 1, by the weights of the words asked for (Tversky index): words that are
 * missing count fully, words that it has besides count `besides` times an average word.
 */
export function wordLikeness(
  weights: ReadonlyMap<string, number>,
  words: readonly string[],
  besides: number,
): number {
  let all = 0;
  let shared = 0;
  const own = new Set(words);
  let common = 0;
  for (const [word, weight] of weights) {
    all += weight;
    if (!own.has(word)) continue;
    shared += weight;
    common += 1;
  }
  if (all === 0) return 0;
  const extra = ((own.size - common) * all) / weights.size;
  return shared / (all + besides * extra);
}
