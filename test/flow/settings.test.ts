import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { preferencesOf, setPreference } from '#src/features/preferences/index.ts';
import { buttons, openFirstContact } from '#test/support/first-contact.ts';
import type { FirstContact } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { TestTenant } from '#test/support/start-fanline.ts';

let stage: FirstContact;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

beforeEach(async () => {
  stage = await openFirstContact();
  ({ luna, mars, ana } = stage);
});

afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

describe('/settings', () => {
  test('changes one thing at a time in its own message', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    creator.sends(bot, '/settings');
    const menu = await stage.told(creator, /^Settings\n/);
    expect(menu.text).toContain('Desk: this chat');
    creator.taps(bot, menu.messageId, 'Language');
    await stage.told(creator, 'Which language should I speak');
    creator.taps(bot, menu.messageId, 'Русский');
    const russian = await stage.told(creator, 'Настройки');
    expect(russian.messageId).toBe(menu.messageId);
    creator.taps(bot, menu.messageId, 'Часовой пояс');
    await stage.told(creator, 'Какой у вас часовой пояс');
    creator.sends(bot, 'Алматы');
    const fresh = await stage.told(creator, 'Часовой пояс: Almaty');
    expect(fresh.messageId).not.toBe(menu.messageId);
    await stage.fanline.sandbox.until('the old card has no buttons', () =>
      creator.sees(bot).some((m) => m.messageId === menu.messageId && m.buttons.length === 0),
    );
    creator.taps(bot, fresh.messageId, 'Done');
    await stage.fanline.sandbox.until('the menu is closed', () =>
      creator.sees(bot).some((m) => m.messageId === fresh.messageId && m.buttons.length === 0),
    );
    expect(await stage.preferences()).toMatchObject({ language: 'ru', timeZone: 'Asia/Almaty' });
    expect((await stage.preferences(mars)).language).toBe('en');
  });

  test('leaves a question by Back, by /cancel, and by the next command', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    creator.sends(bot, '/settings');
    const menu = await stage.told(creator, /^Settings\n/);
    creator.taps(bot, menu.messageId, 'Greeting');
    await stage.told(creator, 'What should fans see');
    creator.taps(bot, menu.messageId, 'Back');
    await stage.told(creator, /^Settings\n/);
    creator.taps(bot, menu.messageId, 'Greeting');
    await stage.told(creator, 'What should fans see');
    creator.sends(bot, '/cancel');
    const again = await stage.told(creator, 'Nothing was changed.');
    creator.taps(bot, again.messageId, 'Greeting');
    await stage.told(creator, 'What should fans see');
    creator.sends(bot, '/settings');
    await stage.told(creator, /^Settings\n/);
    creator.sends(bot, 'This is no greeting');
    await stage.told(creator, 'swipe it');
    expect((await stage.preferences()).greeting).toBeNull();
  });

  test('takes no text for an answer that comes hours after the question', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    stage.ahead = -2 * 60 * 60 * 1000;
    creator.sends(bot, '/settings');
    const menu = await stage.told(creator, /^Settings\n/);
    creator.taps(bot, menu.messageId, 'Greeting');
    await stage.told(creator, 'What should fans see');
    creator.sends(bot, 'Good morning everybody');
    await stage.told(creator, 'swipe it');
    expect((await stage.preferences()).greeting).toBeNull();
  });

  test('brings the desk back from a group', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    const group = stage.fanline.sandbox.createGroup({
      title: 'HQ “one”',
      forum: true,
      owner: creator,
    });
    group.adds(bot, { admin: true, manageTopics: true });
    creator.sends(group, '/desk');
    await stage.fanline.sandbox.until('the group is the desk', () =>
      creator.seesTexts(group).some((text) => text.includes('Your desk is here now')),
    );
    creator.sends(group, '/settings');
    await stage.fanline.sandbox.until('where settings are', () =>
      creator.seesTexts(group).some((text) => text.includes('in our private chat')),
    );
    creator.sends(bot, '/settings');
    const menu = await stage.told(creator, /^Settings\n/);
    expect(menu.text).toContain('Desk: the group “HQ “one””');
    creator.taps(bot, menu.messageId, 'Desk');
    const question = await stage.told(creator, 'Fans’ messages arrive in the group');
    expect(buttons(question)).toEqual(['This chat', '✓ A group with topics', 'Back']);
    creator.taps(bot, menu.messageId, 'This chat');
    expect((await stage.told(creator, /^Fans’ messages arrive in this chat/)).text).toContain(
      'Desk: this chat',
    );
    ana.sends(bot, 'where are you?');
    expect((await stage.told(creator, 'where are you?')).text).toBe('Ana\nwhere are you?');
  });

  test('an old button says so', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    creator.sends(bot, '/help');
    const message = (await stage.told(creator, 'To answer a fan')).messageId;
    for (const data of ['set:language:de', 'set:menu:nothing', 'set:old', 'gone:1']) {
      const query = creator.sendsForgedCallback(bot, message, data);
      expect(await stage.tapAnswer(creator, query)).toBe('This button is out of date.');
    }
    expect((await stage.preferences()).language).toBe('en');
  });
});

