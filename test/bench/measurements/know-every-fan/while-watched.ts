import { monitorEventLoopDelay } from 'node:perf_hooks';
import { median, percentile } from '../../support/stats.ts';
import type { Bed } from './bed.ts';

/** How long something took, over all rounds, and how long the event loop was held up meanwhile; in ms. */
export interface Watched {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
  readonly delayP99: number;
}

/** Does something again and again, one round after another, and says how long it took. The first round does not count. */
export async function whileWatched(
  { tell }: Pick<Bed, 'tell'>,
  what: string,
  rounds: number,
  once: (round: number) => Promise<unknown>,
): Promise<Watched> {
  await once(0);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const took: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const start = performance.now();
    await once(round);
    took.push(performance.now() - start);
    // A tap is an event of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  delay.disable();
  const watched = {
    median: median(took),
    p99: percentile(took, 0.99),
    most: Math.max(...took),
    delayP99: delay.percentile(99) / 1e6,
  };
  const { most, delayP99 } = watched;
  tell(
    `${what}: p50 ${watched.median.toFixed(1)} ms, p99 ${watched.p99.toFixed(1)} ms, most ${most.toFixed(1)} ms, loop p99 ${delayP99.toFixed(1)} ms`,
  );
  return watched;
}
