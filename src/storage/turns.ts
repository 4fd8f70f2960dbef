/** Lets calls under one key run one after another, in the order they came; different keys do not wait for each other. */
export class Turns<Key> {
  readonly #lines = new Map<Key, { last: Promise<void>; waiting: number }>();

  async take<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    this.#lines.set(key, line);
    const before = line.last;
    const turn = Promise.withResolvers<void>();
    line.last = turn.promise;
    line.waiting += 1;
    await before;
    try {
      return await work();
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) this.#lines.delete(key);
      turn.resolve();
    }
  }

  /** Resolves when everything that has taken a turn so far is done. */
  async allDone(): Promise<void> {
    await Promise.all([...this.#lines.values()].map((line) => line.last));
  }
}