describe('command menus', () => {
  const menuOf = (person: SandboxUser) =>
    person
      .screen()
      .chats.find((chat) => chat.bots.some(({ id }) => id === luna.bot.id))
      ?.commands.map(({ command, description }) => `${command}: ${description}`);

  test('are the fan’s and the creator’s own, each in their language', async () => {
    const jose = stage.fanline.sandbox.createUser({ firstName: 'José', languageCode: 'es' });
    jose.start(luna.bot);
    await stage.fanline.sandbox.until('the fan has a menu', () => (menuOf(jose)?.length ?? 0) > 0);
    await stage.setUp();
    await stage.fanline.sandbox.until(
      'the creator has a menu',
      () => (menuOf(luna.creator)?.length ?? 0) > 3,
    );
    expect(menuOf(jose)).toEqual(['help: Cómo funciona', 'privacy: Qué se guarda y quién lo ve']);
    expect(menuOf(luna.creator)?.slice(0, 3)).toEqual([
      'inbox: Who waits for an answer',
      'fan: A fan’s card: name, @handle or id',
      'search: Find words in messages and notes',
    ]);
    luna.creator.sends(luna.bot, '/settings');
    const menu = await stage.told(luna.creator, /^Settings\n/);
    luna.creator.taps(luna.bot, menu.messageId, 'Language');
    await stage.told(luna.creator, 'Which language');
    luna.creator.taps(luna.bot, menu.messageId, 'Deutsch');
    await stage.fanline.sandbox.until('the menu is German', () =>
      menuOf(luna.creator)?.[0]?.includes('Wer auf Antwort wartet'),
    );
  });

  test('list what the creator can do, and all of it answers', async () => {
    await stage.setUp();
    const { creator, bot } = luna;
    await stage.fanline.sandbox.until('the menu', () => (menuOf(creator)?.length ?? 0) > 3);
    const names = (menuOf(creator) ?? []).map((line) => line.slice(0, line.indexOf(':')));
    creator.sends(bot, '/help');
    const help = await stage.told(creator, /^To answer a fan/);
    expect(names.filter((name) => !help.text.includes(`/${name} `))).toEqual([]);
    for (const name of names) {
      const before = creator.sees(bot).length;
      creator.sends(bot, `/${name}`);
      await stage.fanline.sandbox.until(
        `an answer to /${name}`,
        () => creator.sees(bot).length > before + 1,
      );
    }
    expect(creator.seesTexts(bot).filter((text) => text.includes('do not know this'))).toEqual([]);
  });

  test('are sent again only when they changed', async () => {
    await stage.setUp();
    const sent = () =>
      stage.fanline.sandbox.calls.filter(({ method }) => method === 'setMyCommands');
    await stage.fanline.sandbox.until('all menus', () => sent().length === 5);
    await stage.fanline.restart();
    await stage.quiet();
    expect(sent()).toHaveLength(5);
    await stage.fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const { commandMenus } = await preferencesOf(tx);
      const stale = { ...commandMenus, 'fans/es': 'before' };
      await setPreference(tx, 'commandMenus', stale, 'automation', Date.now());
    });
    luna.creator.start(luna.bot);
    await stage.fanline.sandbox.until('the changed menu', () => sent().length === 6);
    expect(sent().at(-1)?.params).toMatchObject({ language_code: 'es' });
  });
});
