import { describe, expect, test } from 'vitest';
import {
  bedOfEachTest,
  type BedOfEachTest,
  luna,
  mars,
} from '#test/support/stripe/bed-of-each-test.ts';

const dayMs = 86_400_000;

/** What was sent when pages of Checkout were asked for. */
const askedPages = (bed: BedOfEachTest) =>
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
  const bed = bedOfEachTest({ tax });

  test('Checkout is asked for exactly what they need, for plans and top-ups', async () => {
    await bed.subscribed(luna);
    await bed.topup(luna);
    const asked = askedPages(bed);
    expect(asked.map(({ mode }) => mode)).toEqual(['subscription', 'payment']);
    for (const params of asked) {
      const sent = taxParams.flatMap((name) => (name in params ? [[name, params[name]]] : []));
      expect(Object.fromEntries(sent)).toEqual(expected);
    }
  });
});

describe('with taxes on', () => {
  const bed = bedOfEachTest({ tax: true });

  test('a renewal that waits for an address keeps the plan, and is odd until it is mended', async () => {
    await bed.subscribed(luna);
    await bed.subscribed(mars);
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
});
