import { describe, expect, test } from 'vitest';
import type { ProposedChoice } from '../draft.ts';
import { fitChoices } from './fit-choices.ts';

const choice = (text: string): ProposedChoice => ({ text, origin: 'past-answer', ref: 1 });
const texts = (choices: readonly ProposedChoice[]) => choices.map(({ text }) => text);

describe('the choices that are offered next', () => {
  test('are three at most, best first', () => {
    const all = ['one', 'two', 'three', 'four'].map(choice);
    expect(texts(fitChoices(all, []))).toEqual(['one', 'two', 'three']);
  });

  test('leave out what was offered before, whatever its case and spaces', () => {
    const all = ['One  more', 'two', 'TWO', ' '].map(choice);
    expect(texts(fitChoices(all, ['one more ']))).toEqual(['two']);
  });

  test('are whole and fit into one message together', () => {
    const all = ['x'.repeat(3_000), 'y'.repeat(1_000), 'short', 'z'.repeat(4_000)].map(choice);
    expect(texts(fitChoices(all, [])).map((text) => text.length)).toEqual([3_000, 5]);
  });
});
