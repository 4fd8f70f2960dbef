import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from '#test/support/sandbox/bot-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
let now = 1_800_000_000_000;
beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterEach(() => sandbox.close());

function privateChat(username = 'luna_bot') {
  const bot = sandbox.createBot({ username });
  const anna = sandbox.createUser({ firstName: 'Anna' });
  return { bot, anna, api: clientOf(sandbox, bot) };
}

const texts = (updates: Update[]) => updates.map((update) => update.message?.text);

describe('long polling', () => {
  test('update ids rise by one per bot and stay until a higher offset confirms them', async () => {
    const { bot, anna, api } = privateChat();
    for (const text of ['one', 'two', 'three']) anna.sends(bot, text);
    const updates = await api.getUpdates();
    const [first] = updates;
    expect(updates.map((update) => update.update_id - (first?.update_id ?? 0))).toEqual([0, 1, 2]);
    expect(await api.getUpdates()).toEqual(updates);
    const rest = await api.getUpdates({ offset: (first?.update_id ?? 0) + 1, limit: 1 });
    expect(texts(rest)).toEqual(['two']);
    expect(bot.pendingUpdates).toBe(2);
    expect(texts(await api.getUpdates({ offset: -1 }))).toEqual(['three']);
    expect(bot.pendingUpdates).toBe(1);
  });

  test('a long poll wakes at once when something happens', async () => {
    const { bot, anna, api } = privateChat();
    const waiting = api.getUpdates({ timeout: 50 });
    await sandbox.until('the poll has arrived', () => sandbox.polls(bot));
    anna.sends(bot, 'hi');
    expect(texts(await waiting)).toEqual(['hi']);
  });

  test('a second poller makes the older one fail with 409', async () => {
    const { bot, anna, api } = privateChat();
    const older = refusal(api.getUpdates({ timeout: 50 }));
    await sandbox.until('the first poll has arrived', () => sandbox.polls(bot));
    const newer = api.getUpdates({ timeout: 50 });
    expect(await older).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    anna.sends(bot, 'hi');
    expect(texts(await newer)).toEqual(['hi']);
  });

  test('updates older than a day and taps older than 150 seconds are gone', async () => {
    const { bot, anna, api } = privateChat();
    const id = anna.sends(bot, 'old');
    anna.sendsForgedCallback(bot, id, 'tap');
    now += 151_000;
    expect(texts(await api.getUpdates())).toEqual(['old']);
    now += 86_400_000;
    expect(await api.getUpdates()).toEqual([]);
  });

  test('allowed_updates filters, an empty list means the default and none keeps the last', async () => {
    const { bot, anna, api } = privateChat();
    await api.getUpdates({ allowed_updates: ['callback_query'] });
    anna.sends(bot, 'unseen');
    expect(await api.getUpdates()).toEqual([]);
    await api.getUpdates({ allowed_updates: [] });
    anna.sends(bot, 'seen');
    expect(texts(await api.getUpdates())).toEqual(['seen']);
  });
});

/** A bot's webhook that answers as told. */
class Receiver {
  readonly updates: Update[] = [];
  readonly secrets: unknown[] = [];
  /** Status codes for the next requests; 200 when empty. `hold` keeps the answer back. */
  plan: (number | 'hold' | 'drop')[] = [];
  readonly held: (() => void)[] = [];
  #server: Server | undefined;

