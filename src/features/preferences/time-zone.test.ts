import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownCities, modernNames } from '#src/features/preferences/known-cities.ts';
import {
  cityOf,
  findTimeZone,
  guessTimeZones,
  isTimeZone,
  timeIn,
} from '#src/features/preferences/time-zone.ts';

const zones = [
  ...Intl.supportedValuesOf('timeZone').map((zone) => modernNames[zone] ?? zone),
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyCase = (text: string) =>
  fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((upper) =>
    text
      .split('')
      .map((c, at) => (upper[at] ? c.toUpperCase() : c.toLowerCase()))
      .join(''),
  );

describe('finding a time zone', () => {
  test('every IANA name is found, whatever its case and separators', () => {
    const written = anyZone.chain((zone) =>
      anyCase(zone).map((typed) => ({ zone, typed: typed.replaceAll('_', ' ') })),
    );
    fc.assert(
      fc.property(written, ({ zone, typed }) => {
        expect(findTimeZone(` ${typed} `)).toEqual({ ok: true, zone });
      }),
    );
  });

  test('every city of a zone is enough by itself', () => {
    fc.assert(
      fc.property(anyZone, (zone) => {
        expect(findTimeZone(cityOf(zone))).toEqual({ ok: true, zone });
      }),
    );
  });

  test.each([
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Kiev', 'Europe/Kyiv'],
    ['europe/kiev', 'Europe/Kyiv'],
    ['Москва', 'Europe/Moscow'],
    ['МЮНХЕН'.toLowerCase(), undefined],
    ['München', 'Europe/Berlin'],
    ['san francisco', 'America/Los_Angeles'],
    ['utc', 'UTC'],
  ])('%s means %s', (typed, zone) => {
    const found = findTimeZone(typed);
    expect(found.ok ? found.zone : undefined).toBe(zone);
  });

  test.each([
    ['Berln', 'Europe/Berlin'],
    ['Lodnon', 'Europe/London'],
    ['Mosccow', 'Europe/Moscow'],
    ['madird', 'Europe/Madrid'],
    ['berl', 'Europe/Berlin'],
  ])('%s is asked back with %s in front', (typed, zone) => {
    const found = findTimeZone(typed);
    expect(found.ok ? [] : found.suggestions[0]).toBe(zone);
  });

  test('what could be many places is asked back with a few', () => {
    const found = findTimeZone('san');
    expect(found.ok ? 0 : found.suggestions.length).toBe(4);
  });

  test('whatever is typed gets zones that exist, four at most, and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const found = findTimeZone(typed);
        const named = found.ok ? [found.zone] : found.suggestions;
        expect(named.length).toBeLessThanOrEqual(4);
        for (const zone of named) expect(isTimeZone(zone)).toBe(true);
      }),
    );
  });

  test('nonsense, emptiness and signs have no suggestion', () => {
    for (const typed of ['', '  ', 'xqzwv', '🤷', '///']) {
      expect(findTimeZone(typed)).toEqual({ ok: false, reason: 'unknown', suggestions: [] });
    }
  });
});

describe('the zones on offer', () => {
  test('the runtime knows the time in each of them', () => {
    for (const zone of zones) expect(timeIn(zone, 0, 'de')).toMatch(/^\d\d:\d\d$/);
  });

  test('every spelling leads to a zone that exists', () => {
    for (const [spelling, zone] of knownCities) {
      expect([spelling, isTimeZone(zone)]).toEqual([spelling, true]);
    }
  });

  test('each language gets guesses that exist', () => {
    for (const language of ['de', 'es-MX', 'ru', 'en', 'xx', undefined, '']) {
      const guesses = guessTimeZones(language);
      expect(guesses.length).toBe(4);
      expect(guesses.filter((zone) => !isTimeZone(zone))).toEqual([]);
    }
    expect(guessTimeZones('de-AT')[0]).toBe('Europe/Berlin');
  });
});
