import { expect, test } from 'vitest';
import { askedWords } from './answer-words.ts';

test.each([
  ['sorry to bother you, do you ship?', 'do you ship?'],
  ['Hola, ¿haces retratos? Gracias de antemano', '¿haces retratos?'],
  ['Boa tarde, uma dúvida: faz retratos?', 'faz retratos?'],
  ['Guten Tag, verkaufen Sie Wolle? Danke im Voraus', 'verkaufen Sie Wolle?'],
  ['Здравствуйте, прости что отвлекаю, шьёшь плащи?', 'шьёшь плащи?'],
  ['Доброго дня, вибачте що турбую, малюєте портрети?', 'малюєте портрети?'],
  ['السلام عليكم، عندي سؤال: ترسم صور؟', 'ترسم صور؟'],
  ['こんにちは、猫の絵よろしくお願いします', '猫の絵'],
])('“%s” asks what “%s” asks', (polite, plain) => {
  expect(askedWords(polite)).toEqual(askedWords(plain));
});

test('a greeting alone is what was said', () => {
  expect(askedWords('Guten Tag')).not.toEqual([]);
});
