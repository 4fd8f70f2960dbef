import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { fanByUser } from '#src/features/fans/index.ts';
import { ownerOf, setOwner } from '#src/features/members/index.ts';
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

describe('claiming by link', () => {
  test('makes whoever opens it the owner, opens the desk and begins setup', async () => {
    const first = await stage.claimed();
    expect(first.text).toContain('This bot is yours now');
    expect((await luna.read((reader) => ownerOf(reader)))?.userId).toBe(luna.creator.id);
    ana.sends(luna.bot, 'hello?');
    await stage.told(luna.creator, /^Ana\nhello\?$/);
  });

  test('works once: the second person learns nothing but that', async () => {
    const payload = await stage.claimPayload(luna);
    luna.creator.start(luna.bot, payload);
    await stage.told(luna.creator, 'Step 1 of 4');
    ana.start(luna.bot, payload);
    expect((await stage.told(ana, 'used already')).text).not.toContain(luna.creator.name);
    expect((await luna.read((reader) => ownerOf(reader)))?.userId).toBe(luna.creator.id);
  });

  test('fails a day later', async () => {
    const payload = await stage.claimPayload(luna);
    stage.ahead = 24 * 60 * 60 * 1000;
    luna.creator.start(luna.bot, payload);
    await stage.told(luna.creator, 'has expired');
    expect(await luna.read((reader) => ownerOf(reader))).toBeUndefined();
  });

  test('fails once a newer link was made', async () => {
    const old = await stage.claimPayload(luna);
    const fresh = await stage.claimPayload(luna);
    luna.creator.start(luna.bot, old);
    await stage.told(luna.creator, 'has expired');
    luna.creator.start(luna.bot, fresh);
    expect(buttons(await stage.told(luna.creator, 'Step 1 of 4'))).toEqual([
      'Standard greeting',
      'Skip',
    ]);
  });

  test('fails at another creator’s bot, where the link is simply unknown, and stays good at its own', async () => {
    const payload = await stage.claimPayload(luna);
    ana.start(mars.bot, payload);
    await stage.told(ana, 'does not work here', mars);
    ana.start(mars.bot, 'claim_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await mars.read((reader) => ownerOf(reader))).toBeUndefined();
    luna.creator.start(luna.bot, payload);
    await stage.told(luna.creator, 'Step 1 of 4');
  });

  test('fails when the bot got an owner in the meantime', async () => {
    const payload = await stage.claimPayload(luna);
    await stage.fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await setOwner(tx, { userId: luna.creator.id as UserId, name: 'Luna' }, Date.now());
    });
    ana.start(luna.bot, payload);
    await stage.told(ana, 'has expired');
    expect((await luna.read((reader) => ownerOf(reader)))?.userId).toBe(luna.creator.id);
  });
});

describe('an owner set by the operator', () => {
  test('finds the desk open and setup begun at the first /start', async () => {
    await stage.fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await setOwner(tx, { userId: luna.creator.id as UserId, name: 'Luna' }, Date.now());
    });
    ana.sends(luna.bot, 'anybody there?');
    luna.creator.start(luna.bot);
    await stage.told(luna.creator, 'Step 1 of 4');
    expect((await stage.told(luna.creator, 'anybody there?')).text).toBe('Ana\nanybody there?');
  });
});

