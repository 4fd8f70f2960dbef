import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chrf } from './chrf.ts';

/** F with beta 2 of precision and recall, as a person writes it down. */
const f2 = (precision: number, recall: number) =>
  (100 * 5 * precision * recall) / (4 * precision + recall);

describe('chrF', () => {
  it('is 100 for the same text and 0 where no letter is shared', () => {
    expect(chrf('See you there!', 'See you there!')).toBeCloseTo(100, 10);
    expect(chrf('abc', 'xyz')).toBe(0);
  });

  it('is as computed by hand', () => {
    // n=1: 2 of 2 and 2 of 3. n=2: ab, 1 of 1 and 1 of 2. n=3: the shorter text has none, so it does not count.
    expect(chrf('ab', 'abc')).toBeCloseTo(f2(1, (2 / 3 + 1 / 2) / 2), 10);
    expect(chrf('ab', 'abc')).toBeCloseTo(63.6364, 4);
    // n=1: 2 of 3 both ways. n=2: bc of ab, bc and of bc, cd. n=3: none of one.
    expect(chrf('abc', 'bcd')).toBeCloseTo(
      f2((2 / 3 + 1 / 2 + 0) / 3, (2 / 3 + 1 / 2 + 0) / 3),
      10,
    );
    // Recall counts more: half of what was meant is worse than twice as much.
    expect(chrf('abcdefgh', 'abcd')).toBeCloseTo(f2((4 / 8 + 3 / 7 + 2 / 6 + 1 / 5) / 4, 1), 10);
    expect(chrf('abcd', 'abcdefgh')).toBeCloseTo(f2(1, (4 / 8 + 3 / 7 + 2 / 6 + 1 / 5) / 4), 10);
  });

  it('counts a letter as often as both have it', () => {
    // n=1: 1 of 3 and 1 of 1. n=2 and n=3: the other has none.
    expect(chrf('aaa', 'a')).toBeCloseTo(f2(1 / 3, 1), 10);
  });

  it('counts no white space, and a sign outside the first plane once', () => {
    expect(chrf('a b\nc', 'abc')).toBeCloseTo(100, 10);
    expect(chrf('💛a', '💛b')).toBeCloseTo(f2(1 / 4, 1 / 4), 10);
  });

  it('is 0 for nothing', () => {
    expect(chrf('', 'abc')).toBe(0);
    expect(chrf('abc', ' ')).toBe(0);
  });

  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          const value = chrf(one, other);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
        },
      ),
    );
  });
});
