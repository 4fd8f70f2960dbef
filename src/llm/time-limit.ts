import type { Clock } from '#src/core/clock.ts';

/** Why something ended before it was done. */
export type Ended = 'cancelled' | 'deadline';

/** One time limit over all that is done for a question. */
export interface TimeLimit {
  /** Aborted when the limit is reached or nobody waits any more. */
  readonly signal: AbortSignal;
  /** Whether it is over, and why. */
  over(): Ended | null;
  leftMs(): number;
  /** Resolves after so many ms, or when it is over. */
  wait(ms: number): Promise<void>;
  /** Does something that has a shorter limit of its own; `ended` resolves when that, or all, is over. */
  within<T>(
    ms: number,
    act: (signal: AbortSignal, ended: Promise<Ended>) => Promise<T>,
  ): Promise<T>;
  /** Takes its timer away. */
  end(): void;
}

/** Starts a limit of so many ms. `cancelled`: aborted when nobody waits any more. */
export function startTimeLimit(clock: Clock, limitMs: number, cancelled: AbortSignal): TimeLimit {
  const deadline = new AbortController();
  const endsAt = clock.steady() + limitMs;
  const cancelTimer = clock.after(limitMs, () => deadline.abort());
  const signal = AbortSignal.any([cancelled, deadline.signal]);
  const over = (): Ended | null =>
    cancelled.aborted ? 'cancelled' : deadline.signal.aborted ? 'deadline' : null;

  return {
    signal,
    over,
    leftMs: () => Math.max(0, endsAt - clock.steady()),
    async wait(ms) {
      if (ms <= 0 || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          cancel();
          signal.removeEventListener('abort', done);
          resolve();
        };
        const cancel = clock.after(ms, done);
        signal.addEventListener('abort', done, { once: true });
      });
    },
    async within(ms, act) {
      const own = new AbortController();
      let end: (why: Ended) => void = () => {};
      const ended = new Promise<Ended>((resolve) => (end = resolve));
      const stop = () => {
        end(over() ?? 'deadline');
        own.abort();
      };
      const cancel = clock.after(ms, stop);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      try {
        return await act(own.signal, ended);
      } finally {
        cancel();
        signal.removeEventListener('abort', stop);
      }
    },
    end: cancelTimer,
  };
}
