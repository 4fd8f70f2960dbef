import { request } from 'node:http';
import { Stripe } from 'stripe';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import { createHttpServer, type HttpServer } from '#src/http/server.ts';
import { stripeWebhook } from '#src/http/stripe-webhook.ts';
import { delivery, eventBody } from '#test/support/stripe/signed-event.ts';
import { bedSecret, openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

const second = 'whsec_second000000000';
let bed: StripeBed;
let http: HttpServer;
let url: string;

async function serve(webhookSecrets: readonly string[] = [bedSecret]): Promise<void> {
  bed = await openStripeBed({ webhookSecrets });
  http = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    handleHook: () => Promise.resolve({ status: 200 }),
    routes: [stripeWebhook((delivered) => bed.side.takeEvent(delivered))],
  });
  ({ url } = await http.start());
  http.open();
}
afterEach(async () => {
  await http.stop();
  await bed[Symbol.asyncDispose]();
});

const post = (body: string | Uint8Array<ArrayBuffer>, signature?: string) =>
  fetch(`${url}/stripe/webhook`, {
    method: 'POST',
    body,
    headers: signature === undefined ? {} : { 'Stripe-Signature': signature },
  });
const postSigned = (body: string, secret = bedSecret, at = bed.clock.now()) =>
  post(body, delivery(body, secret, at).signature);
const anEvent = () => eventBody(bed.account.tell('cus_x', 'invoice.paid'));
const known = async () => (await bed.book.eventCounts()).deliveredAt !== null;

