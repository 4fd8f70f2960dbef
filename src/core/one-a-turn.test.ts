import { expect, test } from 'vitest';
import { oneATurn } from '#src/core/one-a-turn.ts';

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Names of those who went on, in their order. */
function gate() {
  const myTurn = oneATurn();
  const wentOn: string[] = [];
  const ask = (name: string) => myTurn().then(() => wentOn.push(name));
  return { wentOn, ask };
}

test('those who ask go on one in a turn, in the order in which they asked', async () => {
  const { wentOn, ask } = gate();
  const all = Promise.all(['a', 'b', 'c'].map(ask));
  const seen: string[][] = [];
  while (wentOn.length < 3) {
    await turn();
    seen.push([...wentOn]);
  }
  await all;
  for (const [index, names] of seen.entries()) {
    expect(names.length - (seen[index - 1]?.length ?? 0)).toBeLessThanOrEqual(1);
  }
  expect(wentOn).toEqual(['a', 'b', 'c']);
});

test('nobody goes on in the turn in which they ask, also when nobody else waits', async () => {
  const { wentOn, ask } = gate();
  const asked = ask('a');
  await Promise.resolve();
  expect(wentOn).toEqual([]);
  await asked;
  expect(wentOn).toEqual(['a']);
});

test('who asks again as soon as they went on waits behind all others, and shares no turn', async () => {
  const { wentOn, ask } = gate();
  const turnOf: number[] = [];
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const again = async (name: string) => {
    for (const round of [1, 2, 3]) {
      await ask(`${name}${round}`);
      turnOf.push(turns);
    }
  };
  await Promise.all([again('a'), again('b')]);
  counting = false;
  expect(wentOn).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  expect(new Set(turnOf).size).toBe(6);
});

test('it goes on after everybody had their turn', async () => {
  const { wentOn, ask } = gate();
  await ask('a');
  await turn();
  await ask('b');
  expect(wentOn).toEqual(['a', 'b']);
});

test('who has become urgent while they waited goes before the others, and those keep their order', async () => {
  const myTurn = oneATurn();
  const wentOn: string[] = [];
  const urgent = new Set<string>();
  const ask = (name: string) => myTurn(() => urgent.has(name)).then(() => wentOn.push(name));
  const all = ['a', 'b', 'c', 'd'].map(ask);
  urgent.add('c').add('d');
  await all[2];
  urgent.delete('d');
  await Promise.all(all);
  expect(wentOn).toEqual(['c', 'a', 'b', 'd']);
});
