import type { Clock } from '#src/core/clock.ts';

/**
 * Does what takes a while as long as something `holds`, at which it looks every so often (ms): the signal is aborted once it
 * does not, and when the given one is. Undefined: it did not hold any more, and the work threw for that. A look that fails
 * tells nothing.
 */
export async function whileItHolds<T>(
  holds: () => Promise<boolean>,
  {
    clock,
    signal,
    everyMs,
  }: {
    readonly clock: Pick<Clock, 'after'>;
    readonly signal: AbortSignal;
    readonly everyMs: number;
  },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const over = new AbortController();
  let cancel = () => {};
  const look = () => {
    cancel = clock.after(everyMs, () => {
      void holds()
        .catch(() => true)
        .then((held) => {
          if (!held) over.abort();
          else if (!over.signal.aborted) look();
        });
    });
  };
  look();
  try {
    return await work(AbortSignal.any([signal, over.signal]));
  } catch (error) {
    if (over.signal.aborted && !signal.aborted) return undefined;
    throw error;
  } finally {
    over.abort();
    cancel();
  }
}
