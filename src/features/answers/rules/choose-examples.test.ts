import { expect, test } from 'vitest';
import type { PastAnswerId } from '#src/core/ids.ts';
import { chooseExamples } from './choose-examples.ts';
import { tellingShape } from './near-duplicate.ts';

const scored = (id: number, replyText: string, score: number, words = [`question ${id}`]) => ({
  pair: {
    id: id as PastAnswerId,
    fanText: words.join(' '),
    replyText,
    answeredAt: id,
    words,
    reusable: true,
    times: 1,
  },
  question: tellingShape(words),
  score,
});

test('an answer is shown again only where no other is left', () => {
  const all = [
    scored(1, 'By card or by transfer', 0.9),
    scored(2, 'By card, or by transfer!', 0.9),
    scored(3, 'Two weeks', 0.1),
  ];
  expect(chooseExamples(all, 2).map(({ id }) => id)).toEqual([1, 3]);
  expect(chooseExamples(all, 3).map(({ id }) => id)).toEqual([1, 3, 2]);
});

test('where it is not clear what is meant, something else is shown sooner than the same question again', () => {
  const price = ['what', 'price', 'paint'];
  const all = [
    scored(1, 'Forty for a small one', 0.5, price),
    scored(2, 'I would have to see it first', 0.5, price),
    scored(3, 'By card', 0.4, ['how', 'pay']),
  ];
  expect(chooseExamples(all, 2).map(({ id }) => id)).toEqual([1, 3]);
  expect(chooseExamples(all, 3).map(({ id }) => id)).toEqual([1, 3, 2]);
});
