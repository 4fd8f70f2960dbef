import { expect, test } from 'vitest';
import type { PastAnswerId } from '#src/core/ids.ts';
import { chooseExamples } from './choose-examples.ts';

const scored = (id: number, replyText: string, score: number) => ({
  pair: {
    id: id as PastAnswerId,
    fanText: `question ${id}`,
    replyText,
    answeredAt: id,
    words: ['question'],
    reusable: true,
    times: 1,
  },
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
