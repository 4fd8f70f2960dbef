import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FanId, ThreadId } from '#src/core/ids.ts';
import { rankWaiting } from './rank-waiting.ts';
import type { WaitingThread } from './rank-waiting.ts';

const now = 10_000_000;

function waiting(id: number, more: Partial<WaitingThread> = {}): WaitingThread {
  return {
    threadId: id as ThreadId,
    fanId: id as FanId,
    waitingSince: now - 1_000,
    messages: 1,
    isNew: false,
    ...more,
  };
}

const ids = (threads: readonly WaitingThread[]) => threads.map((thread) => thread.threadId);

const anyThreads = fc.uniqueArray(fc.nat(1_000), { maxLength: 30 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((id) =>
      fc
        .record({
          waitingSince: fc.integer({ min: now - 7_200_000, max: now + 1_000 }),
          messages: fc.integer({ min: 1, max: 100 }),
          isNew: fc.boolean(),
        })
        .map((more) => waiting(id, more)),
    ),
  ),
);

describe('who comes first in the digest', () => {
  test('who has waited longest', () => {
    const long = waiting(2, { waitingSince: now - 3_600_000 });
    expect(ids(rankWaiting([waiting(1), long], now))).toEqual([2, 1]);
  });

  test('of those who wrote at once, new fans, then who wrote most, then who wrote first', () => {
    const threads = [
      waiting(1),
      waiting(2, { messages: 4 }),
      waiting(3, { isNew: true }),
      waiting(4, { waitingSince: now - 2_000 }),
    ];
    expect(ids(rankWaiting(threads, now))).toEqual([3, 2, 4, 1]);
  });

  test('nobody can write themselves before somebody who has waited a quarter of an hour longer', () => {
    const loud = waiting(1, { messages: 10_000, isNew: true });
    const patient = waiting(2, { waitingSince: now - 20 * 60_000 });
    expect(ids(rankWaiting([loud, patient], now))).toEqual([2, 1]);
  });

  test('everybody is there once, in the same order however they came', () => {
    fc.assert(
      fc.property(anyThreads, (threads) => {
        const ranked = ids(rankWaiting(threads, now));
        expect(ranked).toHaveLength(threads.length);
        expect(new Set(ranked)).toEqual(new Set(ids(threads)));
        expect(ids(rankWaiting([...threads].reverse(), now))).toEqual(ranked);
      }),
    );
  });
});
