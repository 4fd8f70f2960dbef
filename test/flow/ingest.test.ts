import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import { storeUpdates } from '#src/telegram/ingest/store-updates.ts';
import { type Echo, echoFeature } from '#test/support/echo-feature.ts';
import { type BedTenant, openTelegramBed, type TelegramBed } from '#test/support/telegram-bed.ts';

let echo: Echo;
let bed: TelegramBed;
let luna: BedTenant;
let mars: BedTenant;

beforeEach(async () => {
  echo = echoFeature();
  bed = await openTelegramBed({ features: [echo] });
  luna = await bed.addTenant('luna_bot');
  mars = await bed.addTenant('mars_bot');
});

afterEach(() => bed[Symbol.asyncDispose]());

/** A fan of this bot who has said hello already. */
function fanOf(tenant: BedTenant) {
  const fan = bed.sandbox.createUser();
  fan.start(tenant.bot);
  return fan;
}

type Fan = ReturnType<typeof fanOf>;

const answered = (fan: Fan, tenant: BedTenant, text: string) =>
  fan.seesTexts(tenant.bot).includes(`echo ${text}`);

const untilAnswered = (fan: Fan, tenant: BedTenant, text: string) =>
  bed.advanceUntil(`the answer to ${text}`, () => answered(fan, tenant, text));

/** A text message as Telegram delivers it. */
const message = (updateId: number, text: string, chat = 42) => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1_768_478_400,
    chat: { id: chat, type: 'private', first_name: 'Anna' },
    from: { id: chat, is_bot: false, first_name: 'Anna' },
    text,
  },
});

describe.each(['polling', 'webhooks'] as const)('by %s', (how) => {
  test('what fans write is handled in order and answered by their own bot alone', async () => {
    await bed.start(how);
    const anna = fanOf(luna);
    const ben = fanOf(mars);
    for (const text of ['one', 'two', 'three']) anna.sends(luna.bot, text);
    ben.sends(mars.bot, 'four');
    await untilAnswered(anna, luna, 'three');
    await untilAnswered(ben, mars, 'four');
    expect(anna.seesTexts(luna.bot).filter((text) => text.startsWith('echo'))).toEqual([
      'echo /start',
      'echo one',
      'echo two',
      'echo three',
    ]);
    expect(ben.seesTexts(mars.bot)).not.toContain('echo one');
    expect(bed.sandbox.violations).toEqual([]);
  });

  test('an update that could not be stored is not acknowledged and comes again', async () => {
    await bed.start(how);
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    bed.fillDisk(true);
    anna.sends(luna.bot, 'hello');
    await bed.advanceUntil('a failure', () =>
      bed.lines.some(({ event }) => /update_not_stored|updates_not_stored/.test(event)),
    );
    expect(luna.bot.pendingUpdates).toBe(1);
    expect(echo.handled).toEqual(['/start']);
    bed.fillDisk(false);
    await untilAnswered(anna, luna, 'hello');
    expect(echo.handled).toEqual(['/start', 'hello']);
  });

  test('what is written while the program stands still arrives after the start', async () => {
    await bed.start(how);
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    await bed.stop();
    anna.sends(luna.bot, 'are you there?');
    await bed.start(how);
    await untilAnswered(anna, luna, 'are you there?');
    expect(echo.handled).toEqual(['/start', 'are you there?']);
  });

  test('a suspended tenant handles and sends nothing, and misses nothing', async () => {
    await bed.start(how);
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    await bed.storage.control.change(luna.record.tenantId, { state: 'suspended' });
    await bed.advanceUntil('it to stand still', () => bed.telegram.status().suspended === 1);
    anna.sends(luna.bot, 'hello');
    await bed.clock.advance(5_000);
    expect(echo.handled).toEqual(['/start']);
    expect(luna.bot.pendingUpdates).toBe(1);
    await bed.storage.control.change(luna.record.tenantId, { state: 'active' });
    await untilAnswered(anna, luna, 'hello');
  });

  test('a tenant that is created meanwhile is taken up within seconds', async () => {
    await bed.start(how);
    const nova = await bed.addTenant('nova_bot');
    const anna = fanOf(nova);
    await untilAnswered(anna, nova, '/start');
  });
});

