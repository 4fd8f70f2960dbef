import { Stripe } from 'stripe';
import { type FakeStripe, startFakeStripe } from './fake-stripe.ts';

/** A fake Stripe with four prices, and the real client at it. Its time stands at noon of 31 January 2026. */
export interface FakeStripeBed extends AsyncDisposable {
  readonly fake: FakeStripe;
  readonly stripe: Stripe;
  /** The fake's time, epoch seconds. */
  readonly seconds: () => number;
  /** Opens a session as the product does. */
  readonly openSession: (
    customer: string,
    key: string,
    more?: Partial<Stripe.Checkout.SessionCreateParams>,
  ) => Promise<Stripe.Checkout.Session>;
  /** A customer with a running subscription, whose id is `id`. */
  readonly subscriber: (key?: string) => Promise<{ customer: string; id: string }>;
  readonly statusOf: (subscription: string) => Promise<string>;
}

/** A day in ms. */
export const day = 86_400_000;

const noon = Date.UTC(2026, 0, 31, 12);

/** The real client at a fake; it tries nothing twice. */
export function clientOf(fake: FakeStripe, key = fake.secretKey): Stripe {
  return new Stripe(key, {
    host: fake.host,
    port: fake.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    timeout: 2000,
  });
}

/** Opens a bed. */
export async function openFakeStripeBed(): Promise<FakeStripeBed> {
  const fake = await startFakeStripe({ now: () => noon });
  fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1900, every: 'month' });
  fake.sell({ key: 'pro_yearly', name: 'Pro', amount: 19_000, every: 'year' });
  fake.sell({ key: 'studio_monthly', name: 'Studio', amount: 4900, every: 'month' });
  fake.sell({ key: 'drafts_topup_500', name: '500 drafts', amount: 500 });
  const stripe = clientOf(fake);
  const seconds = () => Math.floor(fake.clock.now() / 1000);
  const openSession: FakeStripeBed['openSession'] = (customer, key, more = {}) =>
    stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      client_reference_id: 'tenant-1',
      metadata: { tenant_id: 'tenant-1' },
      line_items: [{ price: fake.price(key).id, quantity: 1 }],
      success_url: 'https://t.me/bot?start=co_nonce',
      cancel_url: 'https://t.me/bot',
      expires_at: seconds() + 3600,
      ...more,
    });
  return {
    fake,
    stripe,
    seconds,
    openSession,
    async subscriber(key = 'pro_monthly') {
      const customer = await stripe.customers.create({ name: 'Tenant' });
      const session = await openSession(customer.id, key);
      fake.checkout.pay(session.id);
      const [subscription] = (await stripe.subscriptions.list({ customer: customer.id })).data;
      if (subscription === undefined) throw new Error('Nobody subscribed.');
      return { customer: customer.id, id: subscription.id };
    },
    statusOf: async (id) => (await stripe.subscriptions.retrieve(id)).status,
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