describe('setup', () => {
  test('takes greeting, language, time zone and desk, typed or tapped', async () => {
    await stage.claimed();
    const { creator, bot } = luna;
    creator.sends(bot, {
      text: 'Hey {first_name}, it is me!',
      entities: [{ type: 'bold', offset: 4, length: 12 }],
    });
    const language = await stage.told(creator, 'Step 2 of 4');
    expect(buttons(language)).toEqual([
      '✓ English',
      'Deutsch',
      'Español',
      'Русский',
      'Back',
      'Skip',
    ]);
    creator.taps(bot, language.messageId, 'Deutsch');
    const zone = await stage.told(creator, 'Schritt 3 von 4');
    expect(zone.messageId).toBe(language.messageId);
    creator.sends(bot, 'berln');
    const guess = await stage.told(creator, 'Meinst du');
    const berlin = buttons(guess).find((text) => text.startsWith('Berlin')) ?? '';
    expect(berlin).toMatch(/^Berlin \d\d:\d\d$/);
    creator.taps(bot, guess.messageId, berlin);
    const desk = await stage.told(creator, 'Schritt 4 von 4');
    creator.taps(bot, desk.messageId, 'Gruppe mit Themen');
    expect((await stage.told(creator, '„Themen verwalten“')).text).toContain(`@${bot.username}`);
    creator.taps(bot, desk.messageId, 'Done');
    await stage.told(creator, 'Fertig.');
    const chosen = await stage.preferences();
    expect(chosen).toMatchObject({ language: 'de', timeZone: 'Europe/Berlin' });
    expect(chosen.setUpAt).not.toBeNull();

    ana.start(bot, 'src_instagram');
    const greeting = await stage.told(ana, 'Hey Ana, it is me!');
    expect(greeting.text).toMatch(/\n\nWhat you write is kept for luna only\. \/privacy$/);
    expect(greeting.entities).toContainEqual({ type: 'bold', offset: 4, length: 3 });
    const fan = await luna.read((reader) => fanByUser(reader, ana.id as UserId));
    expect(fan?.source).toBe('instagram');
  });

  test('can be skipped through in four taps', async () => {
    await stage.setUp();
    expect(await stage.preferences()).toMatchObject({
      language: 'en',
      timeZone: 'UTC',
      greeting: null,
    });
  });

  test('speaks the language of the creator’s Telegram from the start', async () => {
    const vera = stage.fanline.sandbox.createUser({ firstName: 'Вера', languageCode: 'ru' });
    vera.start(luna.bot, await stage.claimPayload(luna));
    await stage.told(vera, 'Шаг 1 из 4');
    expect((await stage.preferences()).language).toBe('ru');
  });

  test('goes back, and answers what it cannot use', async () => {
    const first = await stage.claimed();
    const { creator, bot } = luna;
    creator.sends(bot, { file: { kind: 'sticker', emoji: '🙂' } });
    await stage.told(creator, 'text only');
    creator.sends(bot, 'x'.repeat(4000));
    await stage.told(creator, 'too long');
    creator.taps(bot, first.messageId, 'Skip');
    await stage.told(creator, 'Step 2 of 4');
    creator.sends(bot, 'Klingon');
    const again = await stage.told(creator, 'do not speak that one');
    creator.sends(bot, 'spanish');
    await stage.told(creator, 'Paso 3 de 4');
    const stale = creator.taps(bot, again.messageId, 'Deutsch');
    expect(await stage.tapAnswer(creator, stale)).toBe('Este botón ya no vale.');
    const zone = await stage.told(creator, 'Paso 3 de 4');
    creator.taps(bot, zone.messageId, 'Atrás');
    const language = await stage.told(creator, 'Paso 2 de 4');
    creator.taps(bot, language.messageId, 'English');
    await stage.told(creator, 'Step 3 of 4');
    creator.sends(bot, 'qwrtzp');
    await stage.told(creator, 'Type a big city');
    expect(await stage.preferences()).toMatchObject({
      language: 'en',
      timeZone: 'UTC',
      greeting: null,
    });
  });

  test('goes on after a restart in the middle, as often as it takes', async () => {
    const first = await stage.claimed();
    const { creator, bot } = luna;
    await stage.fanline.restart();
    creator.taps(bot, first.messageId, 'Skip');
    await stage.told(creator, 'Step 2 of 4');
    creator.sends(bot, 'what?');
    await stage.told(creator, 'do not speak');
    await stage.fanline.stop();
    const language = await stage.told(creator, 'Step 2 of 4');
    creator.taps(bot, language.messageId, 'Español');
    creator.sends(bot, 'Madrid');
    await stage.fanline.start();
    await stage.told(creator, 'Paso 4 de 4');
    await stage.fanline.restart();
    const desk = await stage.told(creator, 'Paso 4 de 4');
    creator.taps(bot, desk.messageId, '✓ Este chat');
    await stage.told(creator, 'Todo listo');
    expect(await stage.preferences()).toMatchObject({ language: 'es', timeZone: 'Europe/Madrid' });
  });

  test('lets a reply to a fan through and still waits for its answer', async () => {
    const question = await stage.claimed();
    const { creator, bot } = luna;
    ana.sends(bot, 'are you there?');
    const relay = await stage.told(creator, 'are you there?');
    creator.sends(bot, { text: 'Yes, a minute!', replyTo: relay.messageId });
    await stage.told(ana, 'Yes, a minute!');
    creator.sends(bot, { text: 'Welcome!', replyTo: question.messageId });
    await stage.told(creator, 'Step 2 of 4');
    expect((await stage.preferences()).greeting?.text).toBe('Welcome!');
    expect(ana.seesTexts(bot)).not.toContain('Welcome!');
  });

  test('is left by /cancel and taken up again by /start', async () => {
    await stage.claimed();
    const { creator, bot } = luna;
    creator.start(bot);
    await stage.told(creator, 'Setup goes on here');
    creator.sends(bot, '/settings');
    await stage.told(creator, 'Finish setup first');
    creator.sends(bot, '/help');
    await stage.told(creator, 'To answer a fan, reply');
    creator.sends(bot, '/cancel');
    await stage.told(creator, 'Setup left');
    creator.sends(bot, '/cancel');
    await stage.told(creator, 'nothing to cancel');
    expect((await stage.preferences()).setUpAt).toBeNull();
    creator.start(bot);
    await stage.fanline.sandbox.until(
      'setup begins again',
      () =>
        creator.seesTexts(bot).filter((text) => text.includes('under two minutes')).length === 2,
    );
  });

  test('is not begun again by a creator who is set up', async () => {
    await stage.setUp();
    luna.creator.start(luna.bot);
    const status = await stage.told(luna.creator, /^You are set up\./);
    expect(status.text).toContain('Fans’ messages arrive in this chat.');
    expect(status.text).toContain('/settings');
  });
});

