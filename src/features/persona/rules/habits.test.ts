import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import { personaParts } from '../persona.ts';
import { habitLines } from './habit-lines.ts';
import { habitsOf, type OwnReply } from './habits.ts';
import { languageUsed } from './language-used.ts';
import { readPart } from './read-part.ts';
import { signOffOf } from './sign-off.ts';

const texts = createTexts();
const things = 'song show dress photo trip cat book walk lake garden market train picture'.split(
  ' ',
);

/** Different replies to several fans, made by a pattern in which `*` is another word each time. */
function replies(count: number, pattern: (number: number) => string): OwnReply[] {
  return Array.from({ length: count }, (_, number) => ({
    text: pattern(number).replace('*', `${things[number % things.length]} ${number}`),
    thread: number % 7,
  }));
}

describe('habits', () => {
  test('of somebody who writes small, greets with hey and signs with xo', () => {
    const habits = habitsOf(
      replies(
        40,
        (number) =>
          `hey, thank you for the * and for this 🌙${number % 3 === 0 ? '✨' : ''}\nxo luna`,
      ),
    );
    expect(habits).toMatchObject({
      replies: 40,
      languages: ['en'],
      emoji: { habit: 'many', favourites: ['🌙', '✨'] },
      greetings: ['hey'],
      signOffs: ['xo luna'],
      smallLetters: true,
      noFullStop: true,
      exclamation: 'hardly',
    });
    expect(habits.length).toEqual({ unit: 'words', from: 12, to: 12 });
  });

  test('of somebody who writes properly, in two languages, without emoji', () => {
    const habits = habitsOf([
      ...replies(20, () => 'Das ist ein schöner *. Ich freue mich sehr!'),
      ...replies(20, () => 'Gracias por el *, es muy bonito para mí!'),
    ]);
    expect(habits).toMatchObject({
      languages: expect.arrayContaining(['de', 'es']),
      emoji: { habit: 'none', favourites: [] },
      greetings: [],
      signOffs: [],
      smallLetters: false,
      noFullStop: false,
      exclamation: 'often',
    });
  });

  test('of somebody who answers in many languages are the fans’ own', () => {
    const thanks = [
      'thank you for this',
      'gracias por todo',
      'danke für das',
      'спасибо за это',
      'merci pour tout',
      'дякую за це',
      'これはありがとう',
    ];
    const many = replies(42, (number) => `${thanks[number % 7] ?? ''} *`);
    expect(habitsOf(many).languages).toEqual(['fan']);
    expect(habitsOf(replies(30, () => '🌙 *')).languages).toEqual([]);
  });

  test('count characters where words are not parted', () => {
    const habits = habitsOf(
      replies(30, (number) => `今日はとても楽しかったです${'。'.repeat(1 + (number % 2))}*`),
    );
    expect(habits.languages).toEqual(['ja']);
    expect(habits.length.unit).toBe('characters');
  });

  test('take one text for one reply, however often it was sent', () => {
    const same = replies(50, () => 'Thank you!').map((reply) => ({ ...reply, text: 'Thank you!' }));
    expect(habitsOf(same).replies).toBe(1);
  });

  test('never take the name of one fan for an ending', () => {
    const toOne = replies(60, () => 'so nice of you, that *, Ana').map((one) => ({
      ...one,
      thread: 1,
    }));
    expect(habitsOf(toOne).signOffs).toEqual([]);
  });

  test('are told by lines that the persona can hold, in every language of the bot', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('hey you!', 'привет, как дела?', 'thanks 🌙', 'ありがとう', 'ok, love'),
    );
    const reply = fc.record({ text, thread: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 60 }), (all) => {
        const habits = habitsOf(all);
        for (const language of texts.languages) {
          const lines = habitLines(habits, texts.for(language));
          expect(lines.length > 0).toBe(habits.replies >= 20);
          for (const line of lines) {
            expect(personaParts).toContain(line.part);
            expect(readPart(line.part, line.text)).toMatchObject({ ok: true });
          }
        }
        expect(habits.length.from).toBeLessThanOrEqual(habits.length.to);
        expect(habitsOf([...all, ...all])).toEqual(habits);
      }),
    );
  });
});

describe('the language of a reply', () => {
  test.each([
    ['thank you so much, it was lovely', 'en'],
    ['muchas gracias por todo', 'es'],
    ['muito obrigada, você é demais', 'pt'],
    ['ich freue mich auf das Konzert', 'de'],
    ['спасибо, очень приятно', 'ru'],
    ['дякую, дуже приємно', 'uk'],
    ['شكرا جزيلا', 'ar'],
    ['今日はありがとう', 'ja'],
    ['谢谢你的消息', 'zh'],
    ['🌙🌙', undefined],
    ['Luna', undefined],
  ])('“%s” is %s', (text, language) => {
    expect(languageUsed(text)).toBe(language);
  });
});

describe('an ending', () => {
  test.each([
    ['see you soon!\nxoxo', 'xoxo'],
    ['That is it. Love, Luna 🌙', 'Luna'],
    ['see you soon', undefined],
    ['wait, this has far too many words at its end', undefined],
    ['ok!!!', undefined],
  ])('of “%s” is %s', (text, ending) => {
    expect(signOffOf(text)).toBe(ending);
  });
});
