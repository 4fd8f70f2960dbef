import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import {
  createHttpServer,
  type HookAnswer,
  type HttpServer,
  type HttpServerOptions,
} from './server.ts';

const running: HttpServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

type Call = { path: string; secret: string; body: string };

async function serve(
  answer: (call: Call) => Promise<HookAnswer> = async () => ({ status: 200 }),
  options: Pick<HttpServerOptions, 'longestDrainMs' | 'longestHealthMs' | 'isWell'> = {},
) {
  const calls: Call[] = [];
  const server = createHttpServer({
    ...options,
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    handleHook: async (call) => {
      calls.push(call);
      return answer(call);
    },
  });
  running.push(server);
  const { url } = await server.start();
  server.open();
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, { method: 'POST', body, headers });
  return { server, url, calls, post };
}

describe('the HTTP server', () => {
  it('hands path, secret and body of a webhook on and answers as told', async () => {
    const { calls, post } = await serve(async () => ({ status: 503, retryAfter: 4.2 }));
    const answer = await post('/hook/abc_-1', '{"update_id":1}', {
      'X-Telegram-Bot-Api-Secret-Token': 's3cret',
    });
    expect(calls).toEqual([{ path: 'abc_-1', secret: 's3cret', body: '{"update_id":1}' }]);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
  });

  it('refuses a body over 1 MB, announced or streamed, before anybody sees it', async () => {
    const { url, calls, post } = await serve();
    expect((await post('/hook/abc', 'x'.repeat(2 * 1024 * 1024))).status).toBe(413);

    const streamed = await new Promise<number | undefined>((done, fail) => {
      const outgoing = request(`${url}/hook/abc`, { method: 'POST' }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      });
      outgoing.on('error', fail);
      const chunk = Buffer.alloc(64 * 1024, 'x');
      for (let sent = 0; sent < 2 * 1024 * 1024; sent += chunk.length) outgoing.write(chunk);
      outgoing.end();
    });
    expect(streamed).toBe(413);
    expect(calls).toEqual([]);
  });

  it('answers 503 when storing throws, and keeps serving', async () => {
    const { post, url } = await serve(async () => {
      throw new Error('disk');
    });
    expect((await post('/hook/abc', '{}')).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it.each([
    ['works', async () => {}, 200],
    ['has failed', () => Promise.reject(new Error('a thread has ended')), 503],
    ['does not answer in time', () => new Promise<void>(() => {}), 503],
  ])('says whether the program is well: it %s', async (_, isWell, status) => {
    const { url } = await serve(undefined, { isWell, longestHealthMs: 20 });
    expect((await fetch(`${url}/healthz`)).status).toBe(status);
  });

  it('knows nothing but its three paths, and gives nothing away', async () => {
    const { url, post } = await serve();
    for (const path of ['/', '/hook', '/hook/a/b', '/metrics', '/.env', '/hook/%2e%2e%2fetc']) {
      const answer = await fetch(`${url}${path}`);
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, '']);
    }
    expect((await fetch(`${url}/hook/abc`)).status).toBe(404);
    expect((await post('/healthz', '')).status).toBe(404);
  });

  it('sends its security headers with every answer', async () => {
    const { url, post } = await serve(async ({ body }) => {
      if (body === 'fails') throw new Error('disk');
      return { status: body === 'unknown' ? 401 : 200 };
    });
    const answers = [
      ...(await Promise.all(['/healthz', '/nowhere'].map((path) => fetch(`${url}${path}`)))),
      ...(await Promise.all(
        ['{}', 'unknown', 'fails', 'x'.repeat(2_000_000)].map((body) => post('/hook/abc', body)),
      )),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 401, 503, 413]);
    for (const { headers } of answers) {
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
  });

  it('drains: waits for webhooks under way, takes no new ones and is not ready', async () => {
    let finish = () => {};
    let started = () => {};
    const inside = new Promise<void>((done) => (started = done));
    const { server, url, post } = await serve(async () => {
      started();
      await new Promise<void>((done) => (finish = done));
      return { status: 200 };
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const underWay = post('/hook/abc', '{}');
    await inside;
    let drained = false;
    const draining = server.drain().then(() => (drained = true));
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const late = await post('/hook/abc', '{}');
    expect([late.status, late.headers.get('Retry-After')]).toEqual([503, '2']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(drained).toBe(false);
    finish();
    expect((await underWay).status).toBe(200);
    await draining;
  });

  it('drains no longer than it may, whatever hangs', async () => {
    const inside = Promise.withResolvers<void>();
    const { server, post } = await serve(
      async () => {
        inside.resolve();
        return await new Promise(() => {});
      },
      { longestDrainMs: 20 },
    );
    const lost = post('/hook/abc', '{}').catch((error: Error) => error.name);
    await inside.promise;
    await server.drain();
    await server.stop();
    expect(await lost).toBe('TypeError');
  });

  it('says which port is taken and which setting changes it', async () => {
    const { url } = await serve();
    const { port } = new URL(url);
    const second = createHttpServer({
      host: '127.0.0.1',
      port: Number(port),
      log: silentLog,
      handleHook: async () => ({ status: 200 }),
    });
    await expect(second.start()).rejects.toMatchObject({
      code: 'http.port-in-use',
      message: expect.stringMatching(new RegExp(`${port}.*PORT`)),
    });
  });
});
