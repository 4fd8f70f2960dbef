import { freePort } from '#test/support/program.ts';
import { type Child, startChild } from './child.ts';
import type { Installation } from './provision.ts';
import type { Usage } from './probe-calls.ts';

/** The program as an operator runs it, in a process of its own. */
export interface FanlineProcess extends AsyncDisposable {
  readonly url: string;
  /** Seconds from the start of the process until it took updates. */
  readonly readyAfter: number;
  usage(): Promise<Usage>;
  /** Seconds of processor time that it took so far. */
  cpu(): Promise<number>;
  /** Resolves once the process has had nothing to do for a moment. */
  rest(): Promise<void>;
  resetDelay(): Promise<void>;
  /** How late the event loop was since the reset, in ms. */
  readDelay(): Promise<{ p99: number; max: number }>;
  /** Sets the clock forward, where the program was started with one that can be. */
  skip(ms: number): Promise<void>;
}

/** How it is started. */
export interface FanlineOptions {
  /** Where Telegram is. */
  readonly apiRoot: string;
  readonly port?: number;
  /** With a clock that can be set forward. */
  readonly skipping?: boolean;
  /** Further settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the program with webhooks on loopback. `FANLINE_BENCH_NODE_OPTIONS` adds options of node (a profiler), `SHARDS` is handed on. */
export async function startFanline(
  installation: Installation,
  options: FanlineOptions,
): Promise<FanlineProcess> {
  const port = options.port ?? (await freePort());
  const more = process.env['FANLINE_BENCH_NODE_OPTIONS']?.split(' ') ?? [];
  const start = performance.now();
  const script = options.skipping ? 'test/bench/support/skipping-program-child.ts' : 'src/main.ts';
  const probe = options.skipping ? [] : ['--import', new URL('probe.ts', import.meta.url).href];
  const child: Child = startChild(script, {
    env: {
      ...installation.settings,
      TELEGRAM_API_ROOT: options.apiRoot,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: `${port}`,
      ...(process.env['SHARDS'] ? { SHARDS: process.env['SHARDS'] } : {}),
      ...options.settings,
    },
    nodeOptions: ['--expose-gc', ...probe, ...more],
  });
  await child.line((line) => line.includes('"app.started"'));
  return {
    url: `http://127.0.0.1:${port}`,
    readyAfter: (performance.now() - start) / 1000,
    usage: () => child.call('usage'),
    cpu: () => child.call('cpu'),
    rest: () => rest(() => child.call('cpu')),
    resetDelay: () => child.call('resetDelay'),
    readDelay: () => child.call('readDelay'),
    skip: (ms) => child.call('skip', ms),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

const momentMs = 300;
const longestRestMs = 180_000;

async function rest(cpu: () => Promise<number>): Promise<void> {
  const until = performance.now() + longestRestMs;
  for (let before = await cpu(); performance.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, momentMs));
    const now = await cpu();
    if (now - before < (momentMs / 1000) * 0.1) return;
    before = now;
  }
  throw new Error('the program does not come to rest');
}
