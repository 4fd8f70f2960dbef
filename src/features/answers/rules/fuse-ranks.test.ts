import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';

const orders = fc.array(
  fc.record({
    ids: fc.uniqueArray(fc.nat(30), { maxLength: 20 }),
    weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
  }),
  { maxLength: 4 },
);

test('names whatever an order names, and what is before another in all orders is before it', () => {
  fc.assert(
    fc.property(orders, (rankings) => {
      const fused = fuseRanks(rankings);
      expect(new Set(fused.keys())).toEqual(new Set(rankings.flatMap(({ ids }) => ids)));
      for (const a of fused.keys()) {
        for (const b of fused.keys()) {
          const before = rankings.every(
            ({ ids }) => !ids.includes(b) || (ids.includes(a) && ids.indexOf(a) < ids.indexOf(b)),
          );
          if (before) expect(fused.get(a)).toBeGreaterThan(fused.get(b) ?? 0);
        }
      }
    }),
  );
});

test('the order of the orders counts for nothing', () => {
  expect(
    fuseRanks([
      { ids: ['a', 'b'], weight: 1 },
      { ids: ['b', 'a'], weight: 1 },
    ]).get('a'),
  ).toBe(1 / 61 + 1 / 62);
});
