import { BroadcastChannel, isMainThread, workerData } from 'node:worker_threads';
import { type Delay, probeCalls, type Usage } from './probe-calls.ts';
import { serveCalls } from './serve-calls.ts';

// Loaded into the program's own process (`--import`), which knows nothing of it, and with it into all its threads. The first
// asks those that work for a share of the tenants, too.

type Asked = 'resetDelay' | 'readDelay' | 'heapUsed';

const questions = new BroadcastChannel('probe questions');
const answers = new BroadcastChannel('probe answers');
/** How long threads have to answer; one that is that late is measured by the next call. */
const patienceMs = 300;

const replies = {
  resetDelay: () => probeCalls.resetDelay(),
  readDelay: () => probeCalls.readDelay(),
  heapUsed: () => probeCalls.usage().heapUsed,
};

function tell(channel: BroadcastChannel, message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only windows have one
  channel.postMessage(message);
}

async function ask<T>(asked: Asked): Promise<T[]> {
  const heard: T[] = [];
  const hear = (message: Event) => heard.push((message as MessageEvent).data as T);
  answers.addEventListener('message', hear);
  tell(questions, asked);
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  answers.removeEventListener('message', hear);
  return heard;
}

if (isMainThread) {
  serveCalls({
    ...probeCalls,
    async resetDelay() {
      await ask('resetDelay');
      probeCalls.resetDelay();
    },
    /** The latest of all threads. */
    async readDelay(): Promise<Delay> {
      const all = [probeCalls.readDelay(), ...(await ask<Delay>('readDelay'))];
      return {
        p99: Math.max(...all.map(({ p99 }) => p99)),
        max: Math.max(...all.map(({ max }) => max)),
      };
    },
    async usage(): Promise<Usage> {
      const others = await ask<number>('heapUsed');
      const mine = probeCalls.usage();
      return { ...mine, heapUsed: others.reduce((sum, used) => sum + used, mine.heapUsed) };
    },
  });
} else if ((workerData as { share?: unknown } | null)?.share) {
  questions.addEventListener('message', (message) => {
    tell(answers, replies[(message as MessageEvent).data as Asked]() ?? null);
  });
}
questions.unref();
answers.unref();
