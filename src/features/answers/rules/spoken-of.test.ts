import { expect, test } from 'vitest';
import { fold } from '#src/features/search/index.ts';
import { askedWords } from './answer-words.ts';
import { soughtIn, spokenOf } from './spoken-of.ts';

/** How much of a question an answer speaks of, each word weighing the same. */
function spoken(asked: string, answer: string): number {
  const weights = new Map(askedWords(asked).map((word) => [word, 1]));
  return spokenOf(soughtIn(weights), fold(answer));
}

test('an answer speaks of what is asked in whatever form, within longer words too, and in dense scripts', () => {
  expect(spoken('Bamboo needles?', 'Needles of BAMBOO, size three')).toBe(1);
  expect(spoken('Anleitung', 'Als Strickanleitung kommt sie')).toBe(1);
  expect(spoken('Canción', 'canciones')).toBe(1);
  expect(spoken('посылки', 'Посылка идёт неделю')).toBe(1);
  expect(spoken('送料', '送料は無料です')).toBe(1);
});

test('of a word at least half must be there and counts in proportion; words that all texts have count for nothing', () => {
  expect(spoken('Wolle', 'Das Wollpaket liegt bei')).toBeCloseTo(2 / 3);
  expect(spoken('delays', 'Delicious')).toBe(0);
  expect(spoken('needles and wool', 'wool')).toBeCloseTo(0.5);
  expect(spoken('what is it', 'what it is')).toBe(0);
  expect(spokenOf([], 'anything')).toBe(0);
});

test('what tells most is looked for first', () => {
  const sought = soughtIn(
    new Map([
      ['price', 1],
      ['the', 9],
      ['vase', 4],
    ]),
  );
  expect(sought).toEqual([
    { weight: 4, grams: ['vas', 'ase'] },
    { weight: 1, grams: ['pri', 'ric', 'ice'] },
  ]);
});
