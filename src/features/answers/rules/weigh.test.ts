import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf, shareOf, weightOf } from './weigh.ts';

test('how much of what is asked an answer speaks of: by weight, without words that all texts have', () => {
  const weights = new Map([
    ['card', 3],
    ['pay', 1],
    ['the', 0.2],
  ]);
  expect(shareOf(weights, ['card', 'the'])).toBeCloseTo(3 / 4.2);
  expect(shareOf(weights, ['the'])).toBe(0);
  expect(shareOf(new Map(), ['card'])).toBe(0);
});

test('the best are those whose words weigh most together, of equal ones the newest', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), ids),
      fc.integer({ min: 1, max: 12 }),
      (found, limit) => {
        const finds = new Map(Object.entries(found));
        const weights = new Map<number, number>();
        for (const some of finds.values())
          for (const id of some)
            weights.set(id, (weights.get(id) ?? 0) + weightOf(some.length, 30));
        const all = [...weights].toSorted(([a, one], [b, other]) => other - one || b - a);
        expect(bestOf(finds, 30, limit)).toEqual(all.slice(0, limit).map(([id]) => id));
      },
    ),
  );
});
