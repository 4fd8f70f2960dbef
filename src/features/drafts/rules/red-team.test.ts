import { describe, expect, test } from 'vitest';
import type { FanId, TenantId } from '#src/core/ids.ts';
import { injections } from '#test/support/red-team/injections.ts';
import { otherFan } from '#test/support/red-team/other-fan.ts';
import { plainWish } from '#test/support/plain-wish.ts';
import { buildContext, type Context, contextBudget } from './build-context.ts';
import { checkDraft, type Known } from './check-draft.ts';
import { isInstructionLike } from './instruction-like.ts';
import { maskParts } from './mask-parts.ts';
import { type PartsGiven, promptParts } from './prompt-parts.ts';
import { readProposal } from './read-proposal.ts';

const fanId = 7 as FanId;
const otherId = 8 as FanId;
const of = { tenantId: 't1' as TenantId, fanId };
const delimiter = 'd5f0c2a1';
const creatorTexts = [
  'Warm and short. I am Lena.',
  'A print is 25 €. Shop: shop.lena.example',
  'Thanks for writing',
];

/** What an attacker can fill: a message, a name, what was kept as a fact or in the summary, and an old message. */
const channels = ['message', 'name', 'fact', 'summary', 'example'] as const;
type Channel = (typeof channels)[number];

function build(channel: Channel, text: string): Context {
  const at = (it: Channel, otherwise: string): string => (it === channel ? text : otherwise);
  const given: PartsGiven = {
    persona: ['Warm and short. I am Lena.'],
    faq: [{ question: 'How much is a print?', answer: '25 €. Shop: shop.lena.example' }],
    examples: [{ fanText: at('example', 'love it'), replyText: 'aww thank you' }],
    fanName: null,
    facts: [{ id: 1, fanId, day: '2026-03-01', text: at('fact', 'Has a dog') }],
    summary: { fanId, text: at('summary', 'Likes prints') },
    turns: [
      { fanId, from: 'creator', text: 'Thanks for writing' },
      { fanId, from: 'fan', text: at('message', 'How much is a print?') },
    ],
    wish: plainWish,
  };
  // Telegram gives at most 64 characters of a first name.
  const { parts } = maskParts(given, [Array.from(at('name', 'Mia')).slice(0, 64).join('')]);
  return buildContext(promptParts(of, parts), contextBudget.known, delimiter);
}

/** What of a prompt is not the fan's words: its lines, with the text of the channel taken out. */
function shapeOf(context: Context, channel: Channel): unknown {
  const [system, user, ...more] = context.messages;
  const lines = (user?.content ?? '').split('\n');
  const mark = (lines[0] ?? '').replace('DATA ', '');
  const end = lines.indexOf(`END ${mark}`);
  const data = Object.assign(
    {},
    ...lines.slice(1, end).map((line) => JSON.parse(line) as object),
  ) as {
    turns: { text: string }[];
    facts: { fact: string }[];
    examples: { fan: string }[];
    summary: string;
  };
  if (channel === 'message') (data.turns[1] ?? { text: '' }).text = '';
  if (channel === 'fact') data.facts = [];
  if (channel === 'summary') data.summary = '';
  if (channel === 'example') (data.examples[0] ?? { fan: '' }).fan = '';
  return {
    system,
    more,
    data,
    roles: user?.role,
    marks: lines.filter((it) => it.includes(mark)).length,
    tail: lines.slice(end + 1),
  };
}

const known: Known = {
  language: null,
  lengths: null,
  texts: creatorTexts,
  fanNames: ['Mia'],
  otherNames: [otherFan.name],
  secrets: [delimiter],
  romance: false,
  possibleMinor: false,
};

describe('an injection', () => {
  test('comes in at least 200 kinds and five languages', () => {
    expect(new Set(injections.map(({ text }) => text)).size).toBeGreaterThanOrEqual(200);
    expect(new Set(injections.map(({ language }) => language)).size).toBe(5);
  });

  test.each(channels)('as a %s changes nothing of the prompt but the quoted words', (channel) => {
    const usual = shapeOf(build(channel, 'hello'), channel);
    for (const { name, text } of injections) {
      expect(shapeOf(build(channel, text), channel), name).toEqual(usual);
    }
  });

  test('as a name does not even get into the prompt', () => {
    for (const { text, name } of injections) {
      const all = build('name', text)
        .messages.map(({ content }) => content)
        .join('\n');
      expect(all.includes(text), name).toBe(false);
      expect(all.includes('evil'), name).toBe(false);
    }
  });

  test('brings nothing of another fan into the prompt', () => {
    const canaries = Object.values(otherFan);
    for (const channel of channels) {
      for (const { text, name } of injections) {
        const all = build(channel, text)
          .messages.map(({ content }) => content)
          .join('\n');
        expect(
          canaries.filter((canary) => all.includes(canary)),
          name,
        ).toEqual([]);
      }
    }
    const foreign = { id: 1, fanId: otherId, day: '2026-03-01', text: otherFan.fact };
    expect(() => promptParts(of, { ...emptyParts, facts: [foreign] })).toThrow('another fan');
  });

  test('that a model obeys is found in what it writes', () => {
    for (const { attack, name } of injections) {
      const answer = JSON.stringify({
        drafts: attack.replies.map((text) => ({ text })),
        language: 'en',
        needsHuman: false,
        risk: [],
      });
      const read = readProposal(answer);
      if (!read.ok) throw new Error('not read');
      expect(read.proposal.texts).toHaveLength(3);
      for (const text of read.proposal.texts) {
        const kinds = checkDraft({ text, language: null }, known).map(({ kind }) => kind);
        expect(kinds, `${name}: ${text}`).toContain(attack.problem);
      }
    }
  });

  test('is not kept as a fact', () => {
    const kept = injections.filter(({ text }) => !isInstructionLike(text)).map(({ name }) => name);
    expect(kept).toEqual([]);
  });

  test.each([
    'Has a dog called Rex',
    'Works as a nurse in Porto and likes the night shift',
    'Le gusta la música y vive en Sevilla',
    'Hat im Mai Geburtstag und mag Katzen',
    'Любит кошек, работает врачом',
    'Любить каву, живе у Львові',
    'يحب القهوة ويعيش في دبي',
    '猫が好きで、東京に住んでいる',
    'Always comes to the Friday shows',
    'Asked to be called Tom',
    'Is learning to play the guitar',
  ])('is not seen in a fact such as: %s', (fact) => {
    expect(isInstructionLike(fact)).toBe(false);
  });
});

const emptyParts: PartsGiven = {
  persona: [],
  faq: [],
  examples: [],
  fanName: null,
  facts: [],
  summary: null,
  turns: [],
  wish: {
    language: null,
    today: '2026-11-20',
    change: null,
    problems: [],
    before: [],
    lengths: null,
    romance: false,
  },
};