describe('POST /stripe/webhook', () => {
  test('stores a signed event before it answers 200, and the same one once', async () => {
    await serve();
    const { tenantId, customerId } = await bed.addTenant();
    bed.account.subscribe(customerId, 'pro_monthly');
    const [created] = bed.account.events;
    if (!created) throw new Error('no event');
    const body = eventBody(created);
    const answers = await Promise.all([1, 2, 3].map(() => postSigned(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await answers[0]?.text()).toBe('');
    expect(answers[0]?.headers.get('X-Content-Type-Options')).toBe('nosniff');
    await bed.side.idle();
    expect(bed.plans.of(tenantId)?.subscription?.status).toBe('active');
    expect(await bed.book.storeEvent(created, 'listed')).toBe(false);
  });

  test('answers 400 to what nobody signed, or another secret, and keeps nothing', async () => {
    await serve();
    const body = anEvent();
    for (const signature of [undefined, '', 'nonsense', 't=1,v1=00', 't=1', 'v1=00']) {
      expect((await post(body, signature)).status).toBe(400);
    }
    expect((await postSigned(body, 'whsec_of_somebody_else')).status).toBe(400);
    const { signature } = delivery(body, bedSecret, bed.clock.now());
    expect((await post(`${body} `, signature)).status).toBe(400);
    expect((await post(body.slice(0, -20), signature)).status).toBe(400);
    expect((await post('', signature)).status).toBe(400);
    expect(await known()).toBe(false);
    // Whoever sends a thousand of them does not fill the log.
    const told = bed.lines.filter((line) => line.includes('stripe.event-refused'));
    expect(told.length).toBeLessThanOrEqual(2);
  });

  test('refuses an old timestamp, and says so: a clock may be wrong', async () => {
    await serve();
    const body = anEvent();
    expect((await postSigned(body, bedSecret, bed.clock.now() - 301_000)).status).toBe(400);
    expect(bed.lines.at(-1)).toBe('stripe.event-refused {"reason":"old"}');
    expect((await postSigned(body, bedSecret, bed.clock.now() - 300_000)).status).toBe(200);
    // A clock of ours that is late sees Stripe's timestamps in the future: only Stripe can sign them, however late it is.
    for (const ahead of [1_000, 300_000, 301_000, 86_400_000]) {
      expect((await postSigned(anEvent(), bedSecret, bed.clock.now() + ahead)).status).toBe(200);
    }
    expect(bed.lines.filter((line) => line.startsWith('stripe.event-refused'))).toHaveLength(1);
  });

  test('refuses thin events and what is no event, however well it is signed', async () => {
    await serve();
    const thin = JSON.stringify({ id: 'evt_1', object: 'v2.core.event', type: 'v1.invoice.paid' });
    expect((await postSigned(thin)).status).toBe(400);
    expect(bed.lines.at(-1)).toBe('stripe.event-refused {"reason":"thin"}');
    for (const body of ['{', 'null', '[]', '{}', '{"object":"event","id":7}', '"text"']) {
      expect((await postSigned(body)).status).toBe(400);
    }
    expect(bed.lines.at(-1)).toBe('stripe.event-refused {"reason":"no-event"}');
  });

  test('takes two secrets while one is being changed, and after that the new one alone', async () => {
    await serve([bedSecret, second]);
    expect((await postSigned(anEvent(), bedSecret)).status).toBe(200);
    expect((await postSigned(anEvent(), second)).status).toBe(200);
    // Stripe itself signs with both for a while.
    const body = anEvent();
    const timestamp = Math.floor(bed.clock.now() / 1000);
    const header = (secret: string) =>
      Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
    const both = `${header('whsec_being_retired')},${header(second).split(',')[1]}`;
    expect((await post(body, both)).status).toBe(200);
    await http.stop();
    await bed[Symbol.asyncDispose]();
    await serve([second]);
    expect((await postSigned(anEvent(), bedSecret)).status).toBe(400);
    expect((await postSigned(anEvent(), second)).status).toBe(200);
  });

  test('keeps an event of another API version, since it is read anew, and warns once', async () => {
    await serve();
    const { tenantId, customerId } = await bed.addTenant();
    bed.account.subscribe(customerId, 'pro_monthly');
    for (const event of bed.account.events) {
      const body = eventBody({ ...event, apiVersion: '2024-06-20' });
      expect((await postSigned(body)).status).toBe(200);
    }
    await bed.side.idle();
    expect(bed.plans.of(tenantId)?.subscription?.status).toBe('active');
    const told = bed.lines.filter((line) => line.startsWith('stripe.other-api-version'));
    expect(told).toEqual(['stripe.other-api-version {"reason":"2024-06-20"}']);
  });

  test('does not keep kinds of events that it does not need', async () => {
    await serve();
    const body = eventBody(bed.account.tell('cus_x', 'payment_intent.created'));
    expect((await postSigned(body)).status).toBe(200);
    expect(await known()).toBe(false);
  });

  test('answers 413 to more than 1 MB, announced or streamed', async () => {
    await serve();
    const long = 'x'.repeat(1024 * 1024 + 1);
    expect((await post(long, 't=1,v1=00')).status).toBe(413);
    const streamed = await new Promise<number | undefined>((done, fail) => {
      const outgoing = request(`${url}/stripe/webhook`, { method: 'POST' }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      });
      outgoing.on('error', fail);
      for (let sent = 0; sent < 2_000_000; sent += 65_536) outgoing.write('x'.repeat(65_536));
      outgoing.end();
    });
    expect(streamed).toBe(413);
  });

  test('answers 503 when it cannot store, and before the server is open', async () => {
    await serve();
    await http.drain();
    expect((await postSigned(anEvent())).status).toBe(503);
    http.open();
    await bed.storage.storage.close();
    const body = anEvent();
    const answer = await postSigned(body);
    expect(answer.status).toBe(503);
    await bed.storage.reopen();
  });

  test('knows nothing else below its path', async () => {
    await serve();
    expect((await fetch(`${url}/stripe/webhook`)).status).toBe(404);
    expect((await fetch(`${url}/stripe`)).status).toBe(404);
    expect((await fetch(`${url}/stripe/other`, { method: 'POST' })).status).toBe(404);
  });
});