describe('between polling and webhooks', () => {
  test('a bot changes over both ways and loses nothing', async () => {
    await bed.start('webhooks');
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    expect((await bed.record(luna)).webhookUrl).toBe(luna.bot.webhook?.url);
    await bed.stop();
    anna.sends(luna.bot, 'one');
    await bed.start('polling');
    await untilAnswered(anna, luna, 'one');
    expect(luna.bot.webhook).toBeUndefined();
    await bed.advanceUntil(
      'the record to say so',
      async () => (await bed.record(luna)).webhookUrl === null,
    );
    await bed.stop();
    anna.sends(luna.bot, 'two');
    await bed.start('webhooks');
    await untilAnswered(anna, luna, 'two');
    expect(luna.bot.webhook?.url).toContain(luna.record.webhookPath);
    expect(echo.handled).toEqual(['/start', 'one', 'two']);
  });

  test('what had arrived by webhook before a crash comes before what is polled after it', async () => {
    const anna = fanOf(luna);
    const journal = bed.storage.storage.arrivalJournal();
    const { tenantId, botId } = luna.record;
    const payload = JSON.stringify(message(1, 'arrived', anna.id));
    const receivedAt = bed.clock.now();
    journal.commit([await journal.seal({ tenantId, botId, payload, receivedAt })], []);
    journal.close();
    anna.sends(luna.bot, 'polled');
    await bed.start('polling');
    await untilAnswered(anna, luna, 'polled');
    expect(echo.handled).toEqual(['arrived', '/start', 'polled']);
  });

  test('a webhook that Telegram would not take at first is registered later', async () => {
    bed.sandbox.fault({ fault: 'error', code: 500, method: 'setWebhook', description: 'Internal' });
    bed.sandbox.fault({ fault: 'flood', method: 'setWebhook', retryAfter: 1 });
    await bed.start('webhooks');
    await bed.advanceUntil('both webhooks', () => luna.bot.webhook && mars.bot.webhook);
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
  });

  test('a restart registers nothing that is registered already', async () => {
    await bed.start('webhooks');
    await bed.advanceUntil('the webhook', async () => (await bed.record(luna)).webhookUrl);
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    const before = bed.sandbox.calls.length;
    await bed.restart();
    anna.sends(luna.bot, 'hello');
    await untilAnswered(anna, luna, 'hello');
    await bed.clock.advance(120_000);
    const methods = bed.sandbox.calls.slice(before).map(({ method }) => method);
    expect(methods).toEqual(['sendMessage']);
  });

  test('a deleted tenant has no webhook any more', async () => {
    await bed.start('webhooks');
    await bed.advanceUntil('the webhook', () => luna.bot.webhook);
    await bed.storage.control.change(luna.record.tenantId, { state: 'deleted' });
    await bed.advanceUntil('it to be taken away', () => !luna.bot.webhook);
    expect((await bed.post(luna, message(1, 'x'))).status).toBe(401);
  });
});

