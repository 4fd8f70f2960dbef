import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReusable } from './reusable.ts';

describe('an answer is not offered again as it stands when it says', () => {
  test.each([
    [
      'a day',
      'See you tomorrow!',
      'Nos vemos mañana',
      'Te vejo amanhã',
      'Bis morgen!',
      'Увидимся завтра',
      'Побачимось завтра',
      'أراك غداً',
      'また明日ね',
    ],
    [
      'a day of the week',
      'New set on Friday',
      'El viernes subo otro',
      'Posto na sexta-feira',
      'Am Freitag',
      'в пятницу',
      'у п’ятницю',
      'يوم الجمعة',
      '金曜日に配信します',
    ],
    [
      'a time',
      'I go live at 9',
      'a las 21:00',
      'às 20h30',
      'um 18 Uhr',
      'в 18:30',
      'о 19:00',
      'الساعة ٨',
      '20時からです',
    ],
    [
      'a date',
      'On May 5',
      'el 5 de mayo',
      'dia 5 de maio',
      'am 5. Mai',
      '5 мая',
      '5 травня',
      'يوم 5 مايو',
      '5月5日',
    ],
    [
      'a span',
      'in 20 minutes',
      'en 2 días',
      'daqui a 3 horas',
      'in 2 Wochen',
      'через 2 недели',
      'за 2 години',
      'بعد 3 أيام',
      '3週間くらい',
    ],
    [
      'an amount',
      'It is $25',
      'cuesta 30 €',
      'são R$ 50',
      '20 Euro',
      '500 рублей',
      '300 грн',
      '50 دولار',
      '3000円です',
    ],
    [
      'where else to go',
      'https://example.com/x',
      'write to me@example.com',
      '+34 600 123 456',
      'my insta is @luna_art',
      'lunaart.com/shop',
      't.me/luna',
    ],
  ])('%s', (_, ...replies) => {
    for (const reply of replies) expect(isReusable(reply), reply).toBe(false);
  });
});

test('plain answers are, in every language', () => {
  for (const reply of [
    'Yes, I do customs! Tell me what you have in mind 💕',
    'Thank you so much, that means a lot ❤️',
    '¡Claro que sí! Cuéntame qué te gustaría',
    'Sim, faço vídeos personalizados, me conta a ideia',
    'Klar, schreib mir einfach, was du dir vorstellst!',
    'Да, конечно! Расскажи, что хочешь',
    'Так, звісно! Розкажи, що хочеш',
    'نعم بالطبع، أخبرني بما تريد',
    'はい、もちろん！どんな内容がいいですか？',
    'I have 2 cats and 1 dog',
    'You may ask me anything, may I ask you too?',
  ]) {
    expect(isReusable(reply), reply).toBe(true);
  }
});

test('nothing that can be written is an error, and a fact stays one whatever stands around it', () => {
  const around = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(isReusable(`${before} tomorrow ${after}`)).toBe(false);
      expect(isReusable(`${before} $20 ${after}`)).toBe(false);
      expect(isReusable(`${before} https://a.example ${after}`)).toBe(false);
    }),
  );
});

test('a long text is looked through in no time', () => {
  const start = performance.now();
  for (const piece of ['1 ', 'a.', '@', '9-', 'a@', 'may ', '1.', '(('])
    isReusable(piece.repeat(2_048));
  expect(performance.now() - start).toBeLessThan(2_000);
});
