import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import { auditBooks } from '#src/features/status/index.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import { type Poison, poisonFeature, skipToLastTry } from '#test/support/poison-feature.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let poison: Poison;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;
let ben: SandboxUser;

const { told, hears, becomes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  poison = poisonFeature();
  fanline = await startFanline({ extra: [poison] });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
  ben = fanline.sandbox.createUser({ firstName: 'Ben' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  // Whatever happened, the other creator saw nothing of it, and all books add up.
  expect(mars.news()).toEqual([]);
  for (const tenant of [luna, mars]) {
    expect(await tenant.read(auditBooks)).toMatchObject({
      balanced: true,
      faults: [],
      stranded: 0,
    });
  }
  await fanline[Symbol.asyncDispose]();
});

async function status(): Promise<MessageView> {
  luna.creator.sends(luna.bot, '/status');
  return await told('Your answers:');
}

/** A fan's text that fails until it is parked. */
async function park(fan: SandboxUser, text: string): Promise<void> {
  poison.texts.add(text);
  fan.sends(luna.bot, text);
  const states = () =>
    luna.read((reader) =>
      reader.db
        .selectFrom('stored_update')
        .select(['state', 'attempts'])
        .where('last_error', '=', 'test.poison')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
  await expect.poll(states).toEqual({ state: 'waiting', attempts: 1 });
  await skipToLastTry(fanline.storage, luna);
  const other = fanline.sandbox.createUser({ firstName: 'Waker' });
  other.start(luna.bot);
  await expect.poll(states).toEqual({ state: 'parked', attempts: 5 });
}

/** The creator answers the newest relay that says this. */
async function answers(relayed: string, text: string): Promise<void> {
  const relay = await told(relayed);
  luna.creator.sends(luna.bot, { text, replyTo: relay.messageId });
}

describe('/status', () => {
  test('says that all is well, and how many came and went', async () => {
    ana.sends(luna.bot, 'first');
    ben.sends(luna.bot, 'second');
    await told('second');
    await answers('first', 'hello Ana');
    await hears(ana, 'hello Ana');
    await expect
      .poll(async () => (await luna.read(auditBooks)).replies)
      .toMatchObject({ written: 1, delivered: 1 });

    const shown = await status();
    expect(shown.text).toBe(
      'All is well.\n\nFrom fans: 2\n• 2 reached you\n\nYour answers: 1\n• 1 delivered',
    );
    expect(buttons(shown)).toEqual(['Refresh']);
  });

  test('is nothing for a fan, nor are its buttons', async () => {
    await park(ana, 'poison');
    ana.sends(luna.bot, '/status');
    await hears(ana, 'That command is not for you');
    expect(ana.seesTexts(luna.bot).join()).not.toContain('Your answers');
    // Whatever client a fan uses, made-up data does nothing.
    ben.start(luna.bot);
    const place = await hears(ben, 'This is luna');
    const query = ben.sendsForgedCallback(luna.bot, place.messageId, 'st:all:parked');
    const answer = await fanline.sandbox.until('an answer', () => ben.answersTo(query));
    expect(answer.text).toBe('This button is not for you.');
    expect((await luna.read(auditBooks)).updates.parked).toBe(1);
  });

  test('lists what could not be handled; Retry all handles it in its order', async () => {
    await park(ana, 'poison one');
    await park(ana, 'poison two');
    const shown = await status();
    expect(shown.text).toMatch(/^2 things need you\.\n\nFrom fans: 0\n/);
    expect(shown.text).toContain('Could not be handled: 2. Kept until they can be.');
    luna.creator.taps(luna.bot, shown.messageId, 'Could not be handled (2)');
    const list = await becomes(shown, 'What could not be handled');
    expect(list.text).toMatch(/1\. Somebody, .+\nA message\n\n2\. Somebody, /);
    expect(list.text).not.toContain('poison');

    luna.creator.taps(luna.bot, list.messageId, 'Retry all');
    await becomes(list, '2 are tried again.');
    await expect
      .poll(async () => (await luna.read(auditBooks)).updates.waiting, { timeout: 5_000 })
      .toBe(2);
    await skipToLastTry(fanline.storage, luna);
    poison.texts.clear();
    luna.creator.taps(luna.bot, list.messageId, 'Refresh');
    await told('poison two');
    const relayed = luna.creator.seesTexts(luna.bot).filter((text) => text.includes('poison'));
    expect(relayed).toEqual([expect.stringMatching(/one$/), expect.stringMatching(/two$/)]);
    luna.creator.taps(luna.bot, list.messageId, 'Refresh');
    await becomes(list, /^All is well\./);
  });

  test('a retried update is handled at once, without anything else coming in', async () => {
    await park(ana, 'poison');
    poison.texts.clear();
    const shown = await status();
    luna.creator.taps(luna.bot, shown.messageId, 'Could not be handled (1)');
    await becomes(shown, 'What could not be handled');
    luna.creator.taps(luna.bot, shown.messageId, 'Retry: Somebody');
    await told(/Ana.*poison/s);
    await becomes(shown, 'One is tried again.');
  });

  test('lists replies that did not arrive; those that may have are retried one by one only', async () => {
    for (const fan of [ana, ben]) fan.sends(luna.bot, `hi from ${fan.name}`);
    await told('hi from Ben');
    fanline.sandbox.fault({
      fault: 'error',
      method: 'sendMessage',
      chat: ana.id,
      code: 400,
      description: 'Bad Request: odd',
    });
    await answers('hi from Ana', 'refused');
    await told('Telegram refused it');
    fanline.sandbox.fault({ fault: 'drop_after', method: 'sendMessage', chat: ben.id });
    await answers('hi from Ben', 'uncertain');
    await told('did not confirm');

    const shown = await status();
    expect(shown.text).toMatch(/^2 things need you\./);
    expect(shown.text).toContain(
      'Your answers: 2\n• 1 not delivered\n• 1 not confirmed by Telegram',
    );
    luna.creator.taps(luna.bot, shown.messageId, 'Answers not delivered (2)');
    const list = await becomes(shown, 'Answers that did not arrive');
    expect(list.text).toMatch(/1\. Ana, .+\nNot delivered to Ana: Telegram refused it\./);
    expect(list.text).toMatch(/2\. Ben, .+\nTelegram did not confirm this message\./);
    expect(buttons(list)).toEqual([
      'Retry: Ana',
      'Done',
      'Retry: Ben',
      'Done',
      'Retry all',
      'Back',
    ]);

    luna.creator.taps(luna.bot, list.messageId, 'Retry all');
    await hears(ana, 'refused');
    const left = await becomes(
      list,
      /^One is tried again\.\n\nAnswers that did not arrive\n\n1\. Ben/,
    );
    expect(buttons(left)).toEqual(['Retry: Ben', 'Done', 'Back']);
    expect(ben.seesTexts(luna.bot).filter((text) => text === 'uncertain')).toHaveLength(1);

    luna.creator.taps(luna.bot, list.messageId, 'Done');
    await becomes(list, /^Taken off the list\.\n\nAll is well\./);
    expect((await luna.read(auditBooks)).replies).toMatchObject({ delivered: 1, unknown: 1 });
  });

  test('lists messages that did not reach the desk and relays them on Retry', async () => {
    for (let times = 0; times < 2; times += 1) {
      fanline.sandbox.fault({
        fault: 'error',
        method: 'sendMessage',
        chat: luna.creator.id,
        code: 400,
        description: 'Bad Request: odd',
      });
    }
    ana.sends(luna.bot, 'please read');
    await expect
      .poll(async () => (await luna.read(auditBooks)).messages.failed, { timeout: 5_000 })
      .toBe(1);
    fanline.sandbox.clearFaults();
    const shown = await status();
    expect(shown.text).toContain('• 1 did not reach you');
    luna.creator.taps(luna.bot, shown.messageId, 'Did not reach you (1)');
    const list = await becomes(shown, 'Messages that did not reach you');
    luna.creator.taps(luna.bot, list.messageId, 'Retry: Ana');
    await told('please read');
    luna.creator.taps(luna.bot, list.messageId, 'Refresh');
    await becomes(list, /^All is well\./);
  });

  test('turns pages when there is much', async () => {
    for (let index = 0; index < 7; index += 1) {
      fanline.sandbox.fault({
        fault: 'error',
        method: 'sendMessage',
        chat: ana.id,
        code: 400,
        description: 'Bad Request: odd',
      });
    }
    ana.sends(luna.bot, 'seven times');
    for (let index = 0; index < 7; index += 1) await answers('seven times', `answer ${index}`);
    await expect
      .poll(async () => (await luna.read(auditBooks)).replies.failed, { timeout: 5_000 })
      .toBe(7);
    const shown = await status();
    luna.creator.taps(luna.bot, shown.messageId, 'Answers not delivered (7)');
    const first = await becomes(shown, '(1/2)');
    expect(first.text).toMatch(/5\. Ana/);
    expect(first.text).not.toMatch(/6\. Ana/);
    luna.creator.taps(luna.bot, shown.messageId, '›');
    const second = await becomes(shown, '(2/2)');
    expect(second.text).toMatch(/6\. Ana.+7\. Ana/s);
    luna.creator.taps(luna.bot, shown.messageId, '‹');
    await becomes(shown, '(1/2)');
  });
});

describe('the books', () => {
  test('hold after rows were purged, whatever took them away', async () => {
    ana.sends(luna.bot, 'first');
    ben.sends(luna.bot, 'second');
    await told('second');
    await answers('first', 'hello');
    await hears(ana, 'hello');
    await expect
      .poll(async () => (await luna.read(auditBooks)).replies.delivered, { timeout: 5_000 })
      .toBe(1);
    const before = await luna.read(auditBooks);
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db.deleteFrom('stored_update').where('state', '=', 'done').execute();
      await tx.db
        .deleteFrom('message')
        .where('id', '=', 2 as MessageId)
        .execute();
      // Takes the thread and its messages along.
      await tx.db
        .deleteFrom('fan')
        .where('user_id', '=', ana.id as never)
        .execute();
    });
    expect(await luna.read(auditBooks)).toEqual(before);
    expect((await status()).text).toContain('From fans: 2\n• 2 reached you');
  });

  test('do not hold when somebody takes rows away behind their back', async () => {
    ana.sends(luna.bot, 'first');
    const deliveries = () =>
      luna.read((reader) => reader.db.selectFrom('message').select('delivery').execute());
    await expect.poll(deliveries).toEqual([{ delivery: 'delivered' }]);
    const { tenantId } = luna.record;
    const lost = fanline.storage.store.transact(tenantId, async (tx) => {
      await tx.db.deleteFrom('message').execute();
      await tx.db.updateTable('tally').set({ purged: 0 }).execute();
      expect(await auditBooks(tx)).toMatchObject({
        balanced: false,
        faults: expect.arrayContaining([
          { ledger: 'messages', sum: 'received = stored', left: 1, right: 0 },
        ]),
      });
      throw new Error('enough seen');
    });
    await expect(lost).rejects.toThrow('enough seen');
  });
});
