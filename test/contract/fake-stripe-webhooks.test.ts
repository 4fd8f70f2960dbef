import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FakeStripeBed,
  openFakeStripeBed,
} from '#test/support/fake-stripe/fake-stripe-bed.ts';

let bed: FakeStripeBed;
let fake: FakeStripeBed['fake'];
let stripe: FakeStripeBed['stripe'];
let subscriber: FakeStripeBed['subscriber'];

beforeEach(async () => {
  bed = await openFakeStripeBed();
  ({ fake, stripe, subscriber } = bed);
});

afterEach(async () => {
  await bed[Symbol.asyncDispose]();
});

describe('webhooks', () => {
  /** An endpoint that verifies as the product does. */
  const endpoint = async () => {
    const seen: string[] = [];
    const events: Stripe.Event[] = [];
    /** When each of them came, in ms of `performance.now`. */
    const came: number[] = [];
    const refused: string[] = [];
    const answers: number[] = [];
    const secrets: string[] = [];
    const server = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const header = request.headers['stripe-signature'] ?? '';
        const attempts = secrets.map((secret) => {
          try {
            return stripe.webhooks.constructEvent(body, header, secret);
          } catch (error) {
            return error instanceof Error ? error : new Error('refused');
          }
        });
        const event = attempts.find((each) => 'data' in each);
        const [first] = attempts;
        if (event === undefined) refused.push(first instanceof Error ? first.message : '');
        else {
          seen.push(event.type);
          events.push(event);
          came.push(performance.now());
        }
        response.writeHead(event === undefined ? 400 : (answers.shift() ?? 200)).end();
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stripe/webhook`;
    return {
      url,
      seen,
      events,
      came,
      refused,
      answers,
      secrets,
      async [Symbol.asyncDispose]() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  };

  test('an endpoint gets what it asked for, again until it takes it', async () => {
    await using here = await endpoint();
    const made = await stripe.webhookEndpoints.create({
      url: here.url,
      enabled_events: ['customer.subscription.created', 'invoice.paid'],
      api_version: '2026-10-28.endive',
    });
    here.secrets.push(made.secret ?? '');
    expect((await stripe.webhookEndpoints.list()).data[0]).not.toHaveProperty('secret');
    here.answers.push(500);
    await subscriber();
    await fake.settled();
    expect(here.seen.toSorted()).toEqual([
      'customer.subscription.created',
      'customer.subscription.created',
      'invoice.paid',
    ]);
    expect(here.refused).toEqual([]);
    expect(fake.violations).toEqual([]);
  });

  test('deliveries are forged, old, thin, cut, doubled, late, lost or out of order as told', async () => {
    await using here = await endpoint();
    fake.addEndpoint(here.url, { events: ['customer.created'] });
    here.secrets.push(...fake.webhookSecrets);
    for (const twist of ['bad-signature', 'old-timestamp', 'thin', 'cut-body'] as const) {
      fake.webhooks.twist({ twist });
      await stripe.customers.create({});
      await fake.settled();
    }
    expect(here.refused).toHaveLength(4);
    expect(here.seen).toHaveLength(4);
    fake.webhooks.twist({ twist: 'duplicate' });
    fake.webhooks.twist({ twist: 'drop' });
    for (let count = 0; count < 2; count += 1) await stripe.customers.create({});
    await fake.settled();
    expect(here.seen).toHaveLength(4 + 2);

    fake.webhooks.twist({ twist: 'delay', ms: 300 });
    const began = performance.now();
    const late = await stripe.customers.create({});
    const early = await stripe.customers.create({});
    await fake.settled();
    const order = here.events.slice(-2).map(({ data }) => (data.object as { id?: string }).id);
    expect(order).toEqual([early.id, late.id]);
    // A timer may be a moment early.
    expect((here.came.at(-1) ?? 0) - began).toBeGreaterThan(290);

    fake.webhooks.hold();
    for (let count = 0; count < 6; count += 1) await stripe.customers.create({});
    expect(fake.webhooks.held).toHaveLength(6);
    const inOrder = fake.webhooks.held.map((event) => event.id);
    await fake.webhooks.deliver({ shuffle: 7 });
    const sent = fake.webhooks.tries.slice(-6).map((each) => each.event);
    expect(sent).not.toEqual(inOrder);
    expect(sent.toSorted()).toEqual(inOrder.toSorted());
  });

  test('an endpoint of an older version gets the shape of that version', async () => {
    await using here = await endpoint();
    const type = 'customer.subscription.created';
    fake.addEndpoint(here.url, { events: [type], apiVersion: '2025-02-24.acacia' });
    here.secrets.push(...fake.webhookSecrets);
    await subscriber();
    await fake.settled();
    const old = here.events.at(-1);
    expect(old?.api_version).toBe('2025-02-24.acacia');
    expect(old?.data.object).toHaveProperty('current_period_end');
    expect(old?.data.object).not.toHaveProperty('items.data.0.current_period_end');
    expect(fake.lastEvent(type).data.object).not.toHaveProperty('current_period_end');
  });

  test('while a secret is changed both sign', async () => {
    await using here = await endpoint();
    fake.addEndpoint(here.url, { events: ['customer.created'], secret: 'whsec_old' });
    here.secrets.push('whsec_old');
    const fresh = fake.rollSecret();
    await stripe.customers.create({});
    await fake.settled();
    here.secrets.splice(0, 1, fresh);
    await stripe.customers.create({});
    await fake.settled();
    fake.dropOldSecrets();
    await stripe.customers.create({});
    await fake.settled();
    expect(here.seen).toHaveLength(3);
    expect(here.refused).toEqual([]);
  });
});
