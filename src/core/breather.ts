import type { Clock } from '#src/core/clock.ts';

/** How work that gives way to other work of its thread rests, in ms. */
export interface Rests {
  /** What took no longer needs no rest. */
  readonly shortMs: number;
  /** A rest is so many times as long as what was before it. */
  readonly times: number;
  readonly longestMs: number;
}

/** Rests in proportion to what was done, so that work without an end leaves others a fixed share of the thread. */
export class Breather {
  readonly #clock: Pick<Clock, 'steady' | 'after'>;
  readonly #rests: Rests;
  readonly #goOn: () => void;
  #until = -Infinity;
  #cancel: (() => void) | null = null;

  /** `goOn` is called when a rest that was met by `isResting` is over. */
  constructor(clock: Pick<Clock, 'steady' | 'after'>, rests: Rests, goOn: () => void) {
    this.#clock = clock;
    this.#rests = rests;
    this.#goOn = goOn;
  }

  /** Something took so long until now. */
  restAfter(tookMs: number): void {
    const { shortMs, times, longestMs } = this.#rests;
    if (tookMs <= shortMs) return;
    this.#until = this.#clock.steady() + Math.min(longestMs, tookMs * times);
  }

  /** Whether nothing is to begin now; then `goOn` follows. */
  isResting(): boolean {
    const waitMs = this.#until - this.#clock.steady();
    if (waitMs <= 0) return false;
    this.#cancel ??= this.#clock.after(Math.ceil(waitMs), () => {
      this.#cancel = null;
      this.#goOn();
    });
    return true;
  }

  /** Calls `goOn` no more. */
  end(): void {
    this.#cancel?.();
  }
}
