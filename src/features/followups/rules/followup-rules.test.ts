import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { chosenTime, laterChoices, newChoices } from './choices.ts';
import { parseWhen } from './parse-when.ts';
import { readCommand } from './read-command.ts';
import { readTapData, tapData } from './tap-data.ts';

/** Wednesday 11 March 2026, 15:30 in Berlin. */
const now = Date.UTC(2026, 2, 11, 14, 30);
const by = { now, timeZone: 'Europe/Berlin', language: 'en' };

function wall(at: number, timeZone = by.timeZone): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function read(text: string, language = 'en'): string {
  const found = parseWhen(text, { ...by, language });
  return found.ok ? wall(found.at) : found.reason;
}

describe('a time', () => {
  test.each([
    ['in 3 days', '2026-03-14T09:00'],
    ['tomorrow 18:00', '2026-03-12T18:00'],
    ['tomorrow', '2026-03-12T09:00'],
    ['next monday', '2026-03-16T09:00'],
    ['on Friday at 9', '2026-03-13T09:00'],
    ['in 2 hours', '2026-03-11T17:30'],
    ['in 20 minutes', '2026-03-11T15:50'],
    ['at 18:00', '2026-03-11T18:00'],
    ['at 9:00', '2026-03-12T09:00'],
    ['May 12 at noon', '2026-05-12T12:00'],
    ['tonight', '2026-03-11T19:00'],
    ['this evening', '2026-03-11T19:00'],
    ['tomorrow morning', '2026-03-12T09:00'],
    ['tomorrow evening', '2026-03-12T19:00'],
  ])('is read in English: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['morgen um 18 Uhr', 'de', '2026-03-12T18:00'],
    ['in 3 Tagen', 'de', '2026-03-14T09:00'],
    ['через 3 дня', 'ru', '2026-03-14T09:00'],
    ['завтра в 18:00', 'ru', '2026-03-12T18:00'],
    ['mañana a las 18:00', 'es', '2026-03-12T18:00'],
    ['tomorrow 18:00', 'ru', '2026-03-12T18:00'],
    ['heute Abend', 'de', '2026-03-11T19:00'],
    ['сегодня вечером', 'ru', '2026-03-11T19:00'],
    ['esta noche', 'es', '2026-03-11T19:00'],
    ['mañana por la tarde', 'es', '2026-03-12T15:00'],
    ['pasado mañana a las 10', 'es', '2026-03-13T10:00'],
    ['la próxima semana', 'es', '2026-03-18T09:00'],
    ['la semana que viene', 'es', '2026-03-18T09:00'],
    ['mañana a las 5 de la tarde', 'es', '2026-03-12T17:00'],
  ])('is read in the creator’s language, and in English: %s', (text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test.each([
    ['about her trip', 'none'],
    ['about the evening', 'none'],
    ['yesterday', 'past'],
    ['2020-01-01', 'past'],
    ['in 40 years', 'too-far'],
    ['May', 'none'],
    ['', 'none'],
  ])('is refused: %j', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  test('that the clocks skip becomes the one after, and it is said', () => {
    const found = parseWhen('2026-03-29 02:30', by);
    expect(found).toMatchObject({ ok: true, skipped: true });
    expect(found.ok && wall(found.at)).toBe('2026-03-29T03:30');
  });

  test('that comes twice is the first one', () => {
    const found = parseWhen('2026-10-25 02:30', by);
    expect(found.ok && found.at).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('hours from now are as long as hours are, days are days of the calendar', () => {
    const eve = Date.UTC(2026, 2, 28, 20, 0);
    const hours = parseWhen('in 12 hours', { ...by, now: eve });
    expect(hours.ok && hours.at - eve).toBe(12 * 3_600_000);
    const day = parseWhen('tomorrow 21:00', { ...by, now: eve });
    expect(day.ok && day.at - eve).toBe(23 * 3_600_000);
  });

  test('written out for any day and zone is that very time, or the one after a gap', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    );
    const minutes = fc.integer({ min: 2, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, zones, (ahead, timeZone) => {
        const at = Math.ceil(now / 60_000) * 60_000 + ahead * 60_000;
        const text = wall(at, timeZone).replace('T', ' ');
        const found = parseWhen(text, { now, timeZone, language: 'en' });
        expect(found.ok && wall(found.at, timeZone)).toBe(wall(at, timeZone));
      }),
    );
  });
});

describe('/remind', () => {
  test.each([
    ['Anna tomorrow 18:00 ask about the trip', 'Anna', 'ask about the trip'],
    ['me in 3 days about Anna', '', 'Anna'],
    ['in 3 days', '', ''],
    ['April tomorrow 18:00 call', 'April', 'call'],
    ['@ana_b next monday: send photos', '@ana_b', 'send photos'],
    ['Anna tomorrow about the show on friday', 'Anna', 'the show on friday'],
    ['Anna on March 28 at 2:30 call', 'Anna', 'call'],
    ['on friday', '', ''],
  ])('knows whom and what: %s', (text, who, what) => {
    expect(readCommand(text, by)).toMatchObject({ ok: true, who, what });
  });
});

test('every choice of a button lies ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (at) => {
      for (const choice of [...newChoices, ...laterChoices]) {
        expect(chosenTime(choice, at, 'America/New_York')).toBeGreaterThan(at);
      }
    }),
  );
});

test('callback data comes back as it was made, and nothing else is taken', () => {
  const taps = [
    { do: 'list', page: 2 },
    { do: 'new', id: 5 },
    { do: 'later', id: 5, choice: '3d' },
    { do: 'quiet', edge: 'from', by: 1 },
    { do: 'quiet', edge: 'to', by: -1 },
  ] as const;
  for (const tap of taps) expect(readTapData(tapData(tap))).toEqual(tap);
  for (const data of ['fu:later:5:never', 'fu:new:x', 'fu:list:-1']) {
    expect(readTapData(data)).toBeNull();
  }
});
