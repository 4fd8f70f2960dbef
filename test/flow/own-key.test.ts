import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import type { Log, LogFields } from '#src/core/log.ts';
import type { PlanName } from '#src/core/plans.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { errorAnswer, says, saysDrafts } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { buttons } from '#test/support/first-contact.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { readNow } from '#test/support/read-now.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import type { TestTenant } from '#test/support/start-fanline.ts';

/** The installation's provider, and a creator's own. */
let platform: FakeLlm;
let own: FakeLlm;
let llm: OpenLlm;
let stage: DraftStage;
let lines: string[];

/** What the probe asks for with the bytes that are given to it. */
const number = '101063';
const model = 'llama3';
/** As providers make them, so that it is known wherever it is pasted. */
const pasted = 'gsk_canaryCanaryCanaryCanary1234';

function logTo(kept: string[]): Log {
  const write = (event: string, fields?: LogFields) =>
    void kept.push(`${event} ${JSON.stringify(fields)}`);
  return { debug: write, info: write, warn: write, error: write };
}

beforeEach(async () => {
  [platform, own] = await Promise.all([startFakeLlm(), startFakeLlm()]);
  lines = [];
  const log = logTo(lines);
  llm = createLlm(
    {
      access: { groq: { apiKey: platform.key, baseUrl: platform.groqRoot } },
      models: { draft: [{ provider: 'groq', model: 'openai/gpt-oss-120b' }], cheap: [] },
      allowPrivateUrls: true,
      prices: usualPrices,
    },
    { clock: systemClock, random: { bytes: (count) => Buffer.alloc(count, 7) }, log },
  );
  stage = await openDraftStage({ llm, log });
});

afterEach(async () => {
  expect(lines.filter((line) => line.includes(own.key) || line.includes(pasted))).toEqual([]);
  await stage.close();
  await llm.close();
  await platform[Symbol.asyncDispose]();
  await own[Symbol.asyncDispose]();
});

const host = () => new URL(own.baseUrl).host;

/** The endpoint answers the three questions of a test as it should. */
const passes = () => own.next(says('ok'), says(`{"number":"${number}"}`), says(number));

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);
const reply = (message: MessageView, text: string) =>
  stage.luna.creator.sends(stage.luna.bot, { text, replyTo: message.messageId });

/** Does something and waits for a new message of the bot's that says this. */
async function then(act: () => unknown, words: string): Promise<MessageView> {
  const { luna, fanline } = stage;
  const newest = luna.creator.sees(luna.bot).at(-1)?.messageId ?? 0;
  act();
  return await fanline.sandbox.until(`a new message says ${words}`, () =>
    luna.creator
      .sees(luna.bot)
      .findLast(
        ({ from, text, messageId }) => from.isBot && messageId > newest && text.includes(words),
      ),
  );
}

async function opened(): Promise<MessageView> {
  const { luna } = stage;
  const menu = await then(() => luna.creator.sends(luna.bot, '/settings'), 'Settings\n\n');
  tap(menu, 'Own AI key');
  return await stage.becomes(menu, 'Own AI key\n');
}

/** Goes as far as the question for the key. */
async function askedForKey(): Promise<MessageView> {
  let card = await opened();
  if (buttons(card).includes('Replace')) {
    tap(card, 'Replace');
    card = await stage.becomes(card, 'Which provider is it for?');
  }
  const address = await then(() => tap(card, 'Another address'), 'The address, such as');
  const which = `Which model at ${host()}`;
  const asked = await then(() => reply(address, `${own.baseUrl}/chat/completions`), which);
  return await then(() => reply(asked, model), `The key for ${host()}`);
}

/** Types the key and waits for what the test says; the message with the key is gone afterwards. */
async function typesKey(words: string, key = own.key): Promise<MessageView> {
  const asked = await askedForKey();
  const told = await then(() => reply(asked, key), words);
  await isGone(key);
  return told;
}

async function isGone(text: string): Promise<void> {
  const { luna, fanline } = stage;
  await fanline.sandbox.until('the key is gone from the chat', () =>
    luna.creator.seesTexts(luna.bot).every((seen) => !seen.includes(text)),
  );
}

async function agrees(works: MessageView): Promise<void> {
  tap(works, 'AI drafts');
  const offer = await stage.becomes(works, 'You read, change and send every one yourself');
  expect(offer.text).toContain(`• ${host()}, model ${model}, by the key that you gave`);
  expect(offer.text).not.toMatch(/Groq|No model is trained/u);
  tap(offer, 'Agree');
  await stage.becomes(offer, `AI drafts are on, by ${host()}`);
}

