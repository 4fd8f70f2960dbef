import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helplines } from './care/helplines.ts';
import { helplinesFor } from './helplines-for.ts';

const countriesFor = (code: string | null) => helplinesFor(code).map(({ country }) => country);

describe('the table of helplines', () => {
  test('has one line a country, each with its source and the day when that was looked at', () => {
    const countries = helplines.map(({ country }) => country);
    expect(countries).toEqual([...new Set(countries)].toSorted());
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (const { country, source, checked, name } of helplines) {
      expect(names.of(country), country).toBeDefined();
      expect(new URL(source).protocol, country).toBe('https:');
      expect(checked, country).toMatch(/^20\d{2}-[01]\d-[0-3]\d$/u);
      expect(Number.isNaN(Date.parse(checked)), country).toBe(false);
      expect(name.length, country).toBeLessThan(50);
    }
  });

  test('has numbers that can be dialled, and hours of a day', () => {
    for (const { country, number, hours, languages } of helplines) {
      expect(number, country).toMatch(/^\*?\d+(?: \d+)*$/u);
      const digits = number.replace(/\D/gu, '').length;
      expect(digits, country).toBeGreaterThanOrEqual(3);
      expect(digits, country).toBeLessThanOrEqual(12);
      expect(languages.length, country).toBeGreaterThan(0);
      if (typeof hours === 'string') continue;
      for (const time of [hours.from, hours.to])
        expect(time).toMatch(/^(?:[01]\d|2[0-4]):[0-5]\d$/u);
    }
  });
});

describe('the helplines for a fan', () => {
  test.each([
    ['pt-br', ['BR']],
    ['pt-PT', ['PT']],
    ['es_MX', ['MX']],
    ['en-GB', ['GB']],
    ['uk', ['UA']],
    ['ja', ['JP']],
    ['de', ['DE', 'AT', 'CH']],
    ['es', ['MX', 'ES', 'AR']],
    ['ru', ['RU', 'UA']],
    ['zh-hans', []],
    ['tr', []],
    ['de-LU', []],
    [null, []],
    ['constructor', []],
  ])('by %s are those of %j', (code, countries) => {
    expect(countriesFor(code)).toEqual(countries);
  });

  test('speak the language, where no region is known', () => {
    for (const language of [
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'hi',
      'it',
      'ja',
      'nl',
      'pl',
      'pt',
      'ru',
      'uk',
    ]) {
      const lines = helplinesFor(language);
      expect(lines.length, language).toBeGreaterThan(0);
      for (const line of lines) expect(line.languages, line.country).toContain(language);
    }
  });

  test('are three at most, whatever Telegram says the language is', () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(helplinesFor(code).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
