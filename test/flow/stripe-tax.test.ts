import { afterEach, describe, expect, test } from 'vitest';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { type HttpBed, openHttpBed } from '#test/support/stripe/http-bed.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const dayMs = 86_400_000;

let bed: HttpBed;
afterEach(async () => {
  const { violations } = bed.fake;
  await bed[Symbol.asyncDispose]();
  expect(violations).toEqual([]);
});

const way = (nonce: string) => ({
  userId: 101 as UserId,
  successUrl: 'https://bots.example.com/account/back',
  cancelUrl: 'https://bots.example.com/account',
  nonce,
});

async function subscribed(tenantId: TenantId): Promise<void> {
  const wish = { ...way(`nonce-${tenantId}`), priceKey: 'pro_monthly', trial: false } as const;
  const page = await bed.side.port.checkout(tenantId, wish);
  if (!page.ok) throw new Error(page.reason);
  bed.fake.checkout.pay(page.url);
  await bed.settled();
}

/** What was sent when pages of Checkout were asked for. */
const askedPages = () =>
  bed.fake.calls
    .filter(({ method, path }) => method === 'POST' && path === '/v1/checkout/sessions')
    .map(({ params }) => params);
const taxParams = ['automatic_tax', 'customer_update', 'tax_id_collection'] as const;

describe.each([
  [
    'on',
    true,
    {
      automatic_tax: { enabled: 'true' },
      customer_update: { address: 'auto', name: 'auto' },
      tax_id_collection: { enabled: 'true' },
    },
  ],
  ['off', false, {}],
] as const)('with taxes %s', (_, tax, expected) => {
  test('Checkout is asked for exactly what they need, for plans and top-ups', async () => {
    bed = await openHttpBed({ tax });
    await subscribed(luna);
    const topup = { ...way('nonce-of-topup'), priceKey: 'drafts_topup_500' } as const;
    expect(await bed.side.port.topupCheckout(luna, topup)).toMatchObject({ ok: true });
    const asked = askedPages();
    expect(asked.map(({ mode }) => mode)).toEqual(['subscription', 'payment']);
    for (const params of asked) {
      const sent = taxParams.flatMap((name) => (name in params ? [[name, params[name]]] : []));
      expect(Object.fromEntries(sent)).toEqual(expected);
    }
  });
});

test('a renewal that waits for an address keeps the plan, and is odd until it is mended', async () => {
  bed = await openHttpBed({ tax: true });
  await subscribed(luna);
  await subscribed(mars);
  bed.fake.settings.tax = 'requires_location_inputs';
  await bed.advance(31 * dayMs);
  const row = bed.plans.of(luna);
  const id = row?.subscription?.subscriptionId ?? '';
  expect(row).toMatchObject({ oddity: `no-address:${id}`, subscription: { status: 'active' } });
  await bed.side.reconcile();
  const told = bed.lines.filter(
    (line) => line.startsWith('stripe.oddity') && line.includes('"t-luna"'),
  );
  expect(told).toHaveLength(1);
  // The operator finalizes what waits once the address is there.
  for (const invoice of bed.fake.book.invoices.values()) {
    if (invoice.status === 'draft') bed.fake.book.invoices.delete(invoice.id);
  }
  await bed.side.reconcile();
  expect(bed.plans.of(luna)).toMatchObject({ oddity: null, subscription: { status: 'active' } });
});
