import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import type { Facts, FactsOf, TopFan } from '../insight.ts';
import { makeFormats } from './formats.ts';
import { noticeIn } from './notice.ts';
import { noticeText } from './notice-text.ts';
import { spanOf } from './span.ts';

const texts = createTexts();
const span = spanOf(30, Date.UTC(2026, 5, 5, 17), 'Europe/Berlin');
const say = (facts: Facts, language = 'en') => {
  const notice = noticeIn(facts);
  const formats = makeFormats(language, 'Europe/Berlin');
  return notice && noticeText(notice, span, formats, texts.for(language));
};

const days = (each: number, change: Record<number, number> = {}) =>
  Array.from({ length: 30 }, (_, index) => change[index] ?? each);
const messages = (from: number[], before: number): FactsOf<'messages'> => ({
  picture: 'messages',
  from,
  to: days(0),
  before: { from: before, to: 0 },
});
const fan = (name: string, count: number): TopFan => ({
  id: 1 as TopFan['id'],
  userId: 1 as TopFan['userId'],
  firstName: name,
  lastName: null,
  username: null,
  count,
});

describe('messages', () => {
  test.each([
    [messages(days(4), 60), 'Fans wrote twice as much as in the 30 days before.'],
    [messages(days(4), 30), 'Fans wrote 4 times as much as in the 30 days before.'],
    [messages(days(4), 100), 'Fans wrote 20% more than in the 30 days before.'],
    [messages(days(4), 200), 'Fans wrote 40% less than in the 30 days before.'],
    [messages(days(4, { 28: 40 }), 150), 'Jun 4 was the busiest day: 40 messages.'],
    [messages(days(4), 110), 'Fans wrote 120 messages.'],
    // Too few before to compare with; too few days for one to stand out.
    [messages(days(4), 19), 'Fans wrote 120 messages.'],
    [messages(days(0, { 3: 30 }), 0), 'Fans wrote 30 messages.'],
  ])('%#', (facts, sentence) => {
    expect(say(facts)).toBe(sentence);
  });

  test('there is nothing to notice where nobody wrote', () => {
    expect(say(messages(days(0), 500))).toBeUndefined();
    const { picture, from, before } = messages(days(0), 0);
    expect(say({ picture, from, to: days(1), before })).toBe(
      'Fans wrote nothing here, but you did.',
    );
  });
});

test('response times are compared with those before, where there were enough', () => {
  const answers = (median: number, before: number | null, count = 50): Facts => ({
    picture: 'answers',
    bins: [],
    whole: { count, median: median * 60_000, p90: 1 },
    before: before === null ? null : { count, median: before * 60_000, p90: 1 },
  });
  expect(say(answers(12, 20))).toBe(
    'You answer faster: half of all answers come within 12 min, before it was 20 min.',
  );
  expect(say(answers(90, 20))).toBe(
    'Answers take longer: half come within 1.5 hr, before it was 20 min.',
  );
  expect(say(answers(12, 13))).toBe('Half of all answers come within 12 min.');
  expect(say(answers(12, 60, 3))).toBe('Half of all answers come within 12 min.');
  expect(say(answers(12, 20), 'de')).toMatch(/[^.]\.$/);
});

test('the busiest hour is the fullest cell', () => {
  const grid = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1));
  grid[1] = (grid[1] ?? []).map((count, hour) => (hour === 20 ? 9 : count));
  expect(say({ picture: 'hours', grid })).toBe('Your busiest hour: Tuesday, 20:00.');
  expect(say({ picture: 'hours', grid }, 'ru')).toBe('Самый активный час: вторник, 20:00.');
});

test('stages tell of new VIPs first, then of fans who cool, then of the largest group', () => {
  const stages = (vip: number, cooling: number, enteredCooling: number): Facts => ({
    picture: 'stages',
    stages: [
      { stage: 'vip', count: 5, entered: vip },
      { stage: 'active', count: 20, entered: 1 },
      { stage: 'new', count: 0, entered: 0 },
      { stage: 'cooling', count: cooling, entered: enteredCooling },
      { stage: 'lost', count: 10, entered: 0 },
    ],
  });
  expect(say(stages(1, 9, 2))).toBe('1 fan became VIP in the last 30 days.');
  expect(say(stages(2, 9, 2), 'ru')).toBe('2 фаната стали VIP за последние 30 дней.');
  expect(say(stages(0, 9, 2))).toBe('9 fans are cooling: a word from you may bring them back.');
  expect(say(stages(0, 5, 0))).toBe('The largest group is 💬 Active: 50% of your fans.');
});

test('the fan who writes most is named, also with a hostile name', () => {
  const top = (fans: TopFan[], all: number): Facts => ({ picture: 'top', fans, all });
  expect(say(top([fan('Anna', 50), fan('Ben', 10)], 100))).toBe('Anna wrote 50% of all messages.');
  expect(say(top([fan('Anna', 50), fan('Ben', 40)], 900))).toBe('Anna wrote most: 50 messages.');
  expect(say(top([fan('{ $x }\u202e\n</svg>', 1)], 1))).toBe(
    '{ $x } </svg> wrote most: 1 message.',
  );
});

test('whatever happened, there is at most one line, in every language', () => {
  const counts = fc.array(fc.nat(500), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(
      counts,
      fc.nat(9000),
      fc.constantFrom(...texts.languages),
      (from, before, language) => {
        for (const facts of [
          messages(from, before),
          { picture: 'fans', came: from, before, all: 10_000 } as const,
        ]) {
          const sentence = say(facts, language);
          const none = from.every((count) => count === 0);
          if (none) expect(sentence).toBeUndefined();
          else expect(sentence).toMatch(/^[^\n]+\.$/);
        }
      },
    ),
  );
});

test('of drafts it is told how many were sent', () => {
  const drafts = (sent: number, edited: number, dismissed: number): Facts => ({
    picture: 'drafts',
    bins: [],
    bySource: {
      local: { sent, edited: 0, dismissed, 'by-hand': 0 },
      llm: { sent: 0, edited, dismissed: 0, 'by-hand': 0 },
    },
    changed: null,
    savedMs: 0,
  });
  expect(say(drafts(0, 0, 0))).toBeUndefined();
  expect(say(drafts(0, 0, 1))).toBe('One draft was shown, and it was not sent.');
  expect(say(drafts(1, 0, 0))).toBe('One draft was shown, and you sent it as it was.');
  expect(say(drafts(0, 1, 0))).toBe('One draft was shown, and you sent it with changes.');
  expect(say(drafts(1_000, 200, 300))).toBe(
    'Of 1,500 drafts you sent 1,200, 1,000 of them as they were.',
  );
  expect(say(drafts(20, 0, 1), 'ru')).toBe(
    'Черновиков: 21. Отправлено: 20, из них без правок: 20.',
  );
});
