import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaqEntryId } from '../persona.ts';
import { askedFaq, matchFaq } from './match-faq.ts';

const texts: readonly (readonly [question: string, answer: string])[] = [
  ['When is the next concert?', 'In May, in eight cities.'],
  ['Do you ship the calendar to Spain?', 'Yes, it takes a week.'],
  ['Сколько стоит видеозвонок?', 'Цены есть в описании.'],
  ['¿Haces saludos de cumpleaños?', 'Sí, escríbeme una semana antes.'],
  ['料金はいくらですか', '五千円です。'],
  ['สั่งซื้อปฏิทินได้ที่ไหน', 'ในร้าน'],
];
const entries = texts.map(([question, answer], index) => ({
  id: (index + 1) as FaqEntryId,
  question,
  answer,
}));

function found(...asked: string[]): number[] {
  return matchFaq(entries, asked, 3).map(({ id }) => id);
}

describe('the FAQ for what a fan says', () => {
  test.each([
    ['any concerts near me soon?', 1],
    ['can you ship it abroad', 2],
    ['а видеозвонки бывают?', 3],
    ['un saludo de cumpleanos para mi hermana', 4],
    ['撮影の料金を教えて', 5],
    ['อยากได้ปฏิทินมาก', 6],
  ])('“%s” finds entry %i first', (asked, id) => {
    expect(found(asked)[0]).toBe(id);
  });

  test.each(['hi how are you', 'you are the best, is it you?', 'です', '', '🔥🔥'])(
    '“%s” finds nothing',
    (asked) => {
      expect(found(asked)).toEqual([]);
    },
  );

  test('looks at all texts, and a question counts more than an answer', () => {
    expect(found('hello', 'calendar', 'Spain')).toEqual([2]);
    expect(found('a week before the concert')[0]).toBe(1);
  });

  test('gives what there is, each once, no more than asked for, in the same order every time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 4 }),
        fc.nat(4),
        (asked, limit) => {
          const got = matchFaq(entries, asked, limit);
          expect(got.length).toBeLessThanOrEqual(limit);
          expect(new Set(got).size).toBe(got.length);
          expect(matchFaq(entries, asked, limit)).toEqual(got);
        },
      ),
    );
    // Whoever asks the very question finds it first.
    for (const { id, question } of entries) expect(found(question)[0]).toBe(id);
  });
});

describe('the FAQ entry that a fan asks for', () => {
  const asks = (text: string) => askedFaq(entries, text, 3).map(({ id }) => id);

  test.each([
    ['Will there be a concert in Lisbon? When is the next one?', 1],
    ['hey, when is your next concert??', 1],
    ['Do you ship calendars to Spain, too?', 2],
    ['сколько стоит видеозвонок?', 3],
    ['¿haces saludos de cumpleaños?', 4],
    ['料金はいくらですか', 5],
  ])('“%s” is entry %i', (text, id) => {
    expect(asks(text)).toEqual([id]);
  });

  test.each([
    'The concert was wonderful!',
    'Can I give my calendar back?',
    'Do you ship stickers to Mars and the moon?',
    'How are you?',
    '',
  ])('“%s” is none', (text) => {
    expect(asks(text)).toEqual([]);
  });

  test('whoever types a whole question gets its entry, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.string({ maxLength: 80 }), (entry, around) => {
        const text = `${around} ${entry.question} ${around}?`;
        expect(askedFaq(entries, text, entries.length).map(({ id }) => id)).toContain(entry.id);
      }),
    );
  });
});
