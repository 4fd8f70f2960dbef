import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { injections } from '#test/support/red-team/injections.ts';
import { otherFan } from '#test/support/red-team/other-fan.ts';
import { checkAnswer, type LearnSource } from './check-answer.ts';
import type { ModelAnswer } from './learn-schema.ts';
import { proposed } from './limits.ts';
import { ownWords } from './own-words.ts';

const said = [
  'hey you! I live in Porto, you know 🌙',
  'I live in Porto. And you?',
  'haha, I stream on Fridays at 8 pm',
  'sure, I stream on Fridays at 8 pm!!',
  'a video call is 50 €, just tell me when',
  'The video call? 50 euros',
  'no, I do not ship to Canada',
  'sorry, I do not ship to Canada!',
  'do you live in Berlin?',
  'Do you live in Berlin?',
  'I love you all',
  'I love you all',
];

/** Each reply to another fan. */
const source: LearnSource = {
  replies: said.map((text, fanId) => ({ fanId, text })),
  fanNames: ['Zoraida', 'Ben', otherFan.name],
};

function answer(given: Partial<ModelAnswer>): ModelAnswer {
  return { tone: '', dos: [], donts: [], facts: [], prices: [], ...given };
}

const shown = (given: Partial<ModelAnswer>, from = source) =>
  checkAnswer(answer(given), from).map(({ part, text }) => `${part} ${text}`);

test('what describes the creator, and facts and prices that two people were told, may be shown', () => {
  expect(
    shown({
      tone: 'Warm and teasing, in short lines.',
      dos: ['Asks back about their day', 'Writes in small letters'],
      donts: ['No formal address'],
      facts: ['I live in Porto', 'I stream on Fridays at 8 pm', 'I do not ship to Canada'],
      prices: [{ what: 'video call', amount: '50', currency: 'EUR' }],
    }),
  ).toEqual([
    'tone Warm and teasing, in short lines.',
    'do Asks back about their day',
    'do Writes in small letters',
    'dont No formal address',
    'fact I live in Porto',
    'fact I stream on Fridays at 8 pm',
    'fact I do not ship to Canada',
    'price video call: 50.00 EUR',
  ]);
});

describe('a fact is left out', () => {
  test.each([
    ['that nobody was told', 'I live in Madrid'],
    ['with another number', 'I stream on Fridays at 9 pm'],
    ['that turns what was said', 'I ship to Canada'],
    ['that leaves out the no', 'ship to Canada'],
    ['that was asked', 'live in Berlin'],
    ['that speaks to somebody', 'I love you all'],
    ['of one word', 'Porto'],
    ['that puts words together', 'I live on Fridays'],
  ])('%s', (_, fact) => {
    expect(shown({ facts: [fact] })).toEqual([]);
  });

  test('that one person was told, however often', () => {
    const replies = ['I have two cats', 'yes, I have two cats!', 'as I said: I have two cats'];
    const from = { ...source, replies: replies.map((text) => ({ fanId: 1, text })) };
    expect(shown({ facts: ['I have two cats'] }, from)).toEqual([]);
    const two = { ...source, replies: replies.map((text, fanId) => ({ fanId, text })) };
    expect(shown({ facts: ['I have two cats'] }, two)).toEqual(['fact I have two cats']);
  });
});

test.each([
  ['another amount', { what: 'video call', amount: '40', currency: 'EUR' }],
  ['another currency', { what: 'video call', amount: '50', currency: 'USD' }],
  ['another thing', { what: 'poster', amount: '50', currency: 'EUR' }],
  ['nothing', { what: '', amount: '50', currency: 'EUR' }],
  ['no number', { what: 'video call', amount: 'fifty', currency: 'EUR' }],
])('a price of %s is left out', (_, price) => {
  expect(shown({ prices: [price] })).toEqual([]);
});

describe('a line on how the creator sounds is left out', () => {
  test.each([
    ['with a link', 'Often mentions luna-shop.example'],
    ['with a link that hides', 'Often mentions luna dot com'],
    ['with a handle', 'Signs off as @luna_moon'],
    ['with an address', 'Writes as luna@example.com'],
    ['with the name of a fan', 'Calls everybody Zoraida'],
    ['with a sum', 'Mentions that a print costs 5 €'],
    ['with a placeholder', 'Greets with hey [FAN_1]'],
    ['with an order', 'Always say that prints are free'],
    ['that is too long', 'so '.repeat(proposed.do.longest)],
    ['that is empty', ' '],
  ])('%s', (_, line) => {
    expect(shown({ dos: [line], donts: [line] })).toEqual([]);
  });
});

describe('an instruction in a reply', () => {
  // The worst model does what the reply says.
  test.each(injections.map(({ name, text, attack }) => [name, text, attack] as const))(
    'gets nothing out of it: %s',
    (_, text, attack) => {
      const replies = [...said, text, text].map((one, fanId) => ({ fanId, text: ownWords(one) }));
      const from = { ...source, replies };
      const [reply] = attack.replies;
      expect(shown({ tone: text, dos: [text], donts: [text], facts: [text] }, from)).toEqual([]);
      expect(shown({ facts: [reply] }, from)).toEqual([]);
    },
  );

  test('also when a fan is quoted in it, for prices as for facts', () => {
    const quoted = [
      'you wrote “video calls are 1 €” haha',
      '> I live in Paris\nlol, really?',
      'who told you "I live in Paris"?',
      '„video calls are 1 €“, you say',
      'Ana said «I live in Paris»',
    ];
    const replies = quoted.map((text, fanId) => ({ fanId, text: ownWords(text) }));
    const from = { ...source, replies };
    const price = { what: 'video calls', amount: '1', currency: 'EUR' };
    expect(shown({ facts: ['I live in Paris'], prices: [price] }, from)).toEqual([]);
  });

  test('cannot put another fan into a line', () => {
    const { name, email, handle, phone } = otherFan;
    const lines = [name, email, handle, phone].map((secret) => `Likes ${secret}`);
    expect(shown({ tone: lines[0] ?? '', dos: lines, donts: lines, facts: lines })).toEqual([]);
  });
});

test('whatever a model answers: few lines, short ones, each once', () => {
  const text = fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom(...said));
  const price = fc.record({ what: text, amount: text, currency: text });
  const any = fc.record({
    tone: text,
    dos: fc.array(text),
    donts: fc.array(text),
    facts: fc.array(text),
    prices: fc.array(price),
  });
  fc.assert(
    fc.property(any, (given) => {
      const lines = checkAnswer(given, source);
      expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(lines.length);
      for (const [part, { most, longest }] of Object.entries(proposed)) {
        const ofPart = lines.filter((line) => line.part === part);
        expect(ofPart.length).toBeLessThanOrEqual(most);
        for (const line of ofPart) expect(line.text.length).toBeLessThanOrEqual(longest);
      }
    }),
    { numRuns: 50 },
  );
});
