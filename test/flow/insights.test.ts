import { afterEach, beforeEach, expect, test } from 'vitest';
import { setPreference } from '#src/features/preferences/index.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
});

afterEach(async () => {
  const { violations } = fanline.sandbox;
  await fanline[Symbol.asyncDispose]();
  expect(violations).toEqual([]);
});

const dayMs = 86_400_000;
const quarterMs = 900_000;

/** Some weeks of history, as the activity of fans is counted. */
async function fill({ record }: TestTenant): Promise<void> {
  const now = Date.now();
  await fanline.storage.store.transact(record.tenantId, async (tx) => {
    for (const [index, name] of ['Anna', '山田太郎', '<b>Tom</b> & {Co}'].entries()) {
      const { id: fanId } = await tx.db
        .insertInto('fan')
        .values({
          user_id: (5_000_000_000 + index) as never,
          first_name: name,
          last_name: null,
          username: null,
          language_code: null,
          reach_at: null,
          source: index === 0 ? 'instagram' : null,
          first_seen_at: now - 3 * dayMs,
          last_seen_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: threadId } = await tx.db
        .insertInto('thread')
        .values({
          fan_id: fanId,
          line: 'bot',
          chat_id: (5_000_000_000 + index) as never,
          created_at: now - 3 * dayMs,
        } as never)
        .returning('id')
        .executeTakeFirstOrThrow();
      const day = Math.floor(now / dayMs) - 1;
      await tx.db
        .insertInto('fan_day')
        .values({ fan_id: fanId, day, in_count: 9 - index, out_count: 1 })
        .execute();
      await tx.db
        .updateTable('fan_activity')
        .set({ stage: 'active', stage_since: now - dayMs, last_in_at: now, check_at: null })
        .where('fan_id', '=', fanId)
        .execute();
      await tx.db
        .insertInto('response')
        .values({ thread_id: threadId, asked_at: now - dayMs, answered_at: now - dayMs + 720_000 })
        .execute();
    }
    const at = Math.floor((now - dayMs) / quarterMs) * quarterMs;
    await tx.db
      .insertInto('quarter')
      .values([
        { at, direction: 'in', count: 24 },
        { at, direction: 'out', count: 3 },
      ])
      .execute();
  });
}

/** The newest message of the bot's in the creator's chat for which this holds. */
const shown = (tenant: TestTenant, what: string, holds: (message: MessageView) => boolean) =>
  fanline.sandbox.until(what, () =>
    tenant.creator.sees(tenant.bot).findLast((message) => message.from.isBot && holds(message)),
  );

const ask = async (tenant: TestTenant) => {
  tenant.creator.sends(tenant.bot, '/insights');
  return await shown(tenant, 'a picture', ({ kind }) => kind === 'photo');
};

const tap = (tenant: TestTenant, message: MessageView, words: string) =>
  tenant.creator.taps(tenant.bot, message.messageId, words);

test('/insights shows a picture with one sentence, and its buttons lead to the others', async () => {
  await fill(luna);
  const photo = await ask(luna);
  expect(photo.text).toBe('Fans wrote 24 messages.');
  expect(photo.media).toMatchObject({ width: 1080, height: 1080 });
  expect(photo.buttons.map((row) => row.map(({ text }) => text))).toEqual([
    ['• 💬 Messages', '👋 New fans'],
    ['⏱ Response', '🕗 Hours'],
    ['🪜 Stages', '🏆 Top fans'],
    ['🔗 Links', '✍️ Drafts'],
    ['7 days', '• 30 days'],
    ['90 days', '1 year'],
    ['All time', '🌙 Dark'],
  ]);
  for (const [button, sentence] of [
    ['👋 New fans', '3 new fans came.'],
    ['⏱ Response', 'Half of all answers come within 12 min.'],
    ['🕗 Hours', /^Your busiest hour: /],
    ['🪜 Stages', 'The largest group is 💬 Active: 100% of your fans.'],
    ['🏆 Top fans', 'Anna wrote 38% of all messages.\n№ 2: 山田太郎'],
    ['🔗 Links', 'No link brought more new fans than instagram: 33% of all.'],
    ['1 year', 'No link brought more new fans than instagram: 33% of all.'],
    ['All time', 'No link brought more new fans than instagram: 33% of all.'],
  ] as const) {
    tap(luna, photo, button);
    const next = await shown(luna, `${button} in place of it`, ({ messageId, text, buttons }) => {
      const marked = buttons.flat().some((one) => one.text === `• ${button}`);
      return messageId === photo.messageId && marked && text.match(sentence) !== null;
    });
    expect(next.media).toMatchObject({ width: 1080, height: 1080 });
  }
  expect(mars.creator.sees(mars.bot).every(({ kind }) => kind !== 'photo')).toBe(true);
});

test('what nobody did has a sentence in place of an empty picture, and another tenant sees nothing', async () => {
  await fill(luna);
  mars.creator.sends(mars.bot, '/insights');
  const text = await shown(mars, 'a sentence', (message) => message.text.startsWith('No messages'));
  expect(text.text).toBe('No messages in the last 30 days. Try a longer period.');
  tap(mars, text, '🪜 Stages');
  await shown(mars, 'the other sentence', ({ text }) => text.startsWith('Nobody has written yet.'));
});

test('where there is nothing to draw, a picture stays and the tap says so', async () => {
  await fill(luna);
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    tx.db.deleteFrom('response').execute(),
  );
  const photo = await ask(luna);
  const query = tap(luna, photo, '⏱ Response');
  const answer = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(query));
  expect(answer).toMatchObject({ text: 'No answers in the last 30 days.', alert: true });
  expect(luna.creator.sees(luna.bot).findLast(({ kind }) => kind === 'photo')?.text).toBe(
    photo.text,
  );
});

