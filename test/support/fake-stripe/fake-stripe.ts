import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { actsOf, priceNamed } from './acts/acts-of.ts';
import { nextDue } from './billing/next-due.ts';
import type { FakeStripe, FakeStripeOptions } from './contract.ts';
import { control } from './http/control.ts';
import { listen } from './http/listen.ts';
import { StripeApi } from './http/stripe-api.ts';
import { loadStripeSchema } from './http/stripe-schema.ts';
import { newPrice, newProduct } from './objects/catalog.ts';
import { allRoutes } from './resources/all-routes.ts';
import { addEndpoint } from './resources/webhook-endpoints.ts';
import { Deliveries } from './webhooks/deliveries.ts';
import { World } from './world.ts';

export type { FakeStripe, FakeStripeOptions } from './contract.ts';

/** Starts a fake Stripe on loopback. Hold it with `await using`. */
export async function startFakeStripe(options: FakeStripeOptions = {}): Promise<FakeStripe> {
  const secretKey = options.secretKey ?? 'sk_test_fake0123456789';
  const world = new World({
    seed: options.seed ?? 1,
    apiVersion: options.apiVersion ?? Stripe.API_VERSION,
    livemode: !/^(sk|rk)_test_/.test(secretKey),
    base: options.now ?? Date.now,
    nextDue,
  });
  const schema = options.useSchema === false ? undefined : loadStripeSchema();
  const api = new StripeApi(world, allRoutes, schema, secretKey);
  const webhooks = new Deliveries(world, options.signedAt ?? Date.now);
  world.onEvent = (event) => {
    api.checkEvent(event);
    webhooks.take(event);
  };
  const acts = actsOf(world);
  const controlled = { ...acts, clock: world.clock };
  const server = await listen(
    world,
    api,
    (path, form) => control(controlled, path, form),
    options.port ?? 0,
  );
  const { port } = server.address() as AddressInfo;
  world.url = `http://127.0.0.1:${port}`;
  if (options.webhook !== undefined)
    addEndpoint(world, { ...options.webhook, events: ['*'], apiVersion: world.apiVersion });

  const secretsOf = (endpoint = [...world.book.endpoints.keys()].at(-1) ?? '') =>
    world.book.secrets.get(endpoint) ?? [];
  const settled = (timeoutMs?: number) => webhooks.settled(timeoutMs);

  return {
    url: world.url,
    host: '127.0.0.1',
    port,
    secretKey,
    apiVersion: world.apiVersion,
    get webhookSecrets() {
      return secretsOf();
    },
    clock: world.clock,
    settings: world.settings,
    book: world.book,
    calls: api.calls,
    violations: api.violations,
    checked: schema !== undefined,
    ...acts,
    webhooks,
    eventTypes: () => [...world.book.events.values()].map((event) => event.type),
    lastEvent(type) {
      const found = [...world.book.events.values()].findLast(
        (event) => type === undefined || event.type === type,
      );
      if (found === undefined) throw new Error(`There was no event ${type ?? ''}.`);
      return found;
    },
    sell(given) {
      const product = newProduct(world.ids.next('prod_'), world.seconds, given.name);
      world.book.products.set(product.id, product);
      const price = newPrice(world.ids.next('price_', 24), world.seconds, {
        product: product.id,
        currency: given.currency ?? 'eur',
        unitAmount: given.amount,
        recurring:
          given.every === undefined
            ? null
            : {
                interval: given.every,
                interval_count: 1,
                meter: null,
                trial_period_days: null,
                usage_type: 'licensed',
              },
      });
      price.lookup_key = given.key;
      world.book.prices.set(price.id, price);
      return price;
    },
    price: (key) => priceNamed(world, key),
    addEndpoint: (url, given = {}) =>
      addEndpoint(world, {
        url,
        events: given.events ?? ['*'],
        apiVersion: given.apiVersion ?? world.apiVersion,
        ...(given.secret === undefined ? {} : { secret: given.secret }),
      }),
    rollSecret(endpoint) {
      const secret = world.ids.next('whsec_', 32);
      secretsOf(endpoint).unshift(secret);
      return secret;
    },
    dropOldSecrets: (endpoint) => void secretsOf(endpoint).splice(1),
    fault: (fault) => api.faults.add(fault),
    clearFaults: () => api.faults.clear(),
    async advance(ms) {
      world.clock.advance(ms);
      await settled();
    },
    settled,
    async [Symbol.asyncDispose]() {
      webhooks.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