async function setUp(): Promise<void> {
  passes();
  await agrees(await typesKey('It works:'));
}

/** A fan asks, and the creator taps Draft. */
async function drafted(fan: SandboxUser, text: string, words: string): Promise<MessageView> {
  const relay = await stage.writes(fan, text);
  return await then(() => tap(relay, 'Draft'), words);
}

async function setLanguage(language: 'en' | 'ru'): Promise<void> {
  await stage.fanline.storage.store.transact(stage.luna.record.tenantId, (tx) =>
    setPreference(tx, 'language', language, 'creator', 0),
  );
}

/** Where in a tenant's file this text stands. */
async function tablesWith(text: string, tenant: TestTenant): Promise<string[]> {
  return await stage.fanline.storage.store.transact(tenant.record.tenantId, async (tx) => {
    const tables = await rawRows(tx, `select name from sqlite_master where type = 'table'`);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await rawRows(tx, `select * from "${String(name)}"`);
      if (JSON.stringify(rows).includes(text)) found.push(String(name));
    }
    return found;
  });
}

describe('a key that works', () => {
  test('is typed once, tested, agreed to, and writes the drafts', async () => {
    const { ana, luna } = stage;
    await setUp();
    expect(own.requests.map(({ body }) => body.model)).toEqual([model, model, model]);
    own.next(saysDrafts('Sure, I ship worldwide!'));
    const draft = await drafted(ana, question, 'written by AI\nSure, I ship worldwide!');
    expect(platform.requests).toEqual([]);
    tap(draft, 'ℹ️');
    const receipt = await stage.becomes(draft, 'What was sent to the AI');
    expect(receipt.text).toContain(`${host()}, model ${model}\nOne message of this conversation`);
    expect(receipt.text).toContain('one call');
    const receipts = await luna.read((reader) =>
      reader.db.selectFrom('draft_receipt').select('receipt').execute(),
    );
    expect(receipts.map((row) => JSON.parse(row.receipt) as object)).toMatchObject([
      { provider: `own:${host()}`, model, calls: [{ outcome: 'ok' }] },
    ]);
    luna.creator.sends(luna.bot, '/plan');
    const plan = await stage.told('Own AI key: no limit');
    expect(plan.text).toContain('AI drafts this month: 0');
    luna.creator.sends(luna.bot, '/settings');
    const menu = await stage.told(`AI drafts: on, by ${host()}`);
    expect(menu.text).toContain(`Own AI key: ${host()}, ${model}, …${own.key.slice(-4)}`);
    for (const person of [luna.creator, ana]) {
      person.sends(luna.bot, '/privacy');
      await stage.fanline.sandbox.until('who gets what', () =>
        person.seesTexts(luna.bot).some((text) => text.includes('AI') && text.includes(host())),
      );
    }
  });

  test('stands nowhere but in its row, and leaves with it', async () => {
    const { luna } = stage;
    await setUp();
    expect(await tablesWith(own.key, luna)).toEqual(['own_key']);
    expect(JSON.stringify(luna.creator.sees(luna.bot))).not.toContain(own.key.slice(0, -4));
    const card = await opened();
    tap(card, 'Remove');
    tap(await stage.becomes(card, 'Delete the key'), 'Delete');
    await stage.becomes(card, 'The key is deleted.');
    expect(await tablesWith(own.key, luna)).toEqual([]);
    // Nothing goes to the installation's provider before the creator agreed to it.
    await drafted(stage.ana, question, 'Nothing in your past');
    expect(platform.requests).toEqual([]);
    luna.creator.sends(luna.bot, '/settings');
    await stage.told('AI drafts: off until you agree again');
  });

  test('is never used for another creator', async () => {
    await setUp();
    const vega = await stage.fanline.addTenant('vega');
    const cleo = stage.fanline.sandbox.createUser({ firstName: 'Cleo' });
    const told = async (words: string) =>
      await stage.fanline.sandbox.until(words, () =>
        vega.creator.sees(vega.bot).findLast(({ text }) => text.includes(words)),
      );
    vega.creator.sends(vega.bot, '/settings');
    vega.creator.taps(vega.bot, (await told('AI drafts: off')).messageId, 'AI drafts');
    vega.creator.taps(vega.bot, (await told('• Groq')).messageId, 'Agree');
    await told('AI drafts are on, by Groq');
    const before = own.requests.length;
    platform.next(saysDrafts('From here I ship everywhere.'));
    cleo.sends(vega.bot, question);
    vega.creator.taps(vega.bot, (await told(question)).messageId, 'Draft');
    await told('From here I ship everywhere.');
    expect(platform.requests).toHaveLength(1);
    expect(own.requests).toHaveLength(before);
    expect(await tablesWith(own.key, vega)).toEqual([]);
  });

  test('that stops working is told once, past answers take over, and an answer ends it', async () => {
    const { ana, ben } = stage;
    await stage.taught(question, answer);
    await setUp();
    own.always(errorAnswer(401, 'invalid_api_key'));
    const draft = await drafted(ana, question, 'The AI provider does not answer');
    expect(draft.text).toContain(answer);
    const told = await stage.told('Your own AI key does not work');
    expect(told.text).toContain('refuses the key …');
    expect(buttons(told)).toEqual(['Test again', 'Other model', 'Replace', 'Remove']);
    await drafted(ben, question, 'The AI provider does not answer');
    const tellings = () =>
      stage.luna.news().filter((text) => text.includes('Your own AI key does not work'));
    expect(tellings()).toHaveLength(1);
    expect((await opened()).text).toContain('refuses the key');
    own.always(says('ok'));
    passes();
    await then(() => tap(told, 'Test again'), 'Drafts come from there from now on.');
    own.next(saysDrafts('Yes, worldwide!'));
    await drafted(ana, 'And to Peru?', 'Yes, worldwide!');
    own.always(errorAnswer(404, 'model_not_found'));
    await drafted(ben, 'And to Chile, do posters go?', 'The AI provider does not answer');
    await stage.told(`has no model ${model} for this key`);
    expect(tellings()).toHaveLength(1);
  });

  test('notes facts, too, and hears once that it does not work', async () => {
    const { ana, fanline, luna } = stage;
    await setUp();
    const before = own.requests.length;
    own.always(errorAnswer(401, 'invalid_api_key'));
    for (const text of ['I live in Lisbon', 'I have two cats', 'I work as a nurse']) {
      await stage.writes(ana, text);
    }
    await readNow(fanline.storage, luna);
    await fanline.sandbox.until('facts to come', () =>
      luna.read(async (reader) => {
        const jobs = reader.db.selectFrom('job').where('kind', '=', 'facts-find');
        return await jobs.select('id').executeTakeFirst();
      }),
    );
    stage.ahead += 40 * 60_000;
    await fanline.restart();
    await stage.told('Your own AI key does not work');
    expect(own.requests).toHaveLength(before + 1);
    expect(JSON.stringify(own.requests.at(-1)?.body)).toContain('Lisbon');
    expect(platform.requests).toEqual([]);
  });

  test('is not handed on with the bot', async () => {
    const { luna, fanline } = stage;
    await setUp();
    const heir = fanline.sandbox.createUser({ firstName: 'Heir' });
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await setOwner(tx, { userId: heir.id as UserId, name: 'Heir' }, 0);
    });
    heir.sends(luna.bot, '/settings');
    const menu = await fanline.sandbox.until('settings', () =>
      heir.sees(luna.bot).findLast(({ text }) => text.includes('AI drafts:')),
    );
    expect(menu.text).not.toContain(host());
  });

  test('at another host is not asked before the creator agreed to that one, too', async () => {
    const { luna, ana } = stage;
    await stage.taught(question, answer);
    await setUp();
    const [first, before] = [own, own.requests.length];
    await using second = await startFakeLlm();
    own = second;
    passes();
    const works = await typesKey('It works:');
    expect(works.text).toContain('Nothing goes there yet');
    luna.creator.sends(luna.bot, '/settings');
    await stage.told('AI drafts: off until you agree again');
    await drafted(ana, question, answer);
    expect(second.requests).toHaveLength(3);
    await agrees(works);
    own.next(saysDrafts('Sure, I ship worldwide!'));
    await drafted(ana, 'And to Peru, do posters go?', 'Sure, I ship worldwide!');
    expect(second.requests).toHaveLength(4);
    expect(first.requests).toHaveLength(before);
    expect(platform.requests).toEqual([]);
    own = first;
  });

  test('takes another model of the same endpoint without being typed again', async () => {
    await setUp();
    passes();
    const card = await opened();
    const asked = await then(() => tap(card, 'Other model'), `Which model at ${host()}`);
    await then(() => reply(asked, 'grok-4.3'), 'Drafts come from there from now on.');
    expect(own.requests.at(-1)?.body.model).toBe('grok-4.3');
  });
});

