import { describe, expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

const texts: readonly (readonly [string, string])[] = [
  ['en', 'Hey, how are you doing today?'],
  ['en', 'I really love your new song, when is the next one coming out'],
  ['en', 'thank you so much for the answer'],
  ['es', 'Hola, ¿cómo estás? Me gusta mucho tu trabajo'],
  ['es', 'Muchas gracias por tu respuesta, un abrazo'],
  ['pt', 'Obrigado, você é demais, adorei o vídeo'],
  ['pt', 'Não consigo abrir o link que você mandou'],
  ['de', 'Danke dir, ich freue mich schon auf das nächste Video'],
  ['de', 'Wie geht es dir heute?'],
  ['ru', 'Привет, как дела? Очень нравятся твои видео'],
  ['ru', 'Спасибо большое за ответ, я очень рад'],
  ['uk', 'Привіт, як справи? Дуже люблю твої відео'],
  ['uk', 'Дякую за відповідь, мені дуже приємно'],
  ['ar', 'مرحبا كيف حالك اليوم'],
  ['ja', 'こんにちは、元気ですか'],
  ['ja', '新しい曲、とても好きです'],
  ['fr', 'Bonjour, comment vas-tu aujourd’hui ?'],
  ['it', 'Ciao, come stai? Mi piace molto la tua musica'],
];

describe('the language of a text', () => {
  test.each(texts)('is %s: %s', async (language, text) => {
    expect(await languageOf(text)).toBe(language);
  });

  test.each([
    '',
    'ok',
    'haha lol',
    '👍👍👍',
    'https://example.com/eine/lange/adresse',
    '@some_handle 12345 [EMAIL_1]',
    'Привет',
    'Hola',
  ])('is not told from: %s', async (text) => {
    expect(await languageOf(text)).toBeNull();
  });

  test('is not told where two are mixed', async () => {
    expect(
      await languageOf('How are you doing today? Ich freue mich schon sehr auf morgen.'),
    ).toBeNull();
  });
});
