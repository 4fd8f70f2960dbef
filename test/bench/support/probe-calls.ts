import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How a process stands. */
export interface Usage {
  /** Bytes, after a collection when the process was started with --expose-gc. */
  readonly rss: number;
  readonly heapUsed: number;
  readonly handles: number;
}

/** How late an event loop was, in ms. */
export interface Delay {
  readonly p99: number;
  readonly max: number;
}

const resolutionMs = 1;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });

/** What a process can be asked about itself; see serveCalls. */
export const probeCalls = {
  /** Watches from now on: a thread that is watched wakes every millisecond, which others need not pay for. */
  resetDelay: () => {
    delay.reset();
    delay.enable();
  },
  /** Milliseconds by which the event loop was late since then, at p99 and at worst; it is watched no longer. */
  readDelay: (): Delay => {
    delay.disable();
    return {
      p99: Math.max(0, delay.percentile(99) / 1e6 - resolutionMs),
      max: Math.max(0, delay.max / 1e6 - resolutionMs),
    };
  },
  /** Seconds of work of this process so far. */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  usage: (): Usage => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const handles = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
    return { rss, heapUsed, handles };
  },
};
