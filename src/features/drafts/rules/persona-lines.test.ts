import { expect, test } from 'vitest';
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
