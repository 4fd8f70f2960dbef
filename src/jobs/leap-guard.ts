import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';

/** A step of the clock that no correction of its pace explains. */
const leapMs = 60_000;
const holdMs = 5 * 60_000;

/**
 * Notices when the time of day leaps forwards (somebody sets the machine's clock; it slept). All that is due in the time
 * leapt over would be done at once, and cannot be undone when the clock leaps back. So due work waits for five minutes; by
 * then a mistake has been mended, or the new time is the right one.
 */
export class LeapGuard {
  readonly #clock: Clock;
  readonly #log: Log;
  #offset: number;
  #heldUntil = -Infinity;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
    this.#offset = clock.now() - clock.steady();
  }

  /** For how many ms from now due work must wait; 0 when the clock can be trusted. Asked every few seconds. */
  holdMs(): number {
    const steady = this.#clock.steady();
    const offset = this.#clock.now() - steady;
    const leap = offset - this.#offset;
    this.#offset = offset;
    if (leap > leapMs) {
      this.#heldUntil = steady + holdMs;
      this.#log.warn('jobs.clock-leapt', { leapMs: Math.round(leap), holdMs });
    } else if (leap < -leapMs) {
      this.#heldUntil = -Infinity;
      this.#log.warn('jobs.clock-leapt', { leapMs: Math.round(leap), holdMs: 0 });
    }
    return Math.max(0, this.#heldUntil - steady);
  }
}