test('a text becomes a picture when a longer period has something to show', async () => {
  await fill(luna);
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    tx.db
      .updateTable('quarter')
      .set((db) => ({ at: db('at', '-', 60 * dayMs) }))
      .execute(),
  );
  luna.creator.sends(luna.bot, '/insights');
  const text = await shown(luna, 'a sentence', (message) => message.text.startsWith('No messages'));
  tap(luna, text, '90 days');
  const photo = await shown(luna, 'a picture', ({ kind }) => kind === 'photo');
  expect(photo).toMatchObject({ messageId: text.messageId, text: 'Fans wrote 24 messages.' });
});

test('all time begins with the first message, however long ago, and every picture can be drawn of it', async () => {
  await fill(luna);
  const tenYears = 3_650 * dayMs;
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    tx.db
      .insertInto('quarter')
      .values({
        at: Math.floor((Date.now() - tenYears) / quarterMs) * quarterMs,
        direction: 'in',
        count: 76,
      })
      .execute(),
  );
  const photo = await ask(luna);
  expect(photo.text).toBe('Fans wrote 24 messages.');
  tap(luna, photo, 'All time');
  for (const [button, sentence] of [
    ['💬 Messages', 'Fans wrote 100 messages.'],
    ['👋 New fans', '3 new fans came.'],
    ['⏱ Response', 'Half of all answers come within 12 min.'],
    ['🕗 Hours', /^Your busiest hour: /],
    // Nobody is new in a stage: of all time everybody is.
    ['🪜 Stages', 'The largest group is 💬 Active: 100% of your fans.'],
    ['🏆 Top fans', 'Anna wrote 38% of all messages.'],
    ['🔗 Links', 'No link brought more new fans than instagram: 33% of all.'],
  ] as const) {
    if (button !== '💬 Messages') tap(luna, photo, button);
    await shown(luna, `${button} of all time`, ({ messageId, text, buttons }) => {
      const marked = buttons.flat().filter((one) => one.text.startsWith('•'));
      return (
        messageId === photo.messageId &&
        marked.map((one) => one.text).join() === `• ${button},• All time` &&
        text.match(sentence) !== null
      );
    });
  }
  const query = tap(luna, photo, '✍️ Drafts');
  const answer = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(query));
  expect(answer.text).toMatch(/^You have used no drafts yet\./);
});

test('the theme and the language of pictures are the creator’s, and the theme is remembered', async () => {
  await fill(luna);
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    setPreference(tx, 'language', 'ru', 'creator', Date.now()),
  );
  const photo = await ask(luna);
  expect(photo.text).toBe('Фанаты написали 24 сообщения.');
  tap(luna, photo, '🌙 Тёмная');
  await shown(luna, 'the other button', ({ buttons }) =>
    buttons.flat().some(({ text }) => text === '☀️ Светлая'),
  );
  const again = await (async () => {
    luna.creator.sends(luna.bot, '/insights');
    return await shown(luna, 'a new picture', ({ messageId, kind }) => {
      return kind === 'photo' && messageId !== photo.messageId;
    });
  })();
  expect(again.buttons.flat().map(({ text }) => text)).toContain('☀️ Светлая');
});

test('a picture that was just drawn is not uploaded again', async () => {
  await fill(luna);
  const photo = await ask(luna);
  luna.creator.sends(luna.bot, '/insights');
  const again = await shown(luna, 'a second', ({ messageId, kind }) => {
    return kind === 'photo' && messageId !== photo.messageId;
  });
  expect(again.media?.fileUniqueId).toBe(photo.media?.fileUniqueId);
  const files = await luna.read((reader) =>
    reader.db.selectFrom('outbox_file').select('id').execute(),
  );
  expect(files).toEqual([]);
});

test('the command and its buttons are for the desk alone, and forged data is out of date', async () => {
  await fill(luna);
  const photo = await ask(luna);
  const fan = fanline.sandbox.createUser({ firstName: 'Eve' });
  fan.start(luna.bot);
  const greeting = await fanline.sandbox.until('the greeting', () =>
    fan.sees(luna.bot).find(({ from }) => from.isBot),
  );
  fan.sends(luna.bot, '/insights');
  const answerTo = (person: typeof fan, messageId: number, data: string) => {
    const query = person.sendsForgedCallback(luna.bot, messageId, data);
    return fanline.sandbox.until('an answer', () => person.answersTo(query));
  };
  expect(await answerTo(fan, greeting.messageId, 'is:hours:30')).toMatchObject({
    text: 'This button is not for you.',
  });
  for (const data of [
    'is:nothing:30',
    'is:hours:31',
    'is:hours:30:blue',
    'is:hours:al',
    'is:hours:0',
    'is:',
  ]) {
    expect(await answerTo(luna.creator, photo.messageId, data)).toMatchObject({
      text: 'This button is out of date.',
    });
  }
  expect(fan.sees(luna.bot).every(({ kind }) => kind !== 'photo')).toBe(true);
});

test('in a forum the picture comes to the topic where it was asked for', async () => {
  await fill(luna);
  const group = fanline.sandbox.createGroup({ title: 'HQ', forum: true, owner: luna.creator });
  group.adds(luna.bot);
  group.promotes(luna.bot, { manageTopics: true });
  luna.creator.sends(group, '/desk');
  await fanline.sandbox.until('the desk', () =>
    luna.creator.seesTexts(group).some((text) => text.startsWith('Your desk is here now')),
  );
  const topic = group.createsTopic(luna.creator, 'Numbers');
  luna.creator.sends(group, { text: '/insights', topic });
  const photo = await fanline.sandbox.until('a picture', () =>
    luna.creator.sees(group).find(({ kind }) => kind === 'photo'),
  );
  expect(photo.topicId).toBe(topic);
});
