import { expect, test } from 'vitest';
import type { FaqEntry, Persona } from '#src/features/persona/index.ts';
import { checkDraft } from '../rules/check-draft.ts';
import { ownTexts } from './read-own.ts';

const faq = [
  {
    id: 1 as FaqEntry['id'],
    question: 'Is it 8 € to Spain?',
    answer: 'It is 9 € to any country.',
  },
];

const persona: Persona = {
  tone: 'dry, and never later than 9 pm',
  dos: ['point people to shop.example.com'],
  donts: [
    'mention the old price of 10 €',
    'send anybody to oldshop.example.com',
    'say that shipping is for free',
  ],
  languages: 'fan',
  emoji: null,
  facts: ['I pack every Monday', 'My studio is www.luna.example'],
  prices: [
    { what: 'Print', amount: '12.50', currency: 'EUR' },
    { what: 'Sticker', amount: '50', currency: 'XTR' },
  ],
};

/** What is wrong with a draft of this persona's creator. */
function wrongWith(text: string): string[] {
  const known = {
    language: null,
    lengths: null,
    texts: ownTexts({ persona, faq, turns: [] }),
    fanNames: [],
    otherNames: [],
    secrets: [],
    romance: false,
    possibleMinor: false,
  };
  return checkDraft({ text, language: null }, known).map(({ kind }) => kind);
}

test.each([
  ['A print is 12,50 € and a sticker 50 ⭐️'],
  ['I pack every Monday!'],
  ['Have a look at www.luna.example'],
  ['Have a look at shop.example.com'],
  ['It is 9 € to Spain'],
])('what is true, what things cost and what is to be said may be named: %s', (text) => {
  expect(wrongWith(text)).toEqual([]);
});

test.each([
  ['It is just 10 €', 'amount'],
  ['It is 8 € to Spain', 'amount'],
  ['Have a look at oldshop.example.com', 'link'],
  ['And shipping is for free!', 'promise'],
  ['I am there at 9 pm', 'time'],
])(
  'what is not to be said, what fans ask, and how drafts should sound is no leave to say it: %s',
  (text, kind) => {
    expect(wrongWith(text)).toContain(kind);
  },
);
