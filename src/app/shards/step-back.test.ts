import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { stepBack } from './step-back.ts';

const entry = new URL('../../../test/support/shards/priorities-thread.ts', import.meta.url);
const isLinux = process.platform === 'linux';

interface Told {
  readonly before: number;
  readonly after: number;
}

describe.skipIf(!isLinux)('on Linux', () => {
  test('a thread that steps back gives way by five steps of niceness, and the first thread keeps its own', async () => {
    const first = getPriority(process.pid);
    const worker = new Worker(entry);
    const [{ before, after }] = (await once(worker, 'message')) as [Told];
    await worker.terminate();
    expect(after).toBe(Math.min(before + 5, 19));
    expect(getPriority(process.pid)).toBe(first);
  });
});

test.skipIf(isLinux)('elsewhere nothing happens', () => {
  const before = getPriority();
  stepBack();
  expect(getPriority()).toBe(before);
});
