import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '#scripts/demo/history/fill-demo.ts';
import { type PlannedFan, planHistory } from '#scripts/demo/history/plan-history.ts';
import { demoHistory } from '#scripts/demo/history/seed-history.ts';
import type { MessageView, People } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let came: number;

const fill = (tenant: TestTenant, size?: typeof demoHistory) =>
  fillDemo(
    fanline.storage,
    {
      sandbox: fanline.sandbox,
      bot: tenant.bot,
      creator: tenant.creator,
      slug: tenant.record.slug,
    },
    size,
  );

beforeAll(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  came = await fill(luna);
}, 60_000);

afterAll(async () => {
  const { violations } = fanline.sandbox;
  await fanline[Symbol.asyncDispose]();
  expect(violations).toEqual([]);
});

/** What the bot answers to something that the creator sends. Reminders fall due by themselves and may come before it. */
async function answerTo(text: string, like: RegExp, { creator, bot } = luna): Promise<MessageView> {
  const asked = creator.sends(bot, text);
  return await fanline.sandbox.until(`an answer to ${text}`, () =>
    creator
      .sees(bot)
      .find(
        (message) => message.from.isBot && message.messageId > asked && like.test(message.text),
      ),
  );
}

async function people(): Promise<string[]> {
  const response = await fetch(`${fanline.sandbox.url}/sandbox/people`);
  return ((await response.json()) as People).users.map(({ name }) => name);
}

/** How many rows there are of what a history is made of. */
const counts = (tenant: TestTenant) =>
  tenant.read(async (reader) => {
    const tables = ['fan', 'message', 'note', 'fan_tag', 'followup', 'response', 'outbox'] as const;
    const rows = await Promise.all(
      tables.map(async (table) => {
        const { count } = await reader.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        return [table, count] as const;
      }),
    );
    return Object.fromEntries(rows) as Record<(typeof tables)[number], number>;
  });