describe('where plans are billed', () => {
  /** What the operator gives luna. */
  const grant = async (plan: PlanName | null) =>
    await stage.fanline.plans.grant(stage.luna.record.tenantId, plan && { plan, until: null });

  beforeEach(async () => {
    await stage.close();
    stage = await openDraftStage({ llm, log: logTo(lines), billing: true });
  });

  test('a plan without own keys says which one has them, before anything is typed', async () => {
    const offer = await opened();
    for (const choice of ['Groq', 'xAI', 'Another address']) {
      await stage.tapSays(
        tap(offer, choice),
        'Your plan has no own AI key. Pro has it, see /plan.',
      );
    }
    await setLanguage('ru');
    await stage.tapSays(tap(offer, 'Groq'), 'В вашем тарифе нет своего ключа ИИ. Он есть в Pro');
    await stage.quiet();
    expect(await tablesWith('groq.com', stage.luna)).toEqual([]);
  });

  test('a key is kept while the plan has none, is not used, and is used again with the plan', async () => {
    const { ana, ben, luna } = stage;
    await grant('pro');
    await stage.told('Your plan is Pro now');
    await stage.taught(question, answer);
    await setUp();
    own.next(saysDrafts('Sure, I ship worldwide!'));
    await drafted(ana, question, 'Sure, I ship worldwide!');
    const before = own.requests.length;

    await grant(null);
    const ended = await stage.told('Pro has ended.');
    expect(ended.text).toContain('• Your own AI key is kept, but not used.');
    expect((await drafted(ben, question, answer)).text).not.toContain('written by AI');
    expect(await tablesWith(own.key, luna)).toEqual(['own_key']);
    luna.creator.sends(luna.bot, '/settings');
    const menu = await stage.told(`Own AI key: ${host()} is kept, but not used (…`);
    expect(menu.text).toContain('AI drafts: off until you agree again');
    const card = await opened();
    const kept = 'kept, but not used: your plan has no own AI key. Pro has it, see /plan.';
    expect(card.text).toContain(kept);
    for (const button of ['Other model', 'Replace']) expect(buttons(card)).toContain(button);
    await stage.tapSays(tap(card, 'Other model'), 'Pro has it, see /plan.');
    expect([own.requests.length, platform.requests.length]).toEqual([before, 0]);
    passes();
    const tested = await then(() => tap(card, 'Test again'), 'It works:');
    expect(tested.text).toContain(kept);
    expect(tested.text).not.toContain('come from there');
    expect(buttons(tested)).toEqual([]);
    own.next(errorAnswer(503));
    const again = await opened();
    const failed = await then(() => tap(again, 'Test again'), 'has a fault of its own');
    expect(failed.text).toContain(kept);

    const asked = own.requests.length;
    await grant('pro');
    await then(() => {}, 'Your plan is Pro now');
    expect((await opened()).text).not.toContain('not used');
    own.next(saysDrafts('To Peru as well!'));
    await drafted(ana, 'And to Peru, do posters go?', 'written by AI\nTo Peru as well!');
    expect([own.requests.length, platform.requests.length]).toEqual([asked + 1, 0]);
  });

  test('a key that is typed after the plan ended is tested and kept, and told as what it is', async () => {
    await grant('pro');
    const asked = await askedForKey();
    await grant(null);
    await stage.told('Pro has ended.');
    passes();
    const told = await then(() => reply(asked, own.key), 'It works:');
    expect(told.text).toContain('kept, but not used: your plan has no own AI key.');
    await isGone(own.key);
    const before = own.requests.length;
    await drafted(stage.ana, question, 'Nothing in your past');
    expect([own.requests.length, platform.requests.length]).toEqual([before, 0]);
  });
});