describe('a fan', () => {
  test('gets the standard greeting before anybody owns the bot, and with any name', async () => {
    const mallory = stage.fanline.sandbox.createUser({
      firstName: '<b>{ $name }</b> {first_name}',
    });
    mallory.start(luna.bot);
    const greeting = await stage.told(mallory, 'Answers come right in this chat');
    expect(greeting.text).toContain('Hi <b>{ $name }</b> {first_name}! This is luna.');
    expect(greeting.entities.filter(({ type }) => type !== 'bot_command')).toEqual([]);
  });

  test('is greeted in the own language', async () => {
    const jose = stage.fanline.sandbox.createUser({ firstName: 'José', languageCode: 'es-MX' });
    jose.start(luna.bot);
    expect((await stage.told(jose, '¡Hola, José!')).text).toContain('se guarda solo para luna');
  });

  test('has help and privacy', async () => {
    ana.sends(luna.bot, '/help');
    await stage.told(ana, 'luna reads it and answers in this chat');
    ana.sends(luna.bot, '/privacy');
    expect((await stage.told(ana, 'stored encrypted')).text).toContain('Other fans never do');
  });

  test('who tries the creator’s commands gets a plain answer, and the creator nothing', async () => {
    await stage.setUp();
    const before = luna.creator.sees(luna.bot).length;
    const settings = JSON.stringify(await stage.preferences());
    for (const command of ['/settings', '/desk', '/delete', '/inbox', '/cancel', '/export now']) {
      ana.sends(luna.bot, command);
    }
    await stage.fanline.sandbox.until(
      'six answers',
      () => ana.seesTexts(luna.bot).filter((text) => text.includes('not for you')).length === 6,
    );
    await stage.quiet();
    expect(luna.creator.sees(luna.bot)).toHaveLength(before);
    expect(JSON.stringify(await stage.preferences())).toBe(settings);
  });

  test('who forges a tap changes nothing, at any creator', async () => {
    await stage.setUp();
    ana.start(luna.bot);
    const message = (await stage.told(ana, 'Answers come right')).messageId;
    const forged = [
      'set:menu:greeting',
      'set:language:ru',
      'set:desk:here',
      'set:zone:UTC',
      'set:x',
    ];
    for (const data of forged) {
      const query = ana.sendsForgedCallback(luna.bot, message, data);
      expect(await stage.tapAnswer(ana, query)).toBe('This button is not for you.');
    }
    const unknown = ana.sendsForgedCallback(luna.bot, message, '\u0000💥');
    expect(await stage.tapAnswer(ana, unknown)).toBe('This button is out of date.');
    expect((await stage.preferences()).language).toBe('en');
    expect(ana.seesTexts(luna.bot)).toHaveLength(2);
  });
});

describe('two creators', () => {
  test('set up at the same time and hear nothing of each other', async () => {
    await Promise.all([stage.setUp(luna), stage.setUp(mars)]);
    ana.sends(luna.bot, 'only for luna');
    await stage.told(luna.creator, 'only for luna');
    await stage.quiet(mars);
    expect(mars.creator.seesTexts(mars.bot).join('\n')).not.toContain('luna');
    luna.creator.start(mars.bot);
    expect((await stage.told(luna.creator, 'This is mars', mars)).text).not.toContain('set up');
  });
});
