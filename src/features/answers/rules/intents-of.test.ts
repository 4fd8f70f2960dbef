import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedTerms, intentTerms, isIntent } from './answer-words.ts';
import { type Intent, intentsOf } from './intents-of.ts';

const sameIntent: readonly (readonly [Intent, readonly string[]])[] = [
  [
    'price',
    [
      'How much is it?',
      'what does a song cost',
      '¿Cuánto vale?',
      'quanto custa isso?',
      'Was kostet das?',
      'сколько стоит плащ',
      'скільки це коштує?',
      'بكم هذا؟',
      'いくらですか',
    ],
  ],
  [
    'shipping',
    ['do you deliver to Oslo?', '¿lo envías a Chile?', 'Liefern Sie nach Wien?', '送料は？'],
  ],
  ['thanks', ['thanks a lot', '¡Muchísimas gracias!', 'Herzlichen Dank', 'дуже дякую', 'شكراً']],
  ['greeting', ['how are you?', '¿qué tal?', 'Wie geht’s?', 'как дела', 'お元気ですか']],
];

const namesOf = (text: string) => intentsOf(text).map((one) => one.split('-')[0]);

describe('what is wanted', () => {
  test.each(sameIntent)('is %s in any of the languages', (intent, texts) => {
    for (const text of texts) expect(namesOf(text), text).toContain(intent);
  });

  test.each(['', '👍', 'I broke my camera yesterday', 'мой брат купил новую машину'])(
    'is not known of “%s”',
    (text) => {
      expect(intentsOf(text)).toEqual([]);
    },
  );

  test('is told by whole words, in any case and without accents', () => {
    expect(namesOf('COSTA RICA')).not.toContain('price');
    expect(namesOf('CUANTO VALE')).toContain('price');
  });

  test('is one for each language, and does not lead from one to another', () => {
    expect(intentsOf('how much is it')).toEqual(['price-en']);
    expect(intentsOf('wie viel, was kostet das')).toEqual(['price-de']);
  });

  test('is a term that no word of a text can be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const intents = intentTerms(text);
        const words = askedTerms(text).slice(0, -intents.length || undefined);
        expect(intents.every(isIntent)).toBe(true);
        expect(words.some(isIntent)).toBe(false);
      }),
    );
    expect(askedTerms('intentprice intentthanks').some(isIntent)).toBe(false);
  });
});
