import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FanId } from '#src/core/ids.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana', lastName: 'Ruiz', username: 'ana_r' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** A fan writes, and the relay has come. */
async function says(fan: SandboxUser, text: string, tenant = luna): Promise<MessageView> {
  fan.sends(tenant.bot, text);
  return await fanline.sandbox.until(`the relay of “${text}”`, () =>
    tenant.creator
      .sees(tenant.bot)
      .findLast((message) => message.from.isBot && message.text.endsWith(`\n${text}`)),
  );
}

/** What the bot says next to a message of the creator's. */
async function answerTo(text: string): Promise<MessageView> {
  const asked = luna.creator.sends(luna.bot, text);
  return await fanline.sandbox.until(`an answer to “${text.slice(0, 40)}”`, () =>
    luna.creator.sees(luna.bot).find(({ from, messageId }) => from.isBot && messageId > asked),
  );
}

async function search(words: string): Promise<MessageView> {
  return await answerTo(`/search ${words}`);
}

/** The words of a message that are bold. */
function boldWords({ text, entities }: MessageView): string[] {
  return (entities ?? [])
    .filter(({ type }) => type === 'bold')
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

describe('/search', () => {
  test.each([
    ['Das schönste Kleid der Welt', 'schonste kle', ['schönste', 'Kleid']],
    ['Когда новая песня? Ещё жду', 'еще пес', ['песня', 'Ещё']],
    ['متى الأغنية الجديدة؟', 'الاغنيه', ['الأغنية']],
    ['明日は東京タワーに行きます', '東京', ['東京']],
    ['我喜欢北京烤鸭', '烤鸭', ['烤鸭']],
  ])(
    'finds in “%s” by “%s” what was just said, with the words in bold',
    async (text, words, bold) => {
      const rex = fanline.sandbox.createUser({ firstName: 'Rex' });
      await says(rex, text, mars);
      await says(ana, text);
      const shown = await search(words);
      const [title, , who, snippet] = shown.text.split('\n');
      expect(title).toBe(`“${words}”, found: 1`);
      expect(who).toMatch(/^Ana Ruiz, \w+ \d+, \d{4}$/);
      expect(snippet).toBe(text);
      expect(boldWords(shown)).toEqual(['Ana Ruiz', ...bold]);
      expect(buttons(shown)).toEqual(['Ana Ruiz']);
      expect(mars.news()).toEqual([`Rex\n${text}`]);
    },
  );

  test('finds names, notes and own answers, too; names and notes first', async () => {
    const relay = await says(ana, 'do you know lavender?');
    luna.creator.sends(luna.bot, { text: 'lavender is lovely', replyTo: relay.messageId });
    await fanline.sandbox.until('the answer', () =>
      ana.seesTexts(luna.bot).includes('lavender is lovely'),
    );
    const laven = fanline.sandbox.createUser({ firstName: 'Laven', lastName: 'Derer' });
    await says(laven, 'hello');
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db
        .insertInto('note')
        .values({
          fan_id: 1 as FanId,
          text: 'Sends lavender\nevery May',
          actor: 'creator',
          author_user_id: null,
          created_at: Date.now(),
          changed_at: null,
        })
        .execute();
    });
    const shown = await search('laven');
    const blocks = shown.text.split('\n\n');
    expect(blocks).toEqual([
      '“laven”, found: 4',
      expect.stringMatching(/^Laven Derer #\d+\nLast seen: /),
      expect.stringMatching(/^Ana Ruiz, .+, note\nSends lavender every May$/),
      expect.stringMatching(/^Ana Ruiz, .+, you\nlavender is lovely$/),
      expect.stringMatching(/^Ana Ruiz, .+\ndo you know lavender\?$/),
    ]);
    expect(buttons(shown)).toEqual(['Laven Derer', 'Ana Ruiz']);
  });

  test('does not find what was edited away or taken back', async () => {
    const first = ana.sends(luna.bot, 'see you in Lisbon');
    const relay = await told('Lisbon');
    ana.edits(luna.bot, first, 'see you in Porto');
    await told('Porto');
    expect((await search('lisbon')).text).toMatch(/^Nothing found for “lisbon”/);
    expect((await search('porto')).text).toContain('found: 1');

    const answer = luna.creator.sends(luna.bot, { text: 'sardines', replyTo: relay.messageId });
    await fanline.sandbox.until('the answer', () => ana.seesTexts(luna.bot).includes('sardines'));
    luna.creator.sends(luna.bot, { text: '/delete', replyTo: answer });
    await told('Taken back');
    expect((await search('sardines')).text).toMatch(/^Nothing found/);
  });

  test('finds a fan by the name of now and by earlier handles, unless somebody else has these', async () => {
    await says(ana, 'hello');
    expect((await search('ana_r')).text).toContain('found: 1');
    ana.renames({ firstName: 'Berta', username: 'berta' });
    await says(ana, 'hello again');
    expect((await search('berta')).text).toMatch(/\n\nBerta Ruiz @berta\n/);
    expect((await search('Ana')).text).toMatch(/^Nothing found/);
    expect((await search('ana_r')).text).toMatch(/\n\nBerta Ruiz @berta\n/);

    const asked = luna.creator.sends(luna.bot, '/fan @Ana_R');
    await told('@Ana_R is @berta now.', asked);
    await told('Berta Ruiz\n@berta', asked);
    const reminded = luna.creator.sends(luna.bot, '/remind @ana_r tomorrow call');
    expect((await told('Berta Ruiz', reminded)).text).toContain('@ana_r is @berta now.');
    const other = fanline.sandbox.createUser({ firstName: 'Carla', username: 'ana_r' });
    await says(other, 'the handle is mine');
    const now = luna.creator.sends(luna.bot, '/fan @ana_r');
    await told('Carla\n@ana_r', now);
    const answers = luna.creator.sees(luna.bot).filter(({ messageId }) => messageId > now);
    expect(answers.some(({ text }) => text.includes('now.'))).toBe(false);
    // Another creator's fans are others.
    const there = mars.creator.sends(mars.bot, '/fan @berta');
    await fanline.sandbox.until('nobody there', () =>
      mars.creator
        .sees(mars.bot)
        .find(({ messageId, text }) => messageId > there && text.startsWith('Nobody is called')),
    );
    const former = await fanline.storage.store.transact(luna.record.tenantId, async ({ db }) => {
      const before = await db.selectFrom('former_handle').select('handle').execute();
      await db.deleteFrom('fan').where('first_name', '=', 'Berta').execute();
      return { before, after: await db.selectFrom('former_handle').select('handle').execute() };
    });
    expect(former).toEqual({ before: [{ handle: 'ana_r' }], after: [] });
  });

  test('tells fans of one name apart on the buttons', async () => {
    const twin = fanline.sandbox.createUser({ firstName: 'Ana', lastName: 'Ruiz' });
    await says(ana, 'plum one');
    await says(twin, 'plum two');
    const end = `${twin.id}`.slice(-4);
    const found = buttons(await search('plum'));
    expect(found.toSorted()).toEqual([`Ana Ruiz #…${end}`, 'Ana Ruiz @ana_r'].toSorted());
    const asked = luna.creator.sends(luna.bot, '/fan ana');
    expect(buttons(await told('Which one?', asked)).toSorted()).toEqual(found.toSorted());
  });

  test('turns the pages in its own message', async () => {
    for (let number = 1; number <= 7; number += 1) await says(ana, `cherry ${number}`);
    const shown = await search('cherry');
    expect(shown.text).toMatch(/^“cherry”, found: 7 \(1\/2\)\n/);
    expect(shown.text).toContain('cherry 7');
    expect(shown.text).not.toContain('cherry 2');
    expect(buttons(shown)).toEqual(['Ana Ruiz', 'More ›']);
    luna.creator.taps(luna.bot, shown.messageId, 'More ›');
    const second = await told('(2/2)');
    expect(second.messageId).toBe(shown.messageId);
    expect(second.text).toContain('cherry 2');
    luna.creator.taps(luna.bot, second.messageId, '‹');
    expect((await told('(1/2)')).messageId).toBe(shown.messageId);
  });

  test('takes whatever is typed for words', async () => {
    await says(ana, 'salt AND pepper');
    expect((await search('AND')).text).toContain('found: 1');
    for (const typed of ['"*', '🙂🙂', '( ) ^ - :', '*'.repeat(3_000)]) {
      expect((await search(typed)).text).toMatch(/^I need letters or digits/);
    }
    const long = 'NEAR('.repeat(800);
    expect((await search(long)).text).toMatch(/^Nothing found for “NEAR\(NEAR\(/);
  });

  test('says which words are found alone when none has them all, and what to try otherwise', async () => {
    await says(ana, 'blue dress');
    expect((await search('blue shoes')).text).toBe(
      'Nothing found for “blue shoes”.\n\nOne by one, these are found: blue',
    );
    expect((await search('shoes')).text).toContain('Try fewer words');
  });

  test('asks what to look for when nothing is said', async () => {
    await says(ana, 'peppermint');
    luna.creator.sends(luna.bot, '/search');
    const question = await told('What are you looking for?');
    luna.creator.sends(luna.bot, { text: 'pepper', replyTo: question.messageId });
    expect((await told('“pepper”')).text).toContain('peppermint');
    expect(ana.seesTexts(luna.bot).join()).not.toContain('pepper,');
  });

  test('is nothing for a fan, nor are its buttons; old ones say so', async () => {
    for (let number = 1; number <= 7; number += 1) await says(ana, `secret ${number}`);
    await search('secret');
    const rex = fanline.sandbox.createUser({ firstName: 'Rex' });
    rex.sends(luna.bot, '/search secret');
    const place = await fanline.sandbox.until('an answer', () =>
      rex.sees(luna.bot).find(({ text }) => text.includes('not for you')),
    );
    const query = rex.sendsForgedCallback(luna.bot, place.messageId, 'se:1:0');
    const answer = await fanline.sandbox.until('an answer', () => rex.answersTo(query));
    expect(answer.text).toBe('This button is not for you.');
    expect(rex.seesTexts(luna.bot).join()).not.toContain('secret 1');

    const shown = await told('“secret”');
    for (const data of ['se:999:0', 'se:x', 'se:1:99999']) {
      const tap = luna.creator.sendsForgedCallback(luna.bot, shown.messageId, data);
      const said = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(tap));
      expect(said.text).toBe('This button is out of date.');
    }
    expect(mars.news()).toEqual([]);
  });

  test('answers in the topic in which it stands, and the fan sees nothing of it', async () => {
    const group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
    group.adds(luna.bot, { admin: true, manageTopics: true });
    luna.creator.sends(group, '/desk');
    await fanline.sandbox.until('the desk', () =>
      luna.creator.sees(group).some(({ text }) => text.startsWith('Your desk is here now')),
    );
    ana.sends(luna.bot, 'orchids');
    const relay = await fanline.sandbox.until('the relay', () =>
      luna.creator.sees(group).find(({ text }) => text === 'orchids'),
    );
    luna.creator.sends(group, { text: '/search orchid', topic: relay.topicId ?? 0 });
    const shown = await fanline.sandbox.until('the answer', () =>
      luna.creator.sees(group).find(({ text }) => text.startsWith('“orchid”')),
    );
    expect(shown.topicId).toBe(relay.topicId);
    expect(ana.seesTexts(luna.bot).join()).not.toContain('orchid”');
  });
});
