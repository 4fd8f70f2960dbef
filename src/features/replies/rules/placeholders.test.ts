import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FanId, UserId } from '#src/core/ids.ts';
import type { Fan } from '#src/features/fans/index.ts';
import { fillPlaceholders, unknownPlaceholders } from './placeholders.ts';

const ana: Fan = {
  id: 1 as FanId,
  userId: 10 as UserId,
  firstName: 'Ana',
  lastName: null,
  username: 'ana_b',
  languageCode: 'en',
  reach: 'open',
  source: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
};

describe('placeholders', () => {
  test('become the fan’s facts, and formatting stays where it was', () => {
    const filled = fillPlaceholders(
      {
        text: 'Hi {first_name}, bye',
        entities: [
          { type: 'bold', offset: 3, length: 12 },
          { type: 'italic', offset: 17, length: 3 },
        ],
      },
      ana,
    );
    expect(filled.text).toBe('Hi Ana, bye');
    expect(filled.entities).toEqual([
      { type: 'bold', offset: 3, length: 3 },
      { type: 'italic', offset: 8, length: 3 },
    ]);
  });

  test('that nobody knows stay as they are and are named', () => {
    expect(fillPlaceholders({ text: '{x} {name}' }, ana).text).toBe('{x} Ana');
    expect(unknownPlaceholders('{x} {name} {x}')).toEqual(['x']);
  });

  test('a name cannot bring a placeholder or formatting of its own', () => {
    const sly = { ...ana, firstName: '{last_name}', lastName: 'B' };
    expect(fillPlaceholders({ text: '{first_name}' }, sly).text).toBe('{last_name}');
  });

  test('text without any comes back unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('{')),
        (text) => {
          expect(fillPlaceholders({ text }, ana).text).toBe(text);
        },
      ),
    );
  });
});
