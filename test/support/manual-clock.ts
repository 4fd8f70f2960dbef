import type { Clock } from '#src/core/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /**
   * Moves the time on and runs what is due on the way, in its order. Between two timers what they set going has a few
   * turns of the event loop, so that timers which follow from timers are met too.
   */
  advance(ms: number): Promise<void>;
  /** Sets the time of day forwards or backwards at once, as an operator or NTP does; timers keep their real distance. */
  jump(ms: number): void;
  /** Time goes by while something holds the thread: no timer runs. */
  stall(ms: number): void;
  /** Timers that wait. */
  readonly timers: number;
}

/**
 * Makes a clock that stands at this time (epoch ms; default: noon of 15 January 2026, UTC). `settled` is awaited after
 * each timer, in place of a few turns of the event loop.
 */
export function manualClock(
  start = Date.UTC(2026, 0, 15, 12),
  settled: () => Promise<void> = someTurns,
): ManualClock {
  const timers = new Set<{ at: number; task: () => void }>();
  /** Time that only goes forwards, in ms. */
  let now = 0;
  let timeOfDay = start;

  const nextDue = (until: number) => {
    const due = [...timers].filter((timer) => timer.at <= until);
    return due.reduce<(typeof due)[number] | undefined>(
      (first, timer) => (first && first.at <= timer.at ? first : timer),
      undefined,
    );
  };

  return {
    now: () => timeOfDay + now,
    steady: () => now,
    after(ms, task) {
      const timer = { at: now + Math.max(0, ms), task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    get timers() {
      return timers.size;
    },
    jump(ms) {
      timeOfDay += ms;
    },
    stall(ms) {
      now += ms;
    },
    async advance(ms) {
      const until = now + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.task();
        await settled();
      }
      now = Math.max(now, until);
      await settled();
    },
  };
}

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
}