describe('what is wrong is said, and nothing of it is used', () => {
  test('a refused key is gone, and another can be typed', async () => {
    const wrong = 'wrong-key-9876543210';
    const told = await typesKey('refuses the key …3210', wrong);
    expect(told.text).toContain('this key is not used');
    expect(await tablesWith(wrong, stage.luna)).toEqual([]);
    passes();
    const asked = await then(() => tap(told, 'Another key'), `The key for ${host()}`);
    await then(() => reply(asked, own.key), 'It works:');
  });

  test('a missing model names some that are there', async () => {
    own.models.delete(model);
    const told = await typesKey(`has no model ${model}`);
    expect(told.text).toContain('It offers: openai/gpt-oss-120b, openai/gpt-oss-20b, grok-4.3');
    passes();
    const asked = await then(() => tap(told, 'Other model'), `Which model at ${host()}`);
    await then(() => reply(asked, 'grok-4.3'), 'It works:');
  });

  test('what does not speak the protocol is tried again when somebody says so', async () => {
    own.next({ kind: 'raw', body: '<html>' });
    const told = await typesKey('is not OpenAI’s Chat Completions');
    expect(told.text).toContain('this key is not used');
    passes();
    await then(() => tap(told, 'Test again'), 'It works:');
  });

  test('an address is refused with what is wrong, and asked for again', async () => {
    const card = await opened();
    let asked = await then(() => tap(card, 'Another address'), 'The address, such as');
    for (const [typed, words] of [
      ['what?', 'That is no address.'],
      ['x'.repeat(4_000), 'That is no address.'],
      ['https://luna:secret-canary@llm.example.com/v1', 'without a name and password'],
      ['https://llm.example.com/v1?key=secret-canary', 'behind ? or #'],
    ] as const) {
      const question = asked;
      asked = await then(() => reply(question, typed), words);
    }
    await isGone('secret-canary');
    expect(await tablesWith('secret-canary', stage.luna)).toEqual([]);
  });

  test('a key with a space is deleted all the same', async () => {
    const asked = await askedForKey();
    await then(() => reply(asked, 'canary-one canary-two'), 'A key has no spaces');
    await isGone('canary-one');
    expect(await tablesWith('canary-one', stage.luna)).toEqual([]);
  });

  test('what nobody finished is forgotten after an hour', async () => {
    own.next(errorAnswer(503));
    const told = await typesKey('has a fault of its own');
    expect(await tablesWith(own.key, stage.luna)).toEqual(['own_key']);
    stage.ahead += 2 * 3_600_000;
    await stage.fanline.restart();
    await stage.fanline.sandbox.until(
      'it is forgotten',
      async () => (await tablesWith(own.key, stage.luna)).length === 0 || undefined,
    );
    await stage.tapSays(tap(told, 'Test again'), 'out of date');
  });
});

