import type { Clock } from '#src/core/clock.ts';

/** What comes of something, or null where it takes longer than `ms`. What comes later is not lost, and nobody here waits for it. */
export async function inTime<T>(
  clock: Pick<Clock, 'after'>,
  ms: number,
  asked: Promise<T>,
): Promise<T | null> {
  const waited = Promise.withResolvers<null>();
  const cancel = clock.after(ms, () => waited.resolve(null));
  try {
    return await Promise.race([asked, waited.promise]);
  } finally {
    cancel();
  }
}
