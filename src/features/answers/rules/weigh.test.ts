import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf, foundOf, shareOf, weightOf } from './weigh.ts';

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
        const finds = new Map(
          Object.entries(found).map(([word, some]) => [word, { ids: some, count: some.length }]),
        );
        const weights = new Map<number, number>();
        for (const some of Object.values(found))
          for (const id of some)
            weights.set(id, (weights.get(id) ?? 0) + weightOf(some.length, 30));
        const all = [...weights].toSorted(([a, one], [b, other]) => other - one || b - a);
        expect(bestOf(finds, 30, limit)).toEqual(all.slice(0, limit).map(([id]) => id));
      },
    ),
  );
});

test('of a word with a full list about as many have it as the ids it spans tell', () => {
  const all = { oldest: 1_001, newest: 51_000 };
  expect(foundOf([51_000, 50_999, 3_000], 4, all)).toMatchObject({ count: 3 });
  // Every tenth of the newest 10,000 has it: so about every tenth of all 50,000.
  const common = Array.from({ length: 1_000 }, (_, index) => 51_000 - 10 * index);
  expect(foundOf(common, 1_000, all).count).toBeCloseTo(5_000, -1);
  expect(weightOf(foundOf(common, 1_000, all).count, 50_000)).toBeLessThan(weightOf(1_000, 50_000));
  expect(foundOf([], 1_000, { oldest: 1, newest: 0 })).toEqual({ ids: [], count: 0 });
});

test('what many have weighs the same however many pairs were made and went before', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 8, maxLength: 8 }),
      (before, some) => {
        const ids = some.toSorted((a, b) => b - a);
        const found = foundOf(ids, 8, { oldest: 1, newest: 400 });
        const later = foundOf(
          ids.map((id) => id + before),
          8,
          { oldest: 1 + before, newest: 400 + before },
        );
        expect(later.count).toBe(found.count);
        expect(found.count).toBeGreaterThanOrEqual(8);
        expect(found.count).toBeLessThanOrEqual(400);
      },
    ),
  );
});
