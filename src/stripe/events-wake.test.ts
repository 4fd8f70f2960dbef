import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('a tenant id in metadata changes nothing: only our own table says whose a customer is', async () => {
  const victim = await bed.addTenant();
  const { account } = bed;
  const stranger = account.addCustomer();
  account.subscribe(stranger, 'studio_yearly');
  const event = account.tell(stranger, 'customer.subscription.updated');
  const forged = {
    metadata: { tenant_id: victim.tenantId },
    client_reference_id: victim.tenantId,
  };
  expect(await bed.deliver(event, { more: forged })).toEqual({ status: 200 });
  await bed.side.idle();
  expect(bed.plans.of(victim.tenantId)).toBeNull();
  expect(await bed.book.openEvents(10)).toEqual([]);
  expect(bed.lines.at(-1)).toContain('stripe.event-of-nobody');
});

test('many events of a customer are one look at Stripe', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  for (let count = 0; count < 40; count += 1) account.tell(customerId, 'invoice.paid');
  const before = account.reads;
  await Promise.all(account.events.slice(-42).map((event) => bed.deliver(event)));
  await bed.side.idle();
  expect(bed.stateOf(tenantId)?.status).toBe('active');
  expect(account.reads - before).toBeLessThan(6);
});

test('what an event of an older shape says is not taken over, however it differs', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id, periodEnd } = account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  const old = { apiVersion: '2019-05-16' };
  const invoice = { object: 'invoice', subscription: id, paid: false, status: 'uncollectible' };
  const more = { object: 'subscription', status: 'canceled', current_period_end: 1, items: null };
  await bed.deliver(account.tell(customerId, 'invoice.payment_failed', old), { more: invoice });
  await bed.deliver(account.tell(customerId, 'customer.subscription.deleted', old), { more });
  await bed.side.idle();
  expect(bed.stateOf(tenantId)).toMatchObject({ status: 'active', periodEnd, endedAt: null });
});
