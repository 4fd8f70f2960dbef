import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, checkToken, createApi } from '#src/telegram/api-client.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

/** An address at which nobody listens. */
async function deadRoot(): Promise<string> {
  const server = createServer();
  const root = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return root;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a token', () => {
  test('that is good says whose it is', async () => {
    const bot = sandbox.createBot({ username: 'luna_bot' });
    expect(await checkToken(`${sandbox.url}/`, bot.token)).toMatchObject({
      ok: true,
      me: { id: bot.id, username: 'luna_bot' },
    });
  });

  test('that is revoked, unknown or none is refused', async () => {
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const { token } = bot;
    bot.revokeToken();
    for (const bad of [token, '1:AAAA', '', 'x', '../getMe', '1:a/b', '1:a\r\nx: y']) {
      expect(await checkToken(sandbox.url, bad)).toEqual({ ok: false, reason: 'refused' });
    }
  });

  test('cannot be checked when nobody answers', async () => {
    const answer = await checkToken(await deadRoot(), '1:AAAA');
    expect(answer).toEqual({ ok: false, reason: 'unreachable' });
  });
});

describe('a call', () => {
  const call = (api: ReturnType<typeof createApi>) =>
    callApi(api, 'sendMessage', { chat_id: 1, text: 'a secret text' });

  test.each([
    ['getUpdates', { timeout: 30 }],
    ['getWebhookInfo', {}],
    ['getMe', {}],
  ])('of %s that is given up ends at once', async (method, payload) => {
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const api = createApi({ token: bot.token, apiRoot: sandbox.url });
    sandbox.fault({ fault: 'slow', ms: 60_000, times: 1 });
    const abort = new AbortController();
    const answer = callApi(api, method, payload, abort.signal);
    setTimeout(() => abort.abort(), 20);
    expect((await answer).outcome).not.toBe('ok');
  });

  test('that never left this machine is certainly not done', async () => {
    const api = createApi({ token: '1:AASECRET', apiRoot: await deadRoot() });
    expect(await call(api)).toMatchObject({ outcome: 'transient', description: 'ECONNREFUSED' });
  });

  test('without an answer in time may have been done', async () => {
    const server = createServer(() => undefined);
    const api = createApi({ token: '1:AASECRET', apiRoot: await listening(server), timeoutMs: 50 });
    expect(await call(api)).toMatchObject({ outcome: 'unknown' });
    server.closeAllConnections();
    server.close();
  });

  test.each([
    [502, '<html>Bad Gateway</html>', 'unknown'],
    [504, '', 'unknown'],
    [413, '<html>Too Large</html>', 'transient'],
    [200, 'null', 'unknown'],
    [302, '<html>a captive portal</html>', 'transient'],
  ])('answered by something in between (%i %j) is told apart', async (status, body, outcome) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    const api = createApi({ token: '1:AASECRET', apiRoot: await listening(server) });
    expect(await call(api)).toMatchObject({ outcome });
    server.closeAllConnections();
    server.close();
  });

  test('whose answer comes in pieces is read whole, letters cut in two included', async () => {
    const body = Buffer.from(JSON.stringify({ ok: true, result: { text: 'Grüße, мир' } }));
    const cut = body.indexOf(Buffer.from('ü')) + 1;
    const server = createServer((_request, response) => {
      response.write(body.subarray(0, cut), () => {
        setTimeout(() => response.end(body.subarray(cut)), 20);
      });
    });
    const api = createApi({ token: '1:AASECRET', apiRoot: await listening(server) });
    expect(await call(api)).toEqual({ outcome: 'ok', result: { text: 'Grüße, мир' } });
    server.closeAllConnections();
    server.close();
  });

  test('whose answer breaks off may have been done', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"ok":true,', () => response.destroy());
    });
    const api = createApi({ token: '1:AASECRET', apiRoot: await listening(server) });
    expect(await call(api)).toMatchObject({ outcome: 'unknown' });
    server.closeAllConnections();
    server.close();
  });

  test('gives Telegram’s result, also of methods without parameters', async () => {
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const api = createApi({ token: bot.token, apiRoot: sandbox.url });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => callApi(api, 'getWebhookInfo', {})),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ outcome: 'ok', result: { url: '' } });
    }
  });

  test('that fails tells neither token nor payload, however closely one looks', async () => {
    const outcomes = [
      await call(createApi({ token: '1:AASECRET', apiRoot: await deadRoot() })),
      await call(createApi({ token: '1:AASECRET', apiRoot: sandbox.url })),
    ];
    sandbox.fault({ fault: 'drop_before' });
    const bot = sandbox.createBot({ username: 'luna_bot' });
    const api = createApi({ token: bot.token, apiRoot: sandbox.url });
    outcomes.push(await call(api), await call(api));
    const seen = inspect(outcomes, { depth: null, showHidden: true }) + JSON.stringify(outcomes);
    for (const secret of ['AASECRET', bot.token.split(':')[1], 'a secret text']) {
      expect(seen).not.toContain(secret);
    }
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'transient',
      'unauthorized',
      'unknown',
      'refused',
    ]);
  });
});
