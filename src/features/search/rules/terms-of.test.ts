import { describe, expect, test } from 'vitest';
import { scoreOf } from './rank.ts';
import { termsOf } from './terms-of.ts';

describe('what is typed', () => {
  test('is words; beginnings are enough from three letters on', () => {
    expect(termsOf('Go “blue” AND').map(({ text, beginning }) => [text, beginning])).toEqual([
      ['go', false],
      ['blue', true],
      ['and', true],
    ]);
  });

  test('in scripts without spaces is pairs of characters side by side', () => {
    expect(termsOf('京都駅').map(({ words }) => words)).toEqual([['京都', '都駅']]);
    expect(termsOf('猫').map(({ words }) => words)).toEqual([['猫']]);
  });

  test('is eight words at most, and each once', () => {
    expect(
      termsOf('a b c a d e f g h i j')
        .map(({ text }) => text)
        .join(''),
    ).toBe('abcdefgh');
    expect(termsOf('"*() 🙂')).toEqual([]);
  });
});

describe('the score', () => {
  test.each([
    ['blue dress', 5],
    ['dress, blue', 4],
    ['blue and a dress', 4],
    ['blues dresses', 3],
    ['blue', 2],
  ])('of “%s” for “blue dress” is %i', (text, score) => {
    expect(scoreOf(text, termsOf('blue dress'))).toBe(score);
  });
});
