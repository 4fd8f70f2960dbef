import { createHash } from 'node:crypto';
import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Log } from '#src/core/log.ts';

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

/** What was not gone through because Stripe was away is tried again after this long. */
const retryMs = 60 * minuteMs;

/**
 * Does `work` a minute from now and then each night, one at a time; in an hour where it failed or says that it was cut short. The
 * answer ends it and waits for what runs.
 */
export function startNightly(
  parts: { readonly clock: Clock; readonly log: Log; readonly seed: string },
  work: (stopping: AbortSignal) => Promise<{ readonly cutShort: boolean }>,
): () => Promise<void> {
  const { clock, log } = parts;
  const minutes = jitterMinutes(parts.seed);
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let cancel = () => {};
  const run = () => {
    running = work(stopping.signal)
      .catch((error: unknown) => {
        log.error('stripe.reconcile-failed', { code: errorCode(error) });
        return { cutShort: true };
      })
      .then(({ cutShort }) => {
        if (stopping.signal.aborted) return;
        const night = msUntilNight(clock.now(), minutes);
        cancel = clock.after(cutShort ? Math.min(retryMs, night) : night, run);
      });
  };
  cancel = clock.after(minuteMs, run);
  return async () => {
    stopping.abort();
    cancel();
    await running;
  };
}
