import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlierOf, pieceOf } from './piece-of.ts';

const texts = (count: number, units = 20) =>
  Array.from({ length: count }, (_, index) => ({ id: index, text: 'x'.repeat(units) }));

/** How many messages stand in each piece, one after another. */
function lengths(unread: readonly { id: number; text: string }[]): number[] {
  const read: number[] = [];
  let rest = [...unread];
  while (rest.length > 0) {
    const { lines, isLast } = pieceOf(rest);
    expect(lines.map(({ id }) => id)).toEqual(rest.slice(0, lines.length).map(({ id }) => id));
    rest = rest.slice(lines.length);
    expect(isLast).toBe(rest.length === 0);
    read.push(lines.length);
  }
  return read;
}

test('what fits is one piece; what does not is read in pieces of about the same length', () => {
  expect(lengths(texts(40))).toEqual([40]);
  expect(lengths(texts(41))).toEqual([21, 20]);
  expect(lengths(texts(100))).toEqual([34, 33, 33]);
});

test('long messages are shortened, and make a piece of fewer', () => {
  const { lines } = pieceOf(texts(30, 4_000));
  expect(lines[0]?.shown).toHaveLength(601);
  expect(lines[0]?.text).toHaveLength(4_000);
  expect(lines).toHaveLength(18);
});

test('however long messages are, each is read once, and no piece is empty or too long', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 150 }), (units) => {
      const unread = units.map((count, id) => ({ id, text: 'y'.repeat(count) }));
      const read = lengths(unread);
      expect(read.reduce((sum, count) => sum + count, 0)).toBe(unread.length);
      for (const count of read) {
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(40);
      }
    }),
  );
});

test('of what came before, the last four are told, shortened', () => {
  const before = texts(6, 300);
  const earlier = earlierOf(before);
  expect(earlier.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
  expect(earlier[0]?.shown).toHaveLength(201);
});
