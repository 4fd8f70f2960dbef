import { createHash } from 'node:crypto';
import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Log } from '#src/core/log.ts';
import type { Customers } from './reconcile.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const nightMs = 3 * 60 * minuteMs;

/** Minutes after three, from 0 to 59, so that not all installations ask Stripe at once; the same for the same seed. */
export function jitterMinutes(seed: string): number {
  return (createHash('sha256').update(seed).digest()[0] ?? 0) % 60;
}

/** Ms until the next time that it is 3 o'clock (UTC) and so many minutes. `now`: epoch ms. */
export function msUntilNight(now: number, minutes: number): number {
  const wait = (nightMs + minutes * minuteMs - (now % dayMs) + dayMs) % dayMs;
  return wait === 0 ? dayMs : wait;
}

/** Whoever was not gone through because Stripe was away is tried again after this long. */
const retryMs = 60 * minuteMs;

/**
 * Does `work` a minute from now and then each night, one at a time, for everybody; in an hour for those of whom it says so, or the
 * same when it failed. The answer ends it and waits for what runs.
 */
export function startNightly(
  parts: { readonly clock: Clock; readonly log: Log; readonly seed: string },
  work: (stopping: AbortSignal, whom: Customers) => Promise<{ readonly again: Customers }>,
): () => Promise<void> {
  const { clock, log } = parts;
  const minutes = jitterMinutes(parts.seed);
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let cancel = () => {};
  const run = (whom: Customers) => {
    running = work(stopping.signal, whom)
      .catch((error: unknown) => {
        log.error('stripe.reconcile-failed', { code: errorCode(error) });
        return { again: whom };
      })
      .then(({ again }) => {
        if (stopping.signal.aborted) return;
        const night = msUntilNight(clock.now(), minutes);
        const soon = (again === 'all' || again.length > 0) && retryMs < night;
        cancel = soon
          ? clock.after(retryMs, () => run(again))
          : clock.after(night, () => run('all'));
      });
  };
  cancel = clock.after(minuteMs, () => run('all'));
  return async () => {
    stopping.abort();
    cancel();
    await running;
  };
}
