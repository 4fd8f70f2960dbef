import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FanId } from '#src/core/ids.ts';
import { fanSetOf, fanSetOfBits, fansUpTo, idsIn, sizeOf } from './fan-set.ts';

test('the fans up to one are the same as when their ids are read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (last) => {
      const ids = Array.from({ length: last }, (_, index) => index + 1);
      expect(idsIn(fansUpTo(last as FanId))).toEqual(ids);
      expect(idsIn(fansUpTo(last as FanId))).toEqual(idsIn(fanSetOf(ids.join(','))));
      expect(sizeOf(fansUpTo(last as FanId))).toBe(last);
    }),
  );
});

test('fans that are stored as bits are those whose bits were set', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (ids) => {
      const parts = Map.groupBy(ids, (id) => id >> 5);
      const rows = [...parts].map(([part, of]) => ({
        part,
        bits: of.reduce((sum, id) => sum + 2 ** (id & 31), 0),
      }));
      expect(idsIn(fanSetOfBits(rows))).toEqual(ids.toSorted((a, b) => a - b));
    }),
  );
});
