import { expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { personaLines } from './persona-lines.ts';

const lines = personaLines({
  tone: 'warm',
  dos: ['thank people'],
  donts: ['swear'],
  languages: ['en', 'de'],
  emoji: { habit: 'few', favourites: ['🌙', '✨'] },
  facts: ['Lives in Porto'],
  prices: [
    { what: 'Print', amount: '12.50', currency: 'EUR' },
    { what: 'Sticker', amount: '50', currency: 'XTR' },
  ],
});

test('a persona is told line by line', () => {
  expect(lines).toEqual([
    'Tone: warm',
    'Do: thank people',
    'Do not: swear',
    'Languages: en, de',
    'Emoji: a few. 🌙 ✨',
    'True: Lives in Porto',
    'Price: Print: 12.50 EUR',
    'Price: Sticker: 50 XTR',
  ]);
});

test('prices of the persona may be named as people write them', () => {
  const known = {
    language: null,
    lengths: null,
    texts: lines,
    fanNames: [],
    otherNames: [],
    secrets: [],
    romance: false,
    possibleMinor: false,
  };
  const text = 'A print is 12,50 € and a sticker 50 ⭐️';
  expect(checkDraft({ text, language: null }, known)).toEqual([]);
});