describe('a webhook', () => {
  beforeEach(async () => {
    await bed.start('webhooks');
    await bed.advanceUntil('the webhook', () => luna.bot.webhook && mars.bot.webhook);
  });

  test('answers 200 only for what is stored', async () => {
    bed.fillDisk(true);
    expect(await bed.post(luna, message(7, 'hello'))).toEqual({ status: 503, retryAfter: 5 });
    bed.fillDisk(false);
    expect(await bed.post(luna, message(7, 'hello'))).toEqual({ status: 200 });
    await bed.advanceUntil('its file', async () => (await bed.updates(luna)).length > 0);
    const [stored] = await bed.updates(luna);
    expect(stored).toMatchObject({ update_id: 7, kind: 'message', lane: '42' });
    expect(await bed.updates(mars)).toEqual([]);
  });

  test('stores an update that comes again only once', async () => {
    const answers = await Promise.all([
      bed.post(luna, message(7, 'hello')),
      bed.post(luna, message(7, 'hello')),
      bed.post(luna, message(8, 'again')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await bed.advanceUntil('both', () => echo.handled.length >= 2);
    expect(await bed.post(luna, message(7, 'hello'))).toEqual({ status: 200 });
    await bed.clock.advance(1_000);
    expect(echo.handled).toEqual(['hello', 'again']);
  });

  test('asks for exactly the updates that are handled, reactions included', async () => {
    const call = bed.sandbox.calls.find(({ method }) => method === 'setWebhook');
    expect(call?.params['allowed_updates']).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'my_chat_member',
      'inline_query',
    ]);
  });

  test('tells a wrong secret and an unknown path apart to nobody', async () => {
    const body = message(7, 'hello');
    const other = await bed.storage.control.secretsOf(mars.record.tenantId);
    expect(await bed.post(luna, body, { secret: other.webhookSecret })).toEqual({ status: 401 });
    expect(await bed.post(luna, body, { secret: '' })).toEqual({ status: 401 });
    expect(await bed.post(luna, body, { secret: undefined })).toEqual({ status: 401 });
    expect(await bed.post(luna, body, { path: 'unknown' })).toEqual({ status: 401 });
    expect(await bed.updates(luna)).toEqual([]);
  });

  test.each(['', '{"update_id": 1, "mess', '[]', 'null', '"x"', '{}', '{"update_id":"1"}'])(
    'refuses the body %j',
    async (body) => {
      expect(await bed.post(luna, body)).toEqual({ status: 400 });
    },
  );

  test('refuses two megabytes', async () => {
    expect(await bed.post(luna, message(7, 'x'.repeat(2_000_000)))).toEqual({ status: 413 });
  });

  test('stores an update of an unknown kind, and nobody minds it', async () => {
    expect(await bed.post(luna, { update_id: 9, brand_new: { a: 1 } })).toEqual({ status: 200 });
    await bed.advanceUntil('its end', async () => (await bed.updates(luna))[0]?.state === 'done');
    expect((await bed.updates(luna))[0]).toMatchObject({ kind: 'brand_new', lane: 'bot' });
  });
});

describe('an update that fails', () => {
  const broken = () => {
    throw new AppError('test.broken', 'bug', 'says nothing of hello');
  };

  test('is undone alone, tried again, and holds up only its own lane', async () => {
    let tries = 0;
    echo.poison.set('bad', () => {
      tries += 1;
      if (tries === 1) broken();
      return undefined as never;
    });
    await bed.start();
    const anna = fanOf(luna);
    const ben = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    anna.sends(luna.bot, 'bad');
    anna.sends(luna.bot, 'after bad');
    ben.sends(luna.bot, 'meanwhile');
    await untilAnswered(anna, luna, 'after bad');
    expect(echo.handled.filter((text) => text !== '/start')).toEqual([
      'bad',
      'meanwhile',
      'bad',
      'after bad',
    ]);
    expect(anna.seesTexts(luna.bot).filter((text) => text === 'echo bad')).toHaveLength(1);
  });

  test('again and again is parked with its code, and its lane goes on', async () => {
    echo.poison.set('bad', broken);
    await bed.start();
    const anna = fanOf(luna);
    anna.sends(luna.bot, 'bad');
    anna.sends(luna.bot, 'good');
    await untilAnswered(anna, luna, 'good');
    const parked = (await bed.updates(luna)).find(({ state }) => state === 'parked');
    expect(parked).toMatchObject({ attempts: 5, last_error: 'test.broken', lane: `${anna.id}` });
    expect(parked?.payload).toContain('bad');
    expect(echo.handled.filter((text) => text === 'bad')).toHaveLength(5);
    expect(answered(anna, luna, 'bad')).toBe(false);
    const told = JSON.stringify(bed.lines);
    expect(told).toContain('telegram.update_parked');
    expect(told).not.toContain('says nothing of hello');
  });

  test('because of the file is never parked, and a restart takes it up', async () => {
    let full = true;
    echo.poison.set('hello', () => {
      if (full) throw new AppError('storage.full', 'transient', 'The disk is full.');
      return undefined as never;
    });
    await bed.start();
    const anna = fanOf(luna);
    anna.sends(luna.bot, 'hello');
    await bed.advanceUntil(
      'many tries',
      () => echo.handled.filter((t) => t === 'hello').length > 6,
    );
    const waiting = (await bed.updates(luna)).find(({ state }) => state === 'waiting');
    expect(waiting).toMatchObject({ attempts: 0, last_error: null });
    full = false;
    await bed.restart();
    await untilAnswered(anna, luna, 'hello');
  });

  test('a handler that calls Telegram itself fails', async () => {
    const { Composer } = await import('grammy');
    const handlers = new Composer<never>();
    handlers.on('message', async (ctx: { reply(text: string): Promise<unknown> }) => {
      await ctx.reply('now');
    });
    await using own = await openTelegramBed({
      features: [{ name: 'impatient', handlers: handlers as never }],
    });
    const tenant = await own.addTenant('nova_bot');
    await own.start();
    own.sandbox.createUser().start(tenant.bot);
    await own.advanceUntil('the failure', () =>
      own.lines.some(({ fields }) => fields['code'] === 'telegram.call-in-handler'),
    );
    expect(own.sandbox.calls.some(({ method }) => method === 'sendMessage')).toBe(false);
  });
});

test('a busy tenant does not keep others waiting', async () => {
  await bed.transact(luna, async (tx) => {
    const updates = Array.from({ length: 300 }, (_, index) =>
      message(index + 1, 'busy', index + 1),
    );
    await storeUpdates(tx, luna.record.botId, updates, bed.clock.now());
  });
  await bed.transact(mars, async (tx) => {
    await storeUpdates(tx, mars.record.botId, [message(1, 'quiet')], bed.clock.now());
  });
  await bed.start();
  await bed.advanceUntil('all', () => echo.handled.length === 301);
  expect(echo.handled.indexOf('quiet')).toBeLessThan(150);
});

describe('the bot at Telegram', () => {
  test('is taken by another program: told as a conflict, and well again afterwards', async () => {
    await bed.start();
    const anna = fanOf(luna);
    await untilAnswered(anna, luna, '/start');
    const rival = new Api(luna.bot.token, { apiRoot: bed.sandbox.url });
    const rivals = rival.getUpdates({ timeout: 50 }).catch(() => 'ended');
    await bed.advanceUntil('the conflict', () => bed.telegram.status().conflict === 1);
    expect(bed.lines.some(({ event }) => event === 'telegram.conflict')).toBe(true);
    anna.sends(luna.bot, 'stolen');
    await rivals;
    anna.sends(luna.bot, 'hello');
    await untilAnswered(anna, luna, 'hello');
    await bed.advanceUntil('the end', async () => (await bed.record(luna)).connection === 'ok');
    expect((await bed.record(mars)).connection).toBe('ok');
  });

  test('has a new token: disconnected until it is told, then goes on', async () => {
    await bed.start();
    const anna = fanOf(luna);
    const ben = fanOf(mars);
    await untilAnswered(anna, luna, '/start');
    const old = luna.bot.token;
    const token = luna.bot.revokeToken();
    anna.sends(luna.bot, 'hello');
    await bed.advanceUntil(
      'the disconnection',
      async () => (await bed.record(luna)).connection === 'disconnected',
    );
    const calls = bed.sandbox.calls.length;
    await bed.clock.advance(60_000);
    ben.sends(mars.bot, 'still here');
    await untilAnswered(ben, mars, 'still here');
    expect(bed.sandbox.calls.slice(calls).some(({ bot }) => bot === 'luna_bot')).toBe(false);
    await bed.storage.control.change(luna.record.tenantId, {
      token,
      connection: 'ok',
      connectionAt: bed.clock.now(),
    });
    await untilAnswered(anna, luna, 'hello');
    expect(JSON.stringify(bed.lines)).not.toContain(old.split(':')[1]);
  });

  test('refuses the token at a restart and a new one works', async () => {
    const anna = fanOf(luna);
    const token = luna.bot.revokeToken();
    await bed.start();
    await bed.advanceUntil('the disconnection', () => bed.telegram.status().disconnected === 1);
    await bed.restart();
    await bed.storage.control.change(luna.record.tenantId, { token });
    await untilAnswered(anna, luna, '/start');
    await bed.advanceUntil('the record', async () => (await bed.record(luna)).connection === 'ok');
  });
});
