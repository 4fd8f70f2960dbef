import { describe, expect, test } from 'vitest';
import type { Known } from './check-draft.ts';
import { maskText } from './mask-text.ts';
import { shownBeginning } from './shown-beginning.ts';

const known: Known = {
  language: null,
  lengths: null,
  texts: ['The print is 25 €, see luna.example/shop'],
  fanNames: ['Ana'],
  otherNames: ['Bernadette'],
  secrets: ['5ec4e7de11'],
  romance: false,
  possibleMinor: false,
};
const { restore } = maskText(['Ana here, ana.l@example.com'], ['Ana']);

/** All that is seen while an answer with this first draft grows, one sign at a time. */
function seenOf(draft: string): string[] {
  const whole = JSON.stringify({ risk: [], drafts: [{ text: draft }, { text: 'other' }] });
  const all = Array.from(whole, (_sign, index) =>
    shownBeginning(whole.slice(0, index + 1), { restore, known }),
  );
  return [...new Set(all)];
}

describe('what is seen of a draft while it is written', () => {
  test('grows by whole words', () => {
    expect(seenOf('Hello you there')).toEqual(['', 'Hello', 'Hello you', 'Hello you there']);
    expect(seenOf('こんにちは')).toContain('こんに');
  });

  test('has no half of a placeholder, and none at all that was made', () => {
    const seen = seenOf('Hey [FAN_1] and more');
    expect(seen).toEqual(['', 'Hey', 'Hey Ana', 'Hey Ana and', 'Hey Ana and more']);
  });

  test.each([
    ['a link', 'Look at https://buy-it.example/now please'],
    ['a handle', 'Write to @somebody_else today'],
    ['another fan’s name', 'Just as Bernadette said today'],
    ['a price that is not known', 'It costs 99 € today'],
    ['a sum before its currency', 'For you that is 99 € and that is all'],
    ['a sum that is long in coming', 'For you that is 99 thousand US dollars today, my dear'],
    ['a sum in words', 'For you that is ninety euros today, my dear'],
    ['a time of day', 'We will be there at 9 pm as you said'],
    ['a sum without spaces', 'それは99 万円です。どうですか'],
    ['the prompt’s delimiter', 'Between 5ec4e7de11 and more'],
    ['a placeholder that was not made', 'Call [PHONE_9] today'],
    ['a claim to be a machine', 'As an AI language model I think so'],
  ])('with %s it is nothing again', (_what, draft) => {
    const seen = seenOf(draft);
    const bad = /buy-it|somebody|Bern|99|ninety|\b9\b|5ec4|PHONE|AI language/;
    expect(seen.join('\n')).not.toMatch(bad);
    expect(shownBeginning(JSON.stringify({ risk: [], drafts: [draft] }), { restore, known })).toBe(
      '',
    );
  });

  test('a number is seen with the words behind it', () => {
    expect(seenOf('I have 3 cats and no dogs').join('|')).not.toMatch(/3(?! cats and no)/u);
    expect(seenOf('I have 3 cats and no dogs').at(-1)).toBe('I have 3 cats and no dogs');
  });

  test('what the creator says themself may be seen', () => {
    expect(seenOf('It is 25 € at luna.example/shop now').at(-1)).toContain('25 €');
  });
});