  async listen(): Promise<string> {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        this.updates.push(JSON.parse(body) as Update);
        this.secrets.push(request.headers['x-telegram-bot-api-secret-token']);
        const next = this.plan.shift() ?? 200;
        if (next === 'hold') this.held.push(() => response.writeHead(200).end());
        else if (next === 'drop') request.socket.destroy();
        else response.writeHead(next).end();
      });
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async close() {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

describe('webhooks', () => {
  let receiver: Receiver;
  let url = '';
  beforeEach(async () => {
    receiver = new Receiver();
    url = await receiver.listen();
  });
  afterEach(() => receiver.close());

  const arrived = (count: number) =>
    sandbox.until(`${count} deliveries`, () => receiver.updates.length >= count);

  test('what waited and what comes is delivered with the secret, and getUpdates is refused', async () => {
    const { bot, anna, api } = privateChat();
    anna.sends(bot, 'before');
    await api.setWebhook(url, { secret_token: 's3cret_-', max_connections: 7 });
    anna.sends(bot, 'after');
    await arrived(2);
    expect(texts(receiver.updates)).toEqual(['before', 'after']);
    expect(receiver.secrets).toEqual(['s3cret_-', 's3cret_-']);
    expect(bot.webhook).toEqual({ url, secretToken: 's3cret_-', maxConnections: 7 });
    expect(await refusal(api.getUpdates())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await api.deleteWebhook();
    anna.sends(bot, 'polled');
    expect(texts(await api.getUpdates())).toEqual(['polled']);
  });

  test.each([503, 302, 'drop'] as const)(
    'after %s the same update comes again and later ones of that chat wait',
    async (failure) => {
      const { bot, anna, api } = privateChat();
      await api.setWebhook(url);
      receiver.plan = [failure, failure];
      anna.sends(bot, 'one');
      for (const text of ['two', 'three', 'four']) anna.sends(bot, text);
      await arrived(6);
      expect(texts(receiver.updates)).toEqual(['one', 'one', 'one', 'two', 'three', 'four']);
      await sandbox.until('all is confirmed', () => bot.pendingUpdates === 0);
      expect((await api.getWebhookInfo()).last_error_message).toBeTypeOf('string');
    },
  );

  test('one chat gets one delivery at a time, other chats do not wait for it', async () => {
    const { bot, anna, api } = privateChat();
    const ben = sandbox.createUser({ firstName: 'Ben' });
    await api.setWebhook(url);
    receiver.plan = ['hold'];
    anna.sends(bot, 'anna 1');
    await arrived(1);
    anna.sends(bot, 'anna 2');
    ben.sends(bot, 'ben 1');
    ben.sends(bot, 'ben 2');
    await arrived(3);
    expect(texts(receiver.updates)).toEqual(['anna 1', 'ben 1', 'ben 2']);
    expect((await api.getWebhookInfo()).pending_update_count).toBe(2);
    receiver.held.shift()?.();
    await arrived(4);
    expect(texts(receiver.updates).at(-1)).toBe('anna 2');
  });

  test('max_connections bounds how many chats are served at once', async () => {
    const { bot, anna, api } = privateChat();
    const ben = sandbox.createUser({ firstName: 'Ben' });
    await api.setWebhook(url, { max_connections: 1 });
    receiver.plan = ['hold'];
    anna.sends(bot, 'anna');
    ben.sends(bot, 'ben');
    await arrived(1);
    expect(texts(receiver.updates)).toEqual(['anna']);
    receiver.held.shift()?.();
    await arrived(2);
  });

  test('a webhook that is not there keeps the updates and tells why', async () => {
    const { bot, anna, api } = privateChat();
    await receiver.close();
    await api.setWebhook(url);
    anna.sends(bot, 'hi');
    await sandbox.until('the failure is told', () => bot.webhook?.lastError);
    expect(await api.getWebhookInfo()).toMatchObject({
      url,
      pending_update_count: 1,
      last_error_message: 'Connection refused',
    });
    await api.deleteWebhook();
    expect(texts(await api.getUpdates())).toEqual(['hi']);
  });

  test('drop_pending_updates forgets what waited', async () => {
    const { bot, anna, api } = privateChat();
    anna.sends(bot, 'old');
    await api.setWebhook(url, { drop_pending_updates: true });
    anna.sends(bot, 'new');
    await arrived(1);
    expect(texts(receiver.updates)).toEqual(['new']);
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(bot.pendingUpdates).toBe(0);
  });

  test('plain http is for loopback only, ports are four, and the secret has an alphabet', async () => {
    const { api } = privateChat();
    expect(await refusal(api.setWebhook('http://example.org/hook'))).toBe(
      '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    );
    expect(await refusal(api.setWebhook('https://example.org:8080/hook'))).toBe(
      '400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    );
    expect(await refusal(api.setWebhook(url, { secret_token: 'with space' }))).toBe(
      '400 Bad Request: secret token contains unallowed characters',
    );
    await api.setWebhook('https://example.org/hook');
    expect((await api.getWebhookInfo()).url).toBe('https://example.org/hook');
  });
});
