import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '#src/core/clock.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { fastClock } from '#test/support/crash/fast-clock.ts';
import type { SandboxGroup, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { startFanline } from '#test/support/start-fanline.ts';
import type { Fanline, TestTenant } from '#test/support/start-fanline.ts';

// Cards are written again seconds after what they show: five times as fast here.
let clock: Clock;
let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let group: SandboxGroup;
let ana: SandboxUser;

beforeEach(async () => {
  clock = fastClock(5);
  fanline = await startFanline({ clock, ownTime: true });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana', username: 'ana' });
  group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

async function moveToForum(): Promise<void> {
  group.adds(luna.bot, { admin: true, manageTopics: true });
  luna.creator.sends(group, '/desk');
  await inGroup('the desk', (message) => message.text.startsWith('Your desk is here now'));
}

async function inGroup(what: string, check: (message: MessageView) => boolean) {
  return await seen(what, () => luna.creator.sees(group), check);
}

async function inPrivate(what: string, check: (message: MessageView) => boolean) {
  return await seen(what, () => luna.creator.sees(luna.bot), check);
}

async function atFan(what: string, check: (message: MessageView) => boolean) {
  return await seen(what, () => ana.sees(luna.bot), check);
}

async function isPinned({ messageId }: MessageView): Promise<void> {
  await fanline.sandbox.until('the pin', () =>
    luna.creator
      .screen()
      .chats.find((chat) => chat.chatId === group.id)
      ?.pinned.includes(messageId),
  );
}

async function seen(
  what: string,
  messages: () => MessageView[],
  check: (message: MessageView) => boolean,
): Promise<MessageView> {
  return await fanline.sandbox.until(what, () =>
    messages().find((message) => message.from.isBot && check(message)),
  );
}

describe('a forum desk', () => {
  test('has a topic for each fan with a pinned card; writing in it answers the fan', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'hello');
    const relay = await inGroup('the relay', (message) => message.text === 'hello');
    expect(group.topics.map((topic) => topic.name)).toContain('Ana');
    const card = await inGroup('the card', (message) => message.text.startsWith('Ana\n@ana'));
    expect(card.topicId).toBe(relay.topicId);
    await isPinned(card);

    const topic = relay.topicId ?? 0;
    luna.creator.sends(group, { text: 'hi Ana', topic });
    const answer = await atFan('the answer', (message) => message.text === 'hi Ana');
    expect(answer.replyTo).toBeUndefined();
    luna.creator.sends(group, { text: 'about hello', topic, replyTo: relay.messageId });
    const quoting = await atFan('the quote', (message) => message.text === 'about hello');
    const menu = await fanline.sandbox.until('the menu of commands', () => {
      const here = luna.creator.screen().chats.find((chat) => chat.chatId === group.id);
      return here && here.commands.length > 0 && here.commands.map(({ command }) => command);
    });
    expect(menu).toContain('inbox');
    expect(menu).not.toContain('settings');
    expect(quoting.replyTo?.snippet).toBe('hello');
  });

  test('shows on the pinned card what became of a tag, and that the creator is done', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'hello');
    const relay = await inGroup('the relay', (message) => message.text === 'hello');
    const topic = relay.topicId ?? 0;
    const card = await inGroup('the card', (message) => message.text.startsWith('Ana\n@ana'));
    await isPinned(card);
    const cardSays = async (words: string) =>
      await inGroup(
        `the card with ${words}`,
        ({ messageId, text }) => messageId === card.messageId && text.includes(words),
      );
    luna.creator.sends(group, { text: '/tag vip, paris', topic });
    await cardSays('🟠 paris');
    luna.creator.sends(group, { text: '/tags', topic });
    const tags = await inGroup('the tags', ({ text }) => text.startsWith('Your tags'));
    const tap = async (button: string) => {
      await inGroup(
        `the button ${button}`,
        ({ messageId, buttons }) =>
          messageId === tags.messageId && buttons.flat().some(({ text }) => text === button),
      );
      luna.creator.taps(group, tags.messageId, button);
    };
    for (const button of ['🟠 paris (1)', 'Colour', '💎']) await tap(button);
    await cardSays('💎 paris');
    for (const button of ['Merge', '🔴 vip', 'Yes, merge', 'Delete', 'Yes, delete'])
      await tap(button);
    const untagged = await inGroup(
      'the card without tags',
      ({ messageId, text }) => messageId === card.messageId && !/vip|paris/u.test(text),
    );
    expect(untagged.text).toContain('Waiting');
    luna.creator.taps(group, card.messageId, 'Done');
    await inGroup(
      'the card of a fan who does not wait',
      ({ messageId, text }) => messageId === card.messageId && !text.includes('Waiting'),
    );
  }, 60_000);

  test('leads from one fan’s topic to the next fan’s own, never to a card in the wrong topic', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'hello');
    const relay = await inGroup('the relay', (message) => message.text === 'hello');
    const card = await inGroup('the card', (message) => message.text.startsWith('Ana\n@ana'));
    const ben = fanline.sandbox.createUser({ firstName: 'Ben' });
    ben.sends(luna.bot, 'and me');
    const other = await inGroup('Ben’s relay', (message) => message.text === 'and me');
    expect(other.topicId).not.toBe(relay.topicId);
    luna.creator.taps(group, card.messageId, 'Next');
    const led = await inGroup('the way to Ben', ({ text }) => text.startsWith('Ben has a topic'));
    expect(led.topicId).toBe(relay.topicId);
    const chat = `${group.id}`.replace('-100', '');
    expect(led.buttons).toEqual([
      [{ text: 'Ben ›', url: `https://t.me/c/${chat}/${other.topicId}/${other.messageId}` }],
      [{ text: 'Card in General', data: expect.any(String) }],
    ]);
    // His topic may have been deleted at Telegram: the other button brings his card to General, where an answer reaches him.
    group.deletesTopic(other.topicId ?? 0);
    luna.creator.taps(group, led.messageId, 'Card in General');
    const general = await inGroup(
      'Ben’s card in General',
      ({ text, topicId }) => text.startsWith('Ben\n') && topicId === 0,
    );
    luna.creator.sends(group, { text: 'hi Ben', replyTo: general.messageId });
    await fanline.sandbox.until('the answer', () => ben.seesTexts(luna.bot).includes('hi Ben'));
    // In the topic that is made anew the link leads to what stands there, not to what the creator said in General.
    ben.sends(luna.bot, 'still me');
    const anew = await inGroup('Ben’s new topic', (message) => message.text === 'still me');
    luna.creator.sends(group, { text: 'once more', replyTo: general.messageId });
    await fanline.sandbox.until('the answer', () => ben.seesTexts(luna.bot).includes('once more'));
    const asked = luna.creator.sends(group, { text: '/fan Ben', topic: relay.topicId ?? 0 });
    const again = await inGroup(
      'the way to Ben’s new topic',
      ({ messageId, text }) => messageId > asked && text.startsWith('Ben has a topic'),
    );
    expect(again.buttons[0]).toMatchObject([
      { url: `https://t.me/c/${chat}/${anew.topicId}/${anew.messageId}` },
    ]);

    // A fan who only pressed Start has no topic: the card is shown in General.
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo' });
    cleo.start(luna.bot);
    await fanline.sandbox.until('Cleo is greeted', () => cleo.seesTexts(luna.bot).length > 0);
    luna.creator.sends(group, { text: '/fan Cleo', topic: relay.topicId ?? 0 });
    const away = await inGroup('the way to Cleo', ({ text }) => text.includes('in General'));
    expect(away.topicId).toBe(relay.topicId);
    const shown = await inGroup('Cleo’s card', (message) => message.text.startsWith('Cleo\n'));
    expect(shown.topicId).toBe(0);
    const inTopic = luna.creator.sees(group).filter(({ topicId }) => topicId === relay.topicId);
    expect(inTopic.filter(({ text }) => /^(?:Ben|Cleo)\n/u.test(text))).toEqual([]);
  });

  test('brings a pinned card up to date later when Telegram slows the desk down', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'hello');
    const relay = await inGroup('the relay', (message) => message.text === 'hello');
    const card = await inGroup('the card', (message) => message.text.startsWith('Ana\n@ana'));
    await isPinned(card);
    const inFile = async <T>(work: (tx: Tx) => Promise<T>) =>
      await fanline.storage.store.transact(luna.record.tenantId, work);
    await inFile(async (tx) => {
      const { id } = await tx.db
        .selectFrom('desk')
        .select('id')
        .where('active', '=', 1)
        .executeTakeFirstOrThrow();
      const held = clock.now() + 300_000;
      await tx.db
        .insertInto('desk_pressure')
        .values({ desk_id: id, spacing_ms: 1, paused_until: 0, held_until: held })
        .execute();
    });
    luna.creator.sends(group, { text: '/tag vip', topic: relay.topicId ?? 0 });
    await expect
      .poll(() => inFile((tx) => tx.db.selectFrom('desk_topic').select('card_stale').execute()), {
        timeout: 10_000,
      })
      .toEqual([{ card_stale: 1 }]);
    expect(
      luna.creator.sees(group).find(({ messageId }) => messageId === card.messageId)?.text,
    ).not.toContain('vip');
    await inFile(async (tx) => {
      await tx.db.deleteFrom('desk_pressure').execute();
      const now = clock.now();
      await schedule(tx, { kind: 'refresh-stale-cards', key: '', dueAt: now }, now);
    });
    await inGroup(
      'the card with the tag',
      ({ messageId, text }) => messageId === card.messageId && text.includes('vip'),
    );
  }, 30_000);

  test('carries edits, reactions and /delete', async () => {
    await moveToForum();
    const sent = ana.sends(luna.bot, 'helo');
    const relay = await inGroup('the relay', (message) => message.text === 'helo');
    ana.edits(luna.bot, sent, 'hello');
    await inGroup('the edit', (message) => message.text === 'hello');
    const topic = relay.topicId ?? 0;
    const answer = luna.creator.sends(group, { text: 'oops', topic });
    const arrived = await atFan('the answer', (message) => message.text === 'oops');
    ana.reacts(luna.bot, arrived.messageId, '👍');
    await fanline.sandbox.until('the thumb', () =>
      luna.creator
        .sees(group)
        .find((message) => message.messageId === answer)
        ?.reactions.some((reaction) => reaction.emoji === '👍'),
    );
    luna.creator.sends(group, { text: '/delete', topic, replyTo: answer });
    await inGroup('the word', (message) => message.text.startsWith('Taken back'));
    expect(ana.seesTexts(luna.bot)).not.toContain('oops');
  });

  test('makes a lost topic anew and loses no message', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'one');
    const relay = await inGroup('the relay', (message) => message.text === 'one');
    group.deletesTopic(relay.topicId ?? 0);
    ana.sends(luna.bot, 'two');
    const second = await inGroup('the second', (message) => message.text === 'two');
    expect(second.topicId).not.toBe(relay.topicId);
  });

  test('takes along what waits when it is opened, and gives its topics back on return', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'one');
    const relay = await inGroup('the relay', (message) => message.text === 'one');
    luna.creator.sends(luna.bot, '/desk');
    await inPrivate('the private desk', (message) => message.text.startsWith('Your desk is here'));
    ana.sends(luna.bot, 'two');
    await inPrivate('the relay', (message) => message.text === 'Ana\ntwo');
    luna.creator.sends(group, '/desk');
    await fanline.sandbox.until(
      'the forum again',
      () =>
        luna.creator.seesTexts(group).filter((text) => text.startsWith('Your desk')).length === 2,
    );
    ana.sends(luna.bot, 'three');
    const third = await inGroup('the third', (message) => message.text === 'three');
    expect(third.topicId).toBe(relay.topicId);
  });

  test('falls back to the private chat when the bot is removed, and says so', async () => {
    await moveToForum();
    group.removes(luna.bot);
    await inPrivate('the word of it', (message) => message.text.includes('no longer work'));
    ana.sends(luna.bot, 'still here?');
    await inPrivate('the relay', (message) => message.text === 'Ana\nstill here?');
  });

  test('turns away people who are not the creator, without telling the fan', async () => {
    await moveToForum();
    ana.sends(luna.bot, 'hello');
    const relay = await inGroup('the relay', (message) => message.text === 'hello');
    const stranger = fanline.sandbox.createUser({ firstName: 'Zed' });
    group.adds(stranger);
    stranger.sends(group, { text: 'I answer', topic: relay.topicId ?? 0 });
    await inGroup('the refusal', (message) => message.text.startsWith('Nothing was sent'));
    expect(ana.seesTexts(luna.bot)).not.toContain('I answer');
  });
});

