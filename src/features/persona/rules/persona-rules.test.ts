import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonaPart, personaParts } from '../persona.ts';
import { emojiLine, emojiOf, readEmoji } from './emoji-use.ts';
import { readFaqText } from './faq-text.ts';
import { readLanguages } from './language-tags.ts';
import { personaFrom } from './persona-from.ts';
import { partLimits, readPart } from './read-part.ts';
import { readTapData, tapData } from './tap-data.ts';

const anyPart = fc.constantFrom(...personaParts);
const typed = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('an answer about a part', () => {
  test('is lines without list signs, empty lines and repetitions', () => {
    expect(readPart('do', '- ask back\n\n2) be kind \n•  BE KIND\n–  ask  back')).toEqual({
      ok: true,
      lines: ['ask back', 'be kind'],
    });
    expect(readPart('tone', 'warm,\nshort')).toEqual({ ok: true, lines: ['warm, short'] });
  });

  test('is refused when it is too long, too much or nothing', () => {
    expect(readPart('tone', 'x'.repeat(301))).toMatchObject({ reason: 'too-long' });
    expect(readPart('fact', 'x'.repeat(201))).toMatchObject({ reason: 'too-long' });
    const eleven = Array.from({ length: 11 }, (_, number) => `thing no. ${number}`).join('\n');
    expect(readPart('dont', eleven)).toMatchObject({ reason: 'too-many' });
    expect(readPart('fact', eleven)).toMatchObject({ ok: true });
    expect(readPart('do', ' \n\u200b\n')).toMatchObject({ reason: 'empty' });
    expect(readPart('price', 'call: 5 EUR\nhug: free')).toMatchObject({ reason: 'no-price' });
  });

  test('once read, is read again as the same, within its limits, whatever was typed', () => {
    fc.assert(
      fc.property(anyPart, typed, (part, text) => {
        const read = readPart(part, text);
        if (!read.ok) return;
        const { most } = partLimits[part];
        expect(read.lines.length).toBeGreaterThan(0);
        expect(read.lines.length).toBeLessThanOrEqual(most);
        for (const line of read.lines) expect(line).not.toMatch(/[\n\u202e]/u);
        if (part === 'do' || part === 'dont' || part === 'fact') return;
        expect(readPart(part, read.lines.join(part === 'language' ? ', ' : '\n'))).toEqual(read);
      }),
    );
  });
});

describe('languages', () => {
  test.each([
    ['en, es', ['en', 'es']],
    ['EN DE', ['en', 'de']],
    ['pt-br', ['pt-BR']],
    ['German, русский, español', ['de', 'ru', 'es']],
    ['fan', ['fan']],
    ['the fan’s language', ['fan']],
  ])('“%s” are %j', (text, lines) => {
    expect(readLanguages(text)).toEqual({ ok: true, lines });
  });

  test.each(['klingonish', 'xq', 'en, nonsense', '12', ','])('“%s” are none', (text) => {
    expect(readLanguages(text).ok).toBe(false);
  });
});

describe('emoji', () => {
  test('are a habit and favourites; flags, families and skin tones are one each', () => {
    expect(emojiOf('a🌙b👨‍👩‍👧c🇪🇸 👍🏽 7')).toEqual(['🌙', '👨‍👩‍👧', '🇪🇸', '👍🏽']);
    expect(readEmoji('Few, mostly 🌙 and ✨')).toEqual({
      ok: true,
      use: { habit: 'few', favourites: ['🌙', '✨'] },
    });
    expect(readEmoji('много 🔥')).toMatchObject({ use: { habit: 'many' } });
    expect(readEmoji('none 🔥')).toEqual({ ok: true, use: { habit: 'none', favourites: [] } });
    expect(readEmoji('🔥')).toMatchObject({ use: { habit: 'few' } });
    expect(readEmoji('whatever')).toMatchObject({ reason: 'no-emoji' });
  });

  test('are read back from the line in which they are stored', () => {
    const use = fc.record({
      habit: fc.constantFrom('few' as const, 'many' as const),
      favourites: fc.uniqueArray(fc.constantFrom('🌙', '✨', '👍🏽', '🇪🇸', '❤️'), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(use, (one) => {
        expect(readEmoji(emojiLine(one))).toEqual({ ok: true, use: one });
      }),
    );
  });
});

describe('a persona', () => {
  test('is what its lines tell; unread lines are left out', () => {
    const lines: { part: PersonaPart; text: string }[] = [
      { part: 'tone', text: 'warm' },
      { part: 'do', text: 'ask back' },
      { part: 'language', text: 'en' },
      { part: 'language', text: 'es' },
      { part: 'emoji', text: 'few 🌙' },
      { part: 'price', text: 'Call: 50.00 EUR' },
      { part: 'price', text: 'nonsense' },
    ];
    expect(personaFrom(lines)).toEqual({
      tone: 'warm',
      dos: ['ask back'],
      donts: [],
      languages: ['en', 'es'],
      emoji: { habit: 'few', favourites: ['🌙'] },
      facts: [],
      prices: [{ what: 'Call', amount: '50.00', currency: 'EUR' }],
    });
    expect(personaFrom([])).toMatchObject({ tone: null, languages: 'fan', emoji: null });
  });
});

describe('texts of the FAQ', () => {
  test('are cleaned and have at most 500 characters', () => {
    expect(readFaqText('question', ' how\nmuch? ')).toEqual({ ok: true, text: 'how much?' });
    expect(readFaqText('answer', 'one\n two \u202e')).toEqual({ ok: true, text: 'one\ntwo' });
    expect(readFaqText('answer', ' ')).toMatchObject({ reason: 'empty' });
    expect(readFaqText('answer', 'x'.repeat(501))).toMatchObject({ reason: 'too-long' });
  });
});

describe('what a button asks for', () => {
  const taps = [
    ...['card', 'fan-language', 'setup', 'faq-new', 'wipe-ask', 'learn'].map(
      (what) => `pe:${what}`,
    ),
    ...personaParts.flatMap((part) =>
      ['part', 'set', 'add', 'skip'].map((what) => `pe:${what}:${part}`),
    ),
    ...[
      'line-gone',
      'faq',
      'entry',
      'question',
      'answer',
      'ask-gone',
      'gone',
      'wipe-again',
      'wipe',
    ].map((what) => `pe:${what}:123456789012345`),
    ...['take', 'leave', 'take-all'].map((what) => `pe:${what}:7`),
    'pe:emoji:none',
  ];

  test.each(taps)('%s comes back as it went, in 64 bytes', (data) => {
    const tap = readTapData(data);
    expect(tap && tapData(tap)).toBe(data);
    expect(data.length).toBeLessThanOrEqual(64);
  });

  test('is nothing where anybody made something up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readTapData(`pe:${text}:x`)).toBeNull();
      }),
    );
    expect(readTapData('pe:part:nothing')).toBeNull();
    expect(readTapData('pe:entry:-1')).toBeNull();
  });
});
