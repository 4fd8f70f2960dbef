import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageEntity } from 'grammy/types';
import {
  checkGreeting,
  fillGreeting,
  maxGreeting,
  namePlaceholder,
} from '#src/features/settings/greeting.ts';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

describe('filling a greeting', () => {
  test('puts the name in each place and moves what follows', () => {
    const greeting = {
      text: 'Hi {first_name}, welcome {first_name}!',
      entities: [bold(3, 12), { type: 'italic' as const, offset: 17, length: 7 }],
    };
    expect(fillGreeting(greeting, 'Bo')).toEqual({
      text: 'Hi Bo, welcome Bo!',
      entities: [bold(3, 2), { type: 'italic', offset: 7, length: 7 }],
    });
  });

  test('formatting around the name grows with it', () => {
    expect(
      fillGreeting({ text: 'A {first_name} B', entities: [bold(0, 16)] }, 'Maximiliana').entities,
    ).toEqual([bold(0, 15)]);
  });

  test('formatting of a part of the placeholder covers the whole name', () => {
    expect(fillGreeting({ text: '{first_name}', entities: [bold(4, 2)] }, 'Ann').entities).toEqual([
      bold(0, 3),
    ]);
  });

  test('a name that is itself a placeholder is not filled again', () => {
    expect(fillGreeting({ text: '{first_name}!' }, '{first_name}').text).toBe('{first_name}!');
  });

  test('formatted words outside the placeholders stay the same words, at any name', () => {
    const words = fc.array(fc.constantFrom('one', 'two😀', namePlaceholder, '🎉', ' '), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }),
        (pieces, name) => {
          const text = pieces.join('');
          const entities: MessageEntity[] = [];
          const expected: string[] = [];
          let offset = 0;
          for (const piece of pieces) {
            if (piece !== namePlaceholder) {
              entities.push(bold(offset, piece.length));
              expected.push(piece);
            }
            offset += piece.length;
          }
          const filled = fillGreeting({ text, entities }, name);
          expect(
            (filled.entities ?? []).map((e) => filled.text.slice(e.offset, e.offset + e.length)),
          ).toEqual(expected);
        },
      ),
    );
  });

  test('a greeting that was accepted never overflows, and no character is cut in half', () => {
    const long = { text: `${'x'.repeat(3000)}${namePlaceholder.repeat(6)}` };
    expect(checkGreeting(long).ok).toBe(true);
    const filled = fillGreeting(long, '😀'.repeat(64)).text;
    expect(filled.length).toBeLessThanOrEqual(maxGreeting);
    expect(filled.isWellFormed()).toBe(true);
  });
});

describe('checking a greeting', () => {
  test('keeps formatting and drops what Telegram finds by itself', () => {
    const link: MessageEntity = {
      type: 'text_link',
      offset: 0,
      length: 2,
      url: 'https://example.org',
    };
    const mention: MessageEntity = { type: 'mention', offset: 3, length: 4 };
    expect(checkGreeting({ text: 'Hi @luna', entities: [link, mention] })).toEqual({
      ok: true,
      greeting: { text: 'Hi @luna', entities: [link] },
    });
  });

  test('refuses nothing and too much', () => {
    expect(checkGreeting({ text: ' \n' })).toEqual({ ok: false, reason: 'empty' });
    expect(checkGreeting({ text: 'x'.repeat(maxGreeting + 1) })).toEqual({
      ok: false,
      reason: 'too-long',
    });
    expect(checkGreeting({ text: namePlaceholder.repeat(60) })).toEqual({
      ok: false,
      reason: 'too-long',
    });
  });
});
