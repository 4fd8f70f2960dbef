import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerWords } from './answer-words.ts';
import { echoesOf } from './echoes-of.ts';
import { withoutWords } from './without-words.ts';

const mask = (told: string, text: string) =>
  withoutWords(text, new Set(echoesOf(told, text).map(({ word }) => word)));

test.each([
  ['My cat Bo is ill', 'Poor Bo! {first_name}, hug her', 'Poor {…}! {first_name}, hug her'],
  ['Guten Tag, ich wohne in Quakenbrück', 'Guten Tag nach Quakenbrück', 'Guten Tag nach {…}'],
  ['я из Урюпинска', 'привет Урюпинску', 'привет {…}'],
  ['猫のモフルンゴ', 'モフルンゴちゃん', '{…}ちゃん'],
  ['{first_name} here', 'hi {first_name}', 'hi {first_name}'],
])('after “%s”, “%s” is “%s”', (told, reply, left) => {
  expect(mask(told, reply)).toBe(left);
});

test('whatever is masked is gone, and where nothing is to be masked nothing changes', () => {
  const piece = fc.constantFrom(
    'Ana',
    'Éclair',
    '東京都',
    'もも',
    'شُكر',
    'кошка',
    ' ',
    '!',
    'ﾓﾌ',
    '각',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, text, (told, reply) => {
      const words = echoesOf(told, reply).map(({ word }) => word);
      const left = new Set(answerWords(withoutWords(reply, new Set(words))));
      expect(words.filter((word) => left.has(word))).toEqual([]);
      expect(withoutWords(reply, new Set())).toBe(reply);
    }),
  );
});
