import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partialProposal } from './partial-proposal.ts';
import { readProposal } from './read-proposal.ts';

/** Texts with whatever is awkward in JSON, halves of characters among it. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      '\\',
      '\n',
      '\t',
      '\0',
      ' ',
      '🎉',
      'é',
      '\ud83d',
      '\ude00',
      '[FAN_1]',
      '{',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
});

/** Each character as an escape, as some models write all but plain letters. */
const escaped = (json: string) =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const answer = fc
  .record({
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    objects: fc.boolean(),
    spaces: fc.constantFrom(undefined, 2),
    frame: fc.constantFrom(['', ''], ['```json\n', '\n```'], ['Here you are: ', ' Enjoy!']),
    escape: fc.boolean(),
  })
  .map(({ texts, objects, spaces, frame: [before, after], escape }) => {
    const drafts = objects ? texts.map((one) => ({ text: one })) : texts;
    const body = { risk: [], drafts, language: 'en', needsHuman: false };
    const json = JSON.stringify(body, null, spaces);
    return `${before}${escape ? escaped(json) : json}${after}`;
  });

describe('the first text of an answer that is still growing', () => {
  test('is a beginning of what the whole answer says first', () => {
    fc.assert(
      fc.property(answer, fc.double({ min: 0, max: 1, noNaN: true }), (whole, part) => {
        const read = readProposal(whole);
        const first = read.ok ? (read.proposal.texts[0] ?? '') : '';
        const { text: shown } = partialProposal(whole.slice(0, Math.round(whole.length * part)));
        expect(shown.isWellFormed()).toBe(true);
        expect(first.startsWith(shown)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('grows, and at the end it is all of it', () => {
    const whole = '{"risk":[],"drafts":[{"text":"Say \\"hi\\" \\ud83c\\udf89 now"},{"text":"b"}]}';
    const seen = Array.from(whole, (_sign, index) => partialProposal(whole.slice(0, index + 1)));
    for (const [index, { text: shown }] of seen.entries()) {
      expect(shown.startsWith(seen[index - 1]?.text ?? '')).toBe(true);
    }
    expect(new Set(seen.map((one) => one.text))).toContain('Say "hi"');
    expect(seen.find(({ whole: ended }) => ended)).toEqual({
      text: 'Say "hi" 🎉 now',
      whole: true,
    });
  });

  test.each([
    '{"drafts":[{"text":"Come over tonight"}],"risk":["minor"]}',
    '{"risk":["minor"],"drafts":[{"text":"Come over tonight"}]}',
    '{"risk":[],',
  ])('is not seen of %s', (whole) => {
    expect(partialProposal(whole).text).toBe('');
  });

  test('whatever comes, it is some text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          answer.map((whole) => whole.replaceAll('\\', '')),
        ),
        (any) => {
          expect(partialProposal(any).text.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
