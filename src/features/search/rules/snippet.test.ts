import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichText } from '#src/telegram/say.ts';
import { snippetOf } from './snippet.ts';
import { termsOf } from './terms-of.ts';

function boldWords({ text, entities }: RichText): string[] {
  return (entities ?? []).map(({ offset, length }) => text.slice(offset, offset + length));
}

describe('a snippet', () => {
  test.each([
    ['The Éclair was good', 'eclair', ['Éclair']],
    ['photography and photos', 'photo', ['photography', 'photos']],
    ['no, not now', 'no', ['no']],
    ['東京都の東京タワー', '東京', ['東京', '東京']],
    ['ｶﾒﾗ!', 'カメラ', ['ｶﾒﾗ']],
    ['Große Straße', 'strasse', ['Straße']],
    ['مُحَمَّد هنا', 'محمد', ['مُحَمَّد']],
    ['🙂 ok 🙂', 'ok', ['ok']],
  ])('of “%s” for “%s” has what was found in bold', (text, typed, bold) => {
    const snippet = snippetOf(text, termsOf(typed));
    expect(snippet.text).toBe(text);
    expect(boldWords(snippet)).toEqual(bold);
  });

  test('of a long text is the part around what was found', () => {
    const text = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`.trim();
    const snippet = snippetOf(text, termsOf('needle'));
    expect(snippet.text).toMatch(/^…(before )+needle( after)+…$/);
    expect(snippet.text.length).toBeLessThanOrEqual(162);
    expect(boldWords(snippet)).toEqual(['needle']);
  });

  test('is its beginning where nothing is found', () => {
    expect(snippetOf('one two', termsOf('three'))).toEqual({ text: 'one two', entities: [] });
  });

  test('never cuts a character, and its bold places lie inside it, whatever the text', () => {
    const unit = fc.constantFrom(...Array.from('ab é\u0301🙂京都 ßﬁİ'), '👩‍💻');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 400 }),
        fc.string({ unit, maxLength: 8 }),
        (text, typed) => {
          const snippet = snippetOf(text, termsOf(typed));
          expect(snippet.text.isWellFormed()).toBe(true);
          expect(snippet.text.length).toBeLessThanOrEqual(164);
          let last = 0;
          for (const { offset, length } of snippet.entities ?? []) {
            expect(offset).toBeGreaterThanOrEqual(last);
            expect(length).toBeGreaterThan(0);
            last = offset + length;
          }
          expect(last).toBeLessThanOrEqual(snippet.text.length);
        },
      ),
    );
  });
});
