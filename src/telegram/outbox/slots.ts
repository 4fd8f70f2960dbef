/** A bounded number of calls in flight, shared by all bots. Who finds none free is told once when some are again. */
export interface Slots {
  /** Takes up to `wanted` slots; the answer is how many. `whenFree` is called once later when it got none. */
  take(wanted: number, whenFree: () => void): number;
  giveBack(count: number): void;
  readonly inUse: number;
}

/** Makes that many slots. */
export function createSlots(total: number): Slots {
  const waiting = new Set<() => void>();
  let inUse = 0;
  return {
    get inUse() {
      return inUse;
    },
    take(wanted, whenFree) {
      const got = Math.min(wanted, total - inUse);
      inUse += got;
      if (got === 0 && wanted > 0) waiting.add(whenFree);
      return got;
    },
    giveBack(count) {
      inUse -= count;
      let free = total - inUse;
      // In the order they came; each takes what it needs when it wakes, so that one bot cannot keep all slots.
      for (const wake of waiting) {
        if (free <= 0) break;
        waiting.delete(wake);
        free -= 1;
        wake();
      }
    },
  };
}