describe('the demo’s history', () => {
  test('brings a few hundred fans, and nobody is told', async () => {
    expect(came).toBeGreaterThan(250);
    const { fan, message, ...rest } = await counts(luna);
    expect(fan).toBe(came);
    expect(message).toBeGreaterThan(5_000);
    expect(Object.values({ ...rest, outbox: 1 }).every((count) => count > 0)).toBe(true);
    expect(await people()).toEqual(['luna owner', 'mars owner']);
    const fans = new Set(
      await luna.read(async (reader) =>
        (await reader.db.selectFrom('fan').select('user_id').execute()).map(({ user_id }) =>
          Number(user_id),
        ),
      ),
    );
    const toFans = fanline.sandbox.calls.filter(({ params }) =>
      fans.has(Number(params['chat_id'])),
    );
    expect(toFans).toEqual([]);
  });

  test('fills the inbox, the search in every script, and a card', async () => {
    await answerTo('/inbox', /^Waiting: 1\d/);
    for (const words of ['concert', 'концерт', 'حفلة', 'コンサート', 'lanterns']) {
      luna.creator.sends(luna.bot, `/search ${words}`);
      const found = await fanline.sandbox.until(`what ${words} finds`, () =>
        luna.creator.sees(luna.bot).findLast(({ text }) => text.startsWith(`“${words}”`)),
      );
      expect([words, found.buttons.flat().length > 2]).toEqual([words, true]);
    }
    const card = await answerTo('/fan Juniper', /Juniper/);
    for (const fact of ['VIP', 'Thistledown', 'City', 'Birthday', 'Notes', 'Follow-ups']) {
      expect(card.text).toContain(fact);
    }
  });

  test('has a persona, and replies from which more of it is learned', async () => {
    luna.creator.sends(luna.bot, '/persona');
    const card = await fanline.sandbox.until('the persona', () =>
      luna.creator.sees(luna.bot).findLast(({ text }) => text.includes('Warm and short')),
    );
    for (const words of ['Poster, signed: 25.00 EUR', 'FAQ: 4 questions']) {
      expect(card.text).toContain(words);
    }
    luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
    const learnt = await fanline.sandbox.until('what was learned', () =>
      luna.creator
        .sees(luna.bot)
        .find(
          ({ messageId, text }) =>
            messageId === card.messageId && text.startsWith('From your last'),
        ),
    );
    expect(learnt.text).toContain('Most replies have');
  });

  test('shows in every picture', async () => {
    const { creator, bot } = luna;
    const picture = (button: string) =>
      fanline.sandbox.until(`the picture ${button}`, () =>
        creator
          .sees(bot)
          .findLast(
            ({ kind, buttons }) =>
              kind === 'photo' && buttons.flat().some(({ text }) => text.startsWith(`• ${button}`)),
          ),
      );
    creator.sends(bot, '/insights');
    const { messageId, text } = await picture('💬');
    expect(text).toMatch(/^Fans wrote/u);
    for (const button of ['👋', '⏱', '🕗', '🪜', '🏆', '🔗', '✍️']) {
      const below = (await picture('')).buttons.flat().map(({ text }) => text);
      creator.taps(bot, messageId, below.find((text) => text.startsWith(button)) ?? '');
      expect((await picture(button)).messageId).toBe(messageId);
    }
  });

  test('has fans whom an answer reaches', async () => {
    const card = await answerTo('/fan Juniper', /Juniper/);
    luna.creator.sends(luna.bot, { text: 'See you in spring!', replyTo: card.messageId });
    await fanline.sandbox.until('the fan has the answer', () =>
      luna.creator
        .sees(luna.bot)
        .some(({ reactions }) => reactions.some(({ emoji }) => emoji === '🕊')),
    );
    expect(await people()).toContain('Juniper Thistledown');
  });

  test('comes once, also when the program starts again, and to one creator only', async () => {
    const before = await counts(luna);
    await fanline.restart();
    expect(await fill(luna)).toBe(0);
    const { fan, message } = await counts(luna);
    expect([fan, message]).toEqual([before.fan, before.message]);
    expect((await counts(mars)).fan).toBe(0);
    await answerTo('/inbox', /Nobody/, mars);
  });

  test('is there as a whole or not at all', async () => {
    const { sandbox } = fanline;
    let joined = 0;
    const dying = {
      createUser(input?: Parameters<typeof sandbox.createUser>[0]) {
        joined += 1;
        if (joined > 10) throw new Error('the demo dies');
        return sandbox.createUser(input);
      },
    };
    const stage = { bot: mars.bot, creator: mars.creator, slug: mars.record.slug };
    const size = { fans: 40, days: 90, seed: 3 };
    await expect(fillDemo(fanline.storage, { ...stage, sandbox: dying }, size)).rejects.toThrow(
      'the demo dies',
    );
    expect((await counts(mars)).fan).toBe(0);
    expect(await fillDemo(fanline.storage, { ...stage, sandbox }, size)).toBeGreaterThan(30);
  });
});

describe('a planned history', () => {
  const now = Date.UTC(2026, 10, 21, 14, 30);
  const planned = planHistory({ ...demoHistory, now });

  test('is the same for the same plan', () => {
    const told = (fans: readonly PlannedFan[]) =>
      fans.map(({ person, talk, facts }) => [person.firstName, talk, facts]);
    expect(told(planHistory({ ...demoHistory, now }))).toEqual(told(planned));
    expect(told(planHistory({ ...demoHistory, now, seed: 4 }))).not.toEqual(told(planned));
  });

  test('never reaches into the future, and every question but those that wait has its answer', () => {
    for (const { talk } of planned) {
      expect(talk[0]?.direction).toBe('in');
      expect(talk.at(-1)?.sentAt).toBeLessThan(now);
      expect(talk.map(({ sentAt }) => sentAt)).toEqual(
        talk.map(({ sentAt }) => sentAt).toSorted((a, b) => a - b),
      );
      expect(talk.filter(({ text }) => text === '' || /[{}]/u.test(text))).toEqual([]);
    }
    expect(planned.filter(({ talk }) => talk.at(-1)?.direction === 'in')).toHaveLength(15);
  });
});

test('the past answers are there from which drafts are made', async () => {
  await fanline.sandbox.until('the readers have read it all', async () => {
    const { count } = await luna.read((reader) =>
      reader.db
        .selectFrom('past_answer')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    );
    return count > 100;
  });
});
