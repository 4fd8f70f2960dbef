import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { createFairQueue, type Leave } from './fair-queue.ts';

const never = new AbortController().signal;
const a = 'ta' as TenantId;
const b = 'tb' as TenantId;

test('tenants have their turn round robin, however many questions one of them has', async () => {
  const queue = createFairQueue(1, 1);
  const order: string[] = [];
  const leaves: Leave[] = [];
  const enter = async (tenantId: TenantId) => {
    const leave = await queue.enter(tenantId, never);
    order.push(tenantId);
    if (leave) leaves.push(leave);
  };
  const all = [a, a, a, a, b, b].map(enter);
  for (let number = 0; number < all.length; number += 1) {
    while (!leaves[number]) await new Promise(setImmediate);
    leaves[number]?.();
  }
  await Promise.all(all);
  expect(order).toEqual([a, a, b, a, b, a]);
});

test('none has more than its places, though others are free', async () => {
  const queue = createFairQueue(4, 2);
  await queue.enter(a, never);
  await queue.enter(a, never);
  let third = false;
  void queue.enter(a, never).then(() => (third = true));
  expect(await queue.enter(b, never)).not.toBeNull();
  await new Promise(setImmediate);
  expect(third).toBe(false);
});

test('who gives up gets no place and takes none', async () => {
  const queue = createFairQueue(1, 1);
  const leave = await queue.enter(a, never);
  const giveUp = new AbortController();
  const waiting = queue.enter(a, giveUp.signal);
  giveUp.abort();
  expect(await waiting).toBeNull();
  expect(await queue.enter(b, AbortSignal.abort())).toBeNull();
  leave?.();
  leave?.();
  expect(await queue.enter(b, never)).not.toBeNull();
});

test('whatever happens, no more are in than may be, and everybody comes in', async () => {
  const person = fc.tuple(fc.constantFrom('ta', 'tb', 'tc'), fc.integer({ min: 0, max: 3 }));
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 30 }), async (people) => {
      const queue = createFairQueue(3, 2);
      const inside = new Map<string, number>();
      let served = 0;
      const visit = async ([name, turns]: [string, number]) => {
        const leave = await queue.enter(name as TenantId, never);
        inside.set(name, (inside.get(name) ?? 0) + 1);
        expect(inside.get(name)).toBeLessThanOrEqual(2);
        expect([...inside.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3);
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        inside.set(name, (inside.get(name) ?? 0) - 1);
        served += 1;
        leave?.();
      };
      await Promise.all(people.map(visit));
      expect(served).toBe(people.length);
    }),
  );
});
