import { describe, expect, test } from 'vitest';
import { plainText } from '../plain-text.ts';
import { findPromises } from './find-phrases.ts';
import { findTimes } from './find-times.ts';

function promisesIn(text: string, source = ''): string[] {
  const times = new Set(findTimes(source).flatMap(({ means }) => means));
  return findPromises(text, plainText(source), times);
}

describe('no promise is', () => {
  test.each([
    'I don’t do discounts, sorry',
    'There are no discounts this year',
    'No promo codes or refunds here',
    'No discounts, love, but I put a surprise into every parcel!',
    'Refunds are not possible',
    'Calls are not free',
    "I can't promise anything",
    'Descuentos no hago. El precio es justo.',
    'No hay códigos de descuento',
    'Eso no es gratis',
    'no te lo puedo prometer',
    'Não dou descontos',
    'Rabatte gebe ich nicht; die Preise sind knapp gerechnet.',
    'Leider gibt es keine Gutscheine',
    'Gutscheine habe ich leider keine',
    'Das kann ich nicht versprechen',
    'промокодов нет, есть я и нитки',
    'у меня нет промокодов',
    'это не бесплатно',
    'не обещаю',
    'знижки не роблю',
    'لا يوجد خصم',
    '割引はしていないんです',
    '割引はありません',
  ])('a refusal: %s', (text) => {
    expect(promisesIn(text)).toEqual([]);
  });

  test.each([
    'This is why I sing, I swear!',
    'te juro que me muero de risa',
    'Te mando un abrazo enorme 🎶',
    'te mando muchos besos',
    "I'll send you lots of love",
    'Ich schicke dir eine dicke Umarmung',
    'vou te mandar um abraço',
    'пришлю тебе лучи добра',
    "nobody's watching so it's free practice lol",
  ])('a way of speaking: %s', (text) => {
    expect(promisesIn(text)).toEqual([]);
  });

  test('when something takes place that the creator gives the same time for', () => {
    const source = 'Der Stricktreff ist am letzten Freitag im Monat.';
    expect(promisesIn('Wir treffen uns am letzten Freitag im Monat.', source)).toEqual([]);
    expect(promisesIn('Wir treffen uns am Montag.', source)).toEqual(['wir treffen uns']);
    expect(promisesIn('Treffen wir uns am Freitag.', source)).toEqual(['treffen wir uns']);
    expect(promisesIn('Wir treffen uns.', source)).toEqual(['wir treffen uns']);
    expect(promisesIn('Wir treffen uns am Freitag bei dir.', source)).toEqual(['wir treffen uns']);
  });
});

describe('a promise stays', () => {
  test.each([
    'No discounts, but for you I make an exception',
    'I have no discounts. Except for you!',
    'no, discount for you',
    'Why not a free call',
    'not only a free call, also fast',
    'it is not just for free',
    'Descuentos no hago, pero para ti sí',
    'Rabatte gebe ich nicht, nur dir',
    'промокодов нет, но тебе дам',
    '割引はしていないけど、あなただけ特別に',
    'I swear you will get it',
    "You'll have it, I swear",
    'te juro que te lo mando',
    'te mando un regalo',
    'te mando un vídeo con un beso',
    "I'll send you a photo and a hug",
    "I'll send you love songs",
    'ich schicke dir ein Bild',
    "it's free",
    "it's free for you",
    'free merch for you',
  ])('in: %s', (text) => {
    expect(promisesIn(text)).not.toEqual([]);
  });

  test('that the creator refuses to give', () => {
    expect(promisesIn('Discounts!', 'There are no discounts.')).toEqual(['discounts']);
  });
});

describe('no time is', () => {
  test.each([
    'tomorrow is another day',
    'Things will look better tomorrow',
    'Orgulloso de ti, y mañana otra vez.',
    'mañana será otro día',
    'Morgen ist ein neuer Tag',
    'завтра будет чуть легче',
  ])('a way of speaking: %s', (text) => {
    expect(findTimes(text)).toEqual([]);
  });

  test.each([
    'live again tomorrow',
    'tomorrow I sing again',
    'mañana otra vez en directo',
    'завтра стрим',
  ])('but a day is: %s', (text) => {
    expect(findTimes(text)).not.toEqual([]);
  });
});
