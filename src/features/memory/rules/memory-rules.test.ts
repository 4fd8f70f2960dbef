import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readImportantDate } from './day.ts';
import { choiceNow } from './choice-now.ts';
import { readChoices, readValue, shownValue } from './field-value.ts';
import { keyOf, readName, readTagCommand } from './names.ts';
import { readTapData, tapData } from './tap-data.ts';
import { dayIn, daysKeptOn, nextMorning } from './yearly.ts';

describe('a name', () => {
  test('is the same whatever its case, width and spaces', () => {
    expect(keyOf('  Ｐaris   TRIP ')).toBe(keyOf('paris trip'));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(keyOf(keyOf(text))).toBe(keyOf(text));
      }),
    );
  });

  test('has 1 to 32 characters and no # in front', () => {
    expect(readName('#vip')).toEqual({ ok: true, name: 'vip' });
    expect(readName(' \u202e ')).toEqual({ ok: false, reason: 'empty' });
    expect(readName('x'.repeat(33))).toEqual({ ok: false, reason: 'too-long' });
    expect(readName('🔥')).toEqual({ ok: true, name: '🔥' });
  });

  test('with a dash in front is taken off', () => {
    expect(readTagCommand('vip, -old\nparis')).toEqual({ on: ['vip', 'paris'], off: ['old'] });
  });
});

describe('a field', () => {
  test.each([
    ['number', '1 234,5', 1234.5],
    ['number', '-3', -3],
    ['date', '1990-05-12', '1990-05-12'],
    ['date', '12.5.1990', '1990-05-12'],
    ['date', '12 May 1990', '1990-05-12'],
    ['date', 'May 12, 1990', '1990-05-12'],
    ['date', '12. Mai 1990', '1990-05-12'],
    ['choice', 'm', 'M'],
    ['text', ' a  b ', 'a b'],
  ] as const)('of type %s reads %j', (type, typed, value) => {
    expect(readValue({ type, choices: ['S', 'M'] }, typed, 'de')).toEqual({ ok: true, value });
  });

  test.each([
    ['number', 'twelve', 'no-number'],
    ['number', '1e999', 'no-number'],
    ['date', '31.02.2020', 'no-full-date'],
    ['date', 'soon', 'no-full-date'],
    ['date', '12 May', 'no-full-date'],
    ['date', 'since 12.05.1990', 'no-full-date'],
    ['choice', 'XXL', 'no-choice'],
    ['text', 'x'.repeat(201), 'too-long'],
    ['text', '   ', 'empty'],
  ] as const)('of type %s refuses %j', (type, typed, reason) => {
    expect(readValue({ type, choices: ['S', 'M'] }, typed)).toEqual({ ok: false, reason });
  });

  test('shows a number in the creator’s way, and reads it back', () => {
    expect(shownValue({ type: 'number' }, 1234.5, 'de')).toBe('1.234,5');
    expect(shownValue({ type: 'date' }, '1990-05-12', 'en')).toBe('May 12, 1990');
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), (value) => {
        const field = { type: 'number', choices: [] } as const;
        const shown = shownValue(field, value, 'en');
        expect(readValue(field, shown)).toEqual({ ok: true, value });
      }),
    );
  });

  test('of choices needs two to twenty different ones', () => {
    expect(readChoices('S, M, s')).toEqual({ ok: true, choices: ['S', 'M'] });
    expect(readChoices('S')).toEqual({ ok: false, reason: 'too-few' });
    const many = Array.from({ length: 21 }, (_, n) => `c${n}`).join(',');
    expect(readChoices(many)).toEqual({ ok: false, reason: 'too-many' });
  });
});

describe('an important date', () => {
  test.each([
    ['birthday 12.05.1990', 'en', 'birthday', { day: 12, month: 5, year: 1990 }],
    ['12.05. wedding', 'en', 'wedding', { day: 12, month: 5 }],
    ['1990-05-12 birthday', 'de', 'birthday', { day: 12, month: 5, year: 1990 }],
    ['Geburtstag 3. März', 'de', 'Geburtstag', { day: 3, month: 3 }],
    ['cumpleaños 3 de marzo de 1991', 'es', 'cumpleaños', { day: 3, month: 3, year: 1991 }],
    ['день рождения 3 марта', 'ru', 'день рождения', { day: 3, month: 3 }],
    ['May 12 first show', 'en', 'first show', { day: 12, month: 5 }],
    ['name day 29.02.', 'en', 'name day', { day: 29, month: 2 }],
  ] as const)('is read from %j', (typed, language, label, day) => {
    expect(readImportantDate(typed, language)).toEqual({ ok: true, label, day });
  });

  test.each([
    ['birthday', 'no-date'],
    ['31.02.1990 x', 'no-date'],
    ['12.05.1990', 'no-label'],
  ])('is refused in %j', (typed, reason) => {
    expect(readImportantDate(typed, 'en')).toEqual({ ok: false, reason });
  });

  test('is told at nine in the morning of the next day that has not had it', () => {
    fc.assert(
      fc.property(moments, zones, (after, timeZone) => {
        const at = nextMorning(after, timeZone);
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        expect(at).toBeGreaterThan(after);
        expect(at - after).toBeLessThanOrEqual(50 * 3_600_000);
        expect(there.hour).toBe(9);
      }),
    );
  });

  test('is told once in every year, 29 February on the 28th where there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
        const told: string[] = [];
        for (let at = Date.UTC(year, 0, 1, 12); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
          told.push(...daysKeptOn(dayIn(at, 'UTC')).map(({ month, day }) => `${month}/${day}`));
        }
        expect(told.length).toBe(366);
        expect(new Set(told).size).toBe(366);
      }),
      { numRuns: 20 },
    );
  });
});

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Pacific/Apia',
);
const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });

test('callback data comes back as it was made, and nothing else is taken', () => {
  expect(readTapData(tapData('on', 1, 2, 3))).toEqual({ verb: 'on', ids: [1, 2, 3, 0] });
  expect(readTapData(tapData('all-fields'))).toEqual({ verb: 'all-fields', ids: [0, 0, 0, 0] });
  for (const data of ['me:on:1', 'me:constructor', 'me:on:1:2:-3', 'me:tag:1:2', 'th:card:1']) {
    expect(readTapData(data)).toBeNull();
  }
});

test('a choice is followed from name to name; of two that were called so, the later one', () => {
  const changes = [
    { was: 'Silver', becomes: 'Platinum' },
    { was: 'Platinum', becomes: 'Diamond' },
    { was: 'Bronze', becomes: null },
    { was: 'silver', becomes: 'Ag' },
    { was: 'Ag', becomes: 'Silver' },
  ];
  expect(choiceNow('platinum', changes)).toBe('Diamond');
  expect(choiceNow('Silver', changes.slice(0, 3))).toBe('Diamond');
  expect(choiceNow('Silver', changes)).toBe('Silver');
  expect(choiceNow('bronze', changes)).toBeNull();
  expect(choiceNow('Gold', changes)).toBeUndefined();
});
