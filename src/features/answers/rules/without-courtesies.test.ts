import { expect, test } from 'vitest';
import { askedWords } from './answer-words.ts';
import { withoutPleasantries } from './without-courtesies.ts';

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

test.each([
  [
    'How are you? Thank you so much for your patience, the shop is in the bio',
    'the shop is in the bio',
  ],
  ['¡Hola! ¿Cómo estás? Mil gracias, la tienda está abierta', 'la tienda'],
  ['Tudo bem? Muito obrigada, a loja abre cedo', 'a loja'],
  ['Wie geht es Ihnen? Vielen Dank, der Laden ist offen', 'der laden'],
  ['Привет, как дела? Большое спасибо, магазин открыт', 'магазин'],
  ['Як справи? Щиро дякую, крамниця відкрита', 'крамниця'],
  ['كيف حالك؟ شكرا جزيلا، المتجر مفتوح', 'المتجر'],
  ['お元気ですか？いつもありがとうございます。店は閉まっています', '店は'],
])('“%s” says nothing that thanks ask for', (text, kept) => {
  const left = withoutPleasantries(text);
  expect(left).toContain(kept);
  expect(left).not.toMatch(
    /thank|graci|obrig|dank|geht|спасиб|дела|дяку|справи|شكر|حال|ありがと|元気|how|como/u,
  );
});
