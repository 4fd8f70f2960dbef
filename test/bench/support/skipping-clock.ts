import type { Clock } from '#src/core/clock.ts';

/** The machine's clock, which can be set forward: what has come due then runs at once. */
export class SkippingClock implements Clock {
  readonly #waiting = new Map<object, { at: number; run: () => void }>();
  #skipped = 0;

  now(): number {
    return Date.now() + this.#skipped;
  }

  steady(): number {
    return performance.now() + this.#skipped;
  }

  after(ms: number, task: () => void): () => void {
    const entry = {};
    const cancel = () => {
      clearTimeout(timer);
      this.#waiting.delete(entry);
    };
    const run = () => {
      cancel();
      task();
    };
    const timer = setTimeout(run, ms);
    this.#waiting.set(entry, { at: this.now() + ms, run });
    return cancel;
  }

  skip(ms: number): void {
    this.#skipped += ms;
    const now = this.now();
    const due = [...this.#waiting.values()].filter(({ at }) => at <= now);
    for (const { run } of due.toSorted((a, b) => a.at - b.at)) run();
  }
}