describe('at the wrong time', () => {
  test('a key that is pasted as an answer to a fan goes to nobody', async () => {
    const { ana, luna } = stage;
    const relay = await stage.writes(ana, 'hello');
    reply(relay, `here: ${pasted}`);
    await stage.told('That looks like an AI key');
    await isGone(pasted);
    const sent = reply(relay, 'hello Ana');
    await stage.gets(ana, 'hello Ana');
    luna.creator.edits(luna.bot, sent, pasted);
    await isGone(pasted);
    await stage.quiet();
    expect(ana.seesTexts(luna.bot).join()).not.toContain('gsk_');
    expect(await tablesWith(pasted, luna)).toEqual([]);
  });

  test('a key before its turn is deleted, and the question stands', async () => {
    const card = await opened();
    const asked = await then(() => tap(card, 'Another address'), 'The address, such as');
    await then(() => reply(asked, pasted), 'this comes first');
    await isGone(pasted);
    expect(await tablesWith(pasted, stage.luna)).toEqual([]);
  });

  test('a key below the question is taken without a reply, after a command nothing is', async () => {
    const { luna } = stage;
    await askedForKey();
    luna.creator.sends(luna.bot, '/help');
    await stage.told('To answer a fan');
    luna.creator.sends(luna.bot, 'words of mine');
    await stage.told('swipe it');
    await askedForKey();
    passes();
    await then(() => luna.creator.sends(luna.bot, own.key), 'It works:');
    await isGone(own.key);
  });

  test('a command that is sent as a reply to the question is a command, and the question stands', async () => {
    const asked = await askedForKey();
    await then(() => reply(asked, '/help'), 'To answer a fan');
    expect(own.requests).toEqual([]);
    passes();
    await then(() => reply(asked, own.key), 'It works:');
    const { creator, bot } = stage.luna;
    expect(creator.sees(bot).filter(({ text }) => text === '/help')).toHaveLength(1);
    await isGone(own.key);
  });

  test('after a tap that leads elsewhere nothing answers the question, and a late key goes to nobody', async () => {
    const { luna, ana } = stage;
    const relay = await stage.writes(ana, 'hello');
    luna.creator.sends(luna.bot, '/settings');
    const menu = await stage.told('AI drafts:');
    const elsewhere = [
      ['ow:open', 'Which provider is it for?'],
      ['ow:agree', 'AI drafts'],
      ['ow:new', 'Which provider is it for?'],
      ['ow:back', 'AI drafts: off'],
    ] as const;
    for (const [data, words] of elsewhere) {
      const asked = await askedForKey();
      luna.creator.sendsForgedCallback(luna.bot, menu.messageId, data);
      await stage.becomes(menu, words);
      await then(() => reply(asked, own.key), 'That question is over');
      await isGone(own.key);
      await then(() => luna.creator.sends(luna.bot, own.key), 'That looks like an AI key');
      await isGone(own.key);
      await then(() => reply(relay, own.key), 'That looks like an AI key');
      await isGone(own.key);
    }
    const address = await then(
      () => luna.creator.sendsForgedCallback(luna.bot, menu.messageId, 'ow:other'),
      'The address, such as',
    );
    luna.creator.sendsForgedCallback(luna.bot, menu.messageId, 'ow:open');
    await stage.becomes(menu, 'Which provider is it for?');
    await then(() => reply(address, own.baseUrl), 'That question is over');
    await then(() => luna.creator.sends(luna.bot, own.baseUrl), 'swipe it');
    const second = await then(
      () => luna.creator.sendsForgedCallback(luna.bot, menu.messageId, 'ow:other'),
      'The address, such as',
    );
    await then(() => reply(second, own.baseUrl), `Which model at ${host()}`);
    luna.creator.sendsForgedCallback(luna.bot, menu.messageId, 'ow:back');
    await stage.becomes(menu, 'AI drafts: off');
    for (const late of [own.key, `${'0a1b2c3d'.repeat(4)}.canaryCanary12345`]) {
      await then(() => reply(relay, late), 'That looks like an AI key');
      await isGone(late);
    }
    await stage.quiet();
    expect(ana.seesTexts(luna.bot).join()).not.toMatch(new RegExp(`${own.key}|canary`, 'u'));
    expect(await tablesWith(own.key, luna)).toEqual([]);
    expect(own.requests).toEqual([]);
  });

  test('old questions and buttons, second taps and /cancel do no harm', async () => {
    const { luna } = stage;
    const asked = await askedForKey();
    const second = await askedForKey();
    await then(() => reply(asked, 'an-older-key'), 'That question is over');
    await isGone('an-older-key');
    await then(() => reply(second, '/cancel'), 'Nothing was changed');
    await then(() => reply(second, 'a-late-key'), 'That question is over');
    await isGone('a-late-key');
    const card = await opened();
    for (const data of ['ow:test:1', 'ow:delete:1', 'ow:model:99', 'ow:cancel:1', 'ow:x']) {
      const query = luna.creator.sendsForgedCallback(luna.bot, card.messageId, data);
      await stage.tapSays(query, 'out of date');
    }
    own.next({ kind: 'hang' });
    const key = await askedForKey();
    await then(() => reply(key, own.key), 'Testing');
    const id = (await luna.read((reader) => reader.db.selectFrom('own_key').select('id').execute()))
      .map((row) => row.id)
      .at(0);
    for (const _ of [1, 2]) {
      luna.creator.sendsForgedCallback(luna.bot, card.messageId, `ow:test:${id}`);
    }
    await stage.becomes(card, 'Testing. A few');
    expect(own.requests).toHaveLength(1);
  });

  test('it is the creator’s alone, in the private chat', async () => {
    const { luna, fanline } = stage;
    const max = fanline.sandbox.createUser({ firstName: 'Max' });
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db
        .insertInto('member')
        .values({ user_id: max.id as UserId, role: 'member', name: 'Max', joined_at: 0 })
        .execute();
    });
    max.sends(luna.bot, '/help');
    const help = await fanline.sandbox.until('help', () => max.sees(luna.bot).at(-1));
    const byMax = max.sendsForgedCallback(luna.bot, help.messageId, 'ow:other');
    const said = await fanline.sandbox.until('an answer', () => max.answersTo(byMax));
    expect(said.text).toBe('This button is not for you.');
    const group = await stage.movedToForum();
    const inGroup = await stage.told('Your desk is here now', group);
    const query = luna.creator.sendsForgedCallback(group, inGroup.messageId, 'ow:groq');
    await stage.tapSays(query, 'out of date');
    luna.creator.sends(group, pasted);
    await stage.told('That looks like an AI key', group);
    // Where the bot may not delete it, whoever pasted it is asked to.
    group.promotes(luna.bot, { admin: true, manageTopics: true, deleteMessages: false });
    luna.creator.sends(group, pasted);
    await stage.told('Please delete it yourself', group);
    expect(await tablesWith(pasted, luna)).toEqual([]);
  });
});
