import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { displayName, isolated, safeName } from './rules.ts';

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
