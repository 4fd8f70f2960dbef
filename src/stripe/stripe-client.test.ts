import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeClient, pinnedApiVersion } from './stripe-client.ts';

let answer: { status: number; body: string } | 'cut';
const seen: { version: unknown; key: unknown }[] = [];
const server = createServer((request, response) => {
  seen.push({
    version: request.headers['stripe-version'],
    key: request.headers['idempotency-key'],
  });
  if (answer === 'cut') return void request.socket.destroy();
  response.writeHead(answer.status, { 'Content-Type': 'application/json', 'Request-Id': 'req_1' });
  response.end(answer.body);
});
let client: ReturnType<typeof openStripeClient>;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  client = openStripeClient({
    secretKey: 'sk_test_secret0000',
    apiBase: `http://127.0.0.1:${port}`,
  });
});
afterAll(() => {
  client.close();
  server.close();
});

const error = (status: number, more: object = {}) => ({
  status,
  body: JSON.stringify({ error: { type: 'invalid_request_error', message: 'a@b.c', ...more } }),
});
const ask = () => client.ask((stripe) => stripe.customers.retrieve('cus_1'));

test.each([
  [error(401), 'rejected-key', null],
  [error(403), 'rejected-key', null],
  [error(404, { code: 'resource_missing' }), 'no-such-object', 'resource_missing'],
  [error(400, { code: 'parameter_missing' }), 'refused', 'parameter_missing'],
  [error(400, { type: 'idempotency_error' }), 'conflict', null],
  [error(402, { type: 'card_error', code: 'card_declined' }), 'refused', 'card_declined'],
  [error(409, { code: 'lock_timeout' }), 'flooded', 'lock_timeout'],
  [error(429), 'flooded', null],
  [error(500, { type: 'api_error' }), 'down', null],
  [{ status: 502, body: '<html>' }, 'down', null],
  ['cut', 'unreachable', null],
] as const)('an answer %j is a value: %s', async (given, reason, code) => {
  answer = given;
  const asked = await ask();
  expect(asked).toMatchObject({ ok: false, reason, code });
  // Neither the request with its key nor what people typed goes on.
  expect(Object.keys(asked).toSorted()).toEqual(['code', 'ok', 'reason', 'requestId']);
  expect(JSON.stringify(asked)).not.toMatch(/sk_test|@/);
});

test('a fault of ours is thrown, not taken for one of Stripe’s', async () => {
  const broken = client.ask(() => Promise.reject(new TypeError('ours')));
  await expect(broken).rejects.toThrow('ours');
});

test('asks with the version that its types have', async () => {
  answer = { status: 200, body: JSON.stringify({ id: 'cus_1', object: 'customer' }) };
  expect(await ask()).toMatchObject({ ok: true });
  expect(seen.at(-1)?.version).toBe(pinnedApiVersion);
  expect(pinnedApiVersion).toBe(Stripe.API_VERSION);
});
