/** An order of ids, best first, and how much it counts. */
export interface Ranking<Id> {
  readonly ids: readonly Id[];
  readonly weight: number;
}

/** How much the first places of a ranking stand out (Cormack, Clarke and Büttcher, SIGIR 2009). */
const damping = 60;

/** Reciprocal rank fusion: for each id the sum of weight / (60 + place) over the rankings that name it. Higher is better. */
export function fuseRanks<Id>(rankings: readonly Ranking<Id>[]): Map<Id, number> {
  const fused = new Map<Id, number>();
  for (const { ids, weight } of rankings) {
    for (const [place, id] of ids.entries()) {
      fused.set(id, (fused.get(id) ?? 0) + weight / (damping + place + 1));
    }
  }
  return fused;
}