describe('/desk says what is missing', () => {
  test('when the group has no topics', async () => {
    const plain = fanline.sandbox.createGroup({
      title: 'Plain',
      forum: false,
      owner: luna.creator,
    });
    plain.adds(luna.bot, { admin: true });
    luna.creator.sends(plain, '/desk');
    await seen(
      'the word',
      () => luna.creator.sees(plain),
      (message) => message.text.startsWith('This group has no topics'),
    );
  });

  test('when the bot is no admin, and when it may not manage topics', async () => {
    group.adds(luna.bot);
    luna.creator.sends(group, '/desk');
    await inGroup('no admin', (message) => message.text.startsWith('I am not an administrator'));
    group.promotes(luna.bot, { admin: true });
    luna.creator.sends(group, '/desk');
    await inGroup('no right', (message) => message.text.startsWith('I may not manage topics'));
    group.promotes(luna.bot, { admin: true, manageTopics: true });
    luna.creator.sends(group, '/desk');
    await inGroup('the desk', (message) => message.text.startsWith('Your desk is here now'));
  });

  test('when a plain group turns its topics on, which gives it another id', async () => {
    const plain = fanline.sandbox.createGroup({
      title: 'Plain',
      forum: false,
      owner: luna.creator,
      type: 'group',
    });
    plain.adds(luna.bot, { admin: true });
    luna.creator.sends(plain, '/desk');
    const inPlain = () => luna.creator.sees(plain);
    await seen('no topics', inPlain, (message) => message.text.startsWith('This group has no'));
    plain.becomesSupergroup({ forum: true });
    plain.promotes(luna.bot, { admin: true, manageTopics: true });
    luna.creator.sends(plain, '/desk');
    await seen('the desk', inPlain, (message) => message.text.startsWith('Your desk is here now'));
    ana.sends(luna.bot, 'hello');
    await seen('the relay', inPlain, (message) => message.text === 'hello');
  });

  test('and nothing to anybody but the creator', async () => {
    const stranger = fanline.sandbox.createUser({ firstName: 'Zed' });
    group.adds(luna.bot, { admin: true, manageTopics: true });
    group.adds(stranger);
    stranger.sends(group, '/desk');
    await moveToForum();
    const words = luna.creator.seesTexts(group).filter((text) => !text.startsWith('/'));
    expect(words).toHaveLength(1);
  });
});
