import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { displayName, isolated, safeName } from './rules.ts';
import { fanLabels } from './rules-fan-labels.ts';

const nobody = { firstName: '', lastName: null, username: null, userId: 7 as UserId };

describe('a fan’s display name', () => {
  test('is first and last name', () => {
    expect(displayName({ ...nobody, firstName: 'Ana', lastName: 'Ruiz' })).toBe('Ana Ruiz');
  });

  test('falls back to the handle, then to the id', () => {
    expect(displayName({ ...nobody, firstName: '\u200b', username: 'ana' })).toBe('@ana');
    expect(displayName({ ...nobody, firstName: ' ' })).toBe('#7');
  });

  test('written from right to left turns nothing beside it', () => {
    expect(isolated('سامي')).toBe('\u2068سامي\u2069');
    expect(isolated('Ana')).toBe('Ana');
  });

  test('loses characters that turn or hide text', () => {
    expect(safeName('\u202eevil\u202c\u2066 x\u2069\nsecond line')).toBe('evil x second line');
  });

  test('keeps emoji of several parts and other scripts', () => {
    expect(safeName('Мария 👩‍💻 ليلى')).toBe('Мария 👩‍💻 ليلى');
  });

  test('is one short line without lone surrogates, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeName(text);
        expect(name.length).toBeLessThanOrEqual(48);
        expect(name).not.toMatch(/[\n\r\u202e\u2066]/u);
        if (text.isWellFormed()) expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('what fans are called on the buttons of a list', () => {
  const anna = { ...nobody, firstName: 'Anna' };

  test('is the name; those of one name have the handle or the end of their id behind it', () => {
    const fans = [
      { ...anna, username: 'anna_b', userId: 5_012_345_678 as UserId },
      { ...anna, userId: 5_112_349_999 as UserId },
      { ...anna, firstName: 'ANNA', userId: 5_112_359_999 as UserId },
      { ...nobody, firstName: 'Ben', username: 'ben' },
    ];
    expect(fanLabels(fans, 'alike')).toEqual([
      'Anna @anna_b',
      'Anna #…49999',
      'ANNA #…59999',
      'Ben',
    ]);
    expect(fanLabels(fans, 'all').at(-1)).toBe('Ben @ben');
  });

  test('tells two apart who had one handle one after the other, and shows one fan twice as one', () => {
    const one = { ...anna, username: 'anna', userId: 51_111 as UserId };
    const other = { ...anna, username: 'Anna', userId: 52_222 as UserId };
    expect(fanLabels([one, other], 'alike')).toEqual(['Anna #…1111', 'Anna #…2222']);
    expect(fanLabels([one, one], 'alike')).toEqual(['Anna', 'Anna']);
  });

  test('fits a phone and is no other fan’s, however long names and handles are', () => {
    const fan = fc.record({
      firstName: fc.constantFrom('Anna', 'Maximiliane Alexandra Victoria von Hohenstein', 'سامي'),
      lastName: fc.constantFrom(null, 'B', 'Featherstonehaugh-Cholmondeley'),
      username: fc.option(fc.stringMatching(/^[a-z][a-z0-9_]{4,31}$/), { nil: null }),
      userId: fc.integer({ min: 10_000, max: 7_999_999_999 }).map((id) => id as UserId),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(fan, { selector: ({ userId }) => userId, maxLength: 8 }),
        fc.constantFrom('alike' as const, 'all' as const),
        (fans, marks) => {
          const labels = fanLabels(fans, marks);
          expect(new Set(labels).size).toBe(fans.length);
          for (const label of labels)
            expect(label.replace(/[\u2068\u2069]/gu, '').length).toBeLessThanOrEqual(30);
        },
      ),
    );
  });
});
