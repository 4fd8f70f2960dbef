import { expect, test } from 'vitest';
import type { FanId, UserId } from '#src/core/ids.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { CardFacts } from './card-facts.ts';
import { cardText } from './card-text.ts';

const saidAt = Date.UTC(2026, 11, 24, 12);

function cardWith(given: Partial<CardFacts>, language = 'en'): string {
  return cardText({
    fan: {
      id: 1 as FanId,
      userId: 1 as UserId,
      firstName: 'Ana',
      lastName: null,
      username: null,
      languageCode: null,
      reach: 'open',
      source: null,
      firstSeenAt: saidAt,
      lastSeenAt: saidAt,
    },
    optedOut: false,
    care: new Set(),
    counts: { in: 1, out: 0 },
    waitingSince: null,
    snoozedUntil: null,
    stage: null,
    tags: [],
    fields: [],
    dates: [],
    notes: [],
    noteCount: 0,
    summary: null,
    facts: [],
    factCount: 0,
    followups: [],
    messages: [],
    now: saidAt,
    language,
    timeZone: 'UTC',
    t: createTexts().for(language),
    ...given,
  }).text;
}

const fact = (text: string) => ({ text, saidAt });

test('a card names the newest facts with their dates, and says how many more there are', () => {
  const facts = ['Lives in Lisbon', 'Has a dog called Bruno', 'Likes green tea'].map(fact);
  const text = cardWith({ facts, factCount: 7 });
  expect(text).toContain(
    'Facts\n• Lives in Lisbon (Dec 24, 2026)\n• Has a dog called Bruno (Dec 24, 2026)\n• Likes green tea (Dec 24, 2026)\nand 4 more under “Facts”',
  );
  expect(cardWith({ facts, factCount: 3 })).not.toContain('more under');
  expect(cardWith({})).not.toContain('Facts');
});

test.each(['en', 'de', 'es', 'ru'])(
  'a fact is two lines of a small phone at most, in %s',
  (language) => {
    const facts = Array.from({ length: 3 }, () => fact('Works as a night nurse '.repeat(9)));
    const lines = cardWith({ facts, factCount: 12 }, language)
      .split('\n')
      .filter((line) => line.startsWith('• '));
    expect(lines).toHaveLength(3);
    // Some forty letters stand in a line of 360 px.
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines[0]).toContain('…');
  },
);

test('a fact cannot make lines of its own, or turn the text around', () => {
  const facts = [fact('a\nWaiting since today\u202Eb')];
  const text = cardWith({ facts, factCount: 1 });
  expect(text).toContain('• a Waiting since today b (');
});

test('however much is remembered, a card fits into a message, with its facts', () => {
  const long = 'x'.repeat(4_000);
  const text = cardWith({
    summary: `${'s'.repeat(160)}\n${'s'.repeat(160)}`,
    facts: [long, long, long].map(fact),
    factCount: 12,
    fields: Array.from({ length: 10 }, (_, at) => ({ name: `field ${at}`, value: long })),
    notes: Array.from({ length: 3 }, () => ({ text: long, author: 'Luna', createdAt: saidAt })),
    noteCount: 9,
    followups: Array.from({ length: 3 }, () => ({ text: long, dueAt: saidAt })),
    messages: Array.from({ length: 5 }, () => ({ direction: 'in' as const, text: long })),
  });
  expect(text.length).toBeLessThanOrEqual(4_096);
  expect(text).toContain('and 9 more under “Facts”');
  expect(text).toContain('Last messages');
});
