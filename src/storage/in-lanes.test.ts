import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inLanes } from '#src/storage/in-lanes.ts';

const numbers = [1, 2, 3, 4, 5, 6, 7];
const always = () => true;
const inOrder = (items: readonly number[]) => items.toSorted((a, b) => a - b);

/** Work that takes some turns of the event loop; tells what began, and how many were under way at most. */
function makeWork(act: (item: number) => void = () => {}) {
  const seen = { begun: [] as number[], ended: [] as number[], most: 0 };
  const work = async (item: number) => {
    seen.begun.push(item);
    seen.most = Math.max(seen.most, seen.begun.length - seen.ended.length);
    for (let turns = item % 3; turns >= 0; turns -= 1) await turn();
    seen.ended.push(item);
    act(item);
  };
  return { seen, work };
}

test('everything is begun in order, with so many under way and no more', async () => {
  const { seen, work } = makeWork();
  await inLanes(numbers, 3, always, work);
  expect(seen.begun).toEqual(numbers);
  expect(inOrder(seen.ended)).toEqual(numbers);
  expect(seen.most).toBe(3);
});

test('in one lane each waits for the one before', async () => {
  const { seen, work } = makeWork();
  await inLanes(numbers, 1, always, work);
  expect(seen).toEqual({ begun: numbers, ended: numbers, most: 1 });
});

test('when it is to stop no more is begun, and what is under way ends', async () => {
  const { seen, work } = makeWork();
  await inLanes(numbers, 2, () => seen.ended.length < 2, work);
  expect(inOrder(seen.ended)).toEqual(seen.begun);
  expect(seen.begun.length).toBeLessThan(numbers.length);
});

test('an error is thrown once all that was under way has ended', async () => {
  const { seen, work } = makeWork((item) => {
    if (item === 3) throw new Error('three');
  });
  await expect(inLanes(numbers, 2, always, work)).rejects.toThrow('three');
  expect(inOrder(seen.ended)).toEqual(seen.begun);
  expect(seen.begun.length).toBeLessThan(numbers.length);
});
