import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, keptOf } from './distance.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('how far a sent text is from the offered one', () => {
  test('counts what was changed as a share of the longer text', () => {
    expect(distance('It is 20 €.', 'It is 25 €.')).toBeCloseTo(1 / 11);
    expect(distance('yes', 'yes!')).toBe(0.25);
    expect(distance('', 'hello')).toBe(1);
    expect(distance('abc', 'xyz')).toBe(1);
    expect(distance('kitten', 'sitting')).toBeCloseTo(3 / 7);
  });

  test('goes by words in long texts, so that nobody waits for it', () => {
    const long = Array.from({ length: 450 }, (_, index) => `word${index % 97}`).join(' ');
    const other = Array.from({ length: 450 }, (_, index) => `term${index % 89}`).join(' ');
    expect(distance(long, other)).toBe(1);
    expect(distance(long, `so ${long.replaceAll('word5 ', 'w ')}`)).toBeLessThan(0.2);
  });

  test('is 0 for equal texts, the same both ways, and never more than 1', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const far = distance(one, other);
        expect(far).toBe(distance(other, one));
        expect(far === 0).toBe(one === other);
        expect(far).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('grows no more than what was put in', () => {
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        const lengths = [start, middle, end].map((part) => Array.from(part).length);
        const whole = lengths.reduce((sum, one) => sum + one, 0);
        const far = distance(`${start}${end}`, `${start}${middle}${end}`);
        expect(far * whole).toBeLessThanOrEqual((lengths[1] ?? 0) + 1e-9);
      }),
    );
  });
});

describe('what stays of an offered text', () => {
  test('is counted in characters', () => {
    expect(keptOf('Thank you!', 'Thank you!')).toBe(10);
    expect(keptOf('Thank you!', 'Thank you so much!')).toBe(10);
    expect(keptOf('Thank you!', 'no')).toBe(1);
    expect(keptOf('Hi 👋🏽', 'Hi 👋🏽')).toBe(5);
    expect(keptOf('', 'by hand')).toBe(0);
  });

  test('is never more than was offered, or than was sent', () => {
    fc.assert(
      fc.property(text, text, (offered, sent) => {
        const kept = keptOf(offered, sent);
        expect(kept).toBeGreaterThanOrEqual(0);
        const lengths = [offered, sent].map((one) => Array.from(one).length);
        expect(kept).toBeLessThanOrEqual(Math.min(...lengths));
      }),
    );
  });
});
