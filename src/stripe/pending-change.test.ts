import { beforeEach, describe, expect, test } from 'vitest';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import { bedOfEachTest, luna } from '#test/support/stripe/bed-of-each-test.ts';
import { planNow } from '#test/support/stripe/plan-now.ts';

const hourMs = 3_600_000;

describe('an upgrade that the card does not pay', () => {
  const bed = bedOfEachTest();
  let customer: string;
  let id: string;

  beforeEach(async () => {
    await setUpStripe({ stripe: bed.config, publicUrl: bed.url }, {});
    const paid = await bed.subscribed();
    customer = paid.customer;
    id = paid.state.subscriptionId;
    bed.fake.customers.failPayments(customer);
    bed.fake.portal.change(id, 'studio_monthly');
    await bed.settled();
    expect(bed.fake.book.subscriptions.get(id)?.pending_update).not.toBeNull();
  });

  const changeTo = async (priceKey: 'studio_monthly' | 'studio_yearly') =>
    await bed.port.previewChange(luna, priceKey);
  const statuses = () => [...bed.fake.book.invoices.values()].map(({ status }) => status);

  test('waits, and leaves the old plan as it is; another change has to wait for it', async () => {
    expect(bed.stateOf()).toMatchObject({
      status: 'active',
      priceKey: 'pro_monthly',
      pastDueSince: null,
    });
    expect(planNow(bed, luna)).toBe('pro: subscription');
    expect(statuses()).toEqual(['paid', 'open']);
    const planned = { ok: false, reason: 'planned' };
    expect(await changeTo('studio_monthly')).toEqual(planned);
    expect(await changeTo('studio_yearly')).toEqual(planned);
    // It can be paid or taken back on the portal's first page.
    const flow = { kind: 'confirm-plan', priceKey: 'studio_yearly' } as const;
    const page = await bed.port.portal(luna, { returnUrl: bed.url, flow });
    expect(page.ok).toBe(true);
    expect([...bed.fake.book.portalSessions.values()].at(-1)?.flow).toBeNull();
  });

  test('is gone after a day, with the old plan, and can be wished for again', async () => {
    await bed.advance(22 * hourMs);
    expect(await changeTo('studio_monthly')).toEqual({ ok: false, reason: 'planned' });
    await bed.advance(2 * hourMs);
    expect(statuses()).toEqual(['paid', 'void']);
    expect(bed.stateOf()).toMatchObject({ status: 'active', priceKey: 'pro_monthly' });
    expect(planNow(bed, luna)).toBe('pro: subscription');
    expect((await changeTo('studio_monthly')).ok).toBe(true);
    // The period that was paid goes on, and so does what follows it.
    bed.fake.portal.newCard(customer);
    await bed.advance(32 * 24 * hourMs);
    expect(planNow(bed, luna)).toBe('pro: subscription');
  });

  test('begins once it is paid', async () => {
    await bed.advance(hourMs);
    bed.fake.portal.newCard(customer);
    await bed.settled();
    // A new card alone pays nothing.
    expect(planNow(bed, luna)).toBe('pro: subscription');
    expect(bed.fake.portal.payOpen(customer)).toEqual(['paid']);
    await bed.settled();
    expect(bed.stateOf()).toMatchObject({ subscriptionId: id, priceKey: 'studio_monthly' });
    expect(planNow(bed, luna)).toBe('studio: subscription');
    expect((await changeTo('studio_yearly')).ok).toBe(true);
  });
});
