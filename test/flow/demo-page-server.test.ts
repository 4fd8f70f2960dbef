import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type PageServer, startPageServer } from '#scripts/demo/page-server.ts';
import { draftsHint } from '#scripts/demo/providers.ts';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function page(sandboxUrl = 'http://127.0.0.1:9'): Promise<PageServer> {
  const server = await startPageServer({ port: 0, sandboxUrl, creatorId: 7, botId: 70 });
  open.push(server);
  return server;
}

/** A far edge that answers every path with the same reply. */
async function edge(type: string, body: string, end = true): Promise<string> {
  const server = createServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-type': type });
    outgoing.write(body);
    if (end) outgoing.end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  open.push({
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asks with headers that fetch would not let through. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the page comes with a policy that lets only its own scripts run', async () => {
  const { url } = await page();
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<title>Fanline demo</title>');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the page learns whose phones it shows', async () => {
  const { url } = await page();
  const answer = await fetch(`${url}/demo.json`);
  expect(await answer.json()).toEqual({ creatorId: 7, botId: 70 });
});

test('where a provider’s key is set, a line says that the creator must agree first', () => {
  expect(draftsHint({})).toBeUndefined();
  expect(draftsHint({ GROQ_API_KEY: '' })).toBeUndefined();
  expect(draftsHint({ GROQ_API_KEY: 'a', XAI_API_KEY: 'b' })).toBe(
    'Set up: Groq and xAI. AI drafts begin once Luna agrees in /settings, AI drafts.',
  );
});

test.each([
  '/../page-server.ts',
  '/..%2fpage-server.ts',
  '/%2e%2e/page-server.ts',
  '/tsconfig.json',
  '/styles/',
  '/nothing.js',
])('%s is not served', async (path) => {
  const { url } = await page();
  expect(await ask(url + path, { host: new URL(url).host })).toBe(404);
});

test('a request that names another host is refused, so that no other website reaches the sandbox', async () => {
  const { url } = await page(await edge('application/json', '{}'));
  expect(await ask(`${url}/sandbox/people`, { host: 'evil.example' })).toBe(403);
});

test('a request from another origin is refused', async () => {
  const { url } = await page(await edge('application/json', '{}'));
  const { host } = new URL(url);
  const answer = await ask(`${url}/sandbox/act`, { host, origin: 'http://evil.example' }, 'POST');
  expect(answer).toBe(403);
});

test('a file that a fan sent cannot run as a page of this origin', async () => {
  const { url } = await page(await edge('text/html', '<script>alert(1)</script>'));
  const answer = await fetch(`${url}/sandbox/files/1`);
  expect(await answer.text()).toContain('<script>');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

test('events stream through while the connection is open', async () => {
  const { url } = await page(await edge('text/event-stream', 'data: {"seq":1}\n\n', false));
  const answer = await fetch(`${url}/sandbox/events?user=7`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toBe('data: {"seq":1}\n\n');
  await reader?.cancel();
});

test('a sandbox that does not answer is said, not hidden', async () => {
  const { url } = await page('http://127.0.0.1:1');
  const answer = await fetch(`${url}/sandbox/people`);
  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({ ok: false, error: 'The sandbox does not answer.' });
});

test('a port in use is named in the error', async () => {
  const { url } = await page();
  const port = Number(new URL(url).port);
  const options = { port, sandboxUrl: 'http://127.0.0.1:9', creatorId: 7, botId: 70 };
  await expect(startPageServer(options)).rejects.toThrow(`Port ${port} is in use`);
});

test('the page is never opened to other machines', async () => {
  const options = { port: 0, sandboxUrl: 'http://127.0.0.1:9', creatorId: 7, botId: 70 };
  await expect(startPageServer({ ...options, host: '0.0.0.0' })).rejects.toThrow('loopback only');
});
