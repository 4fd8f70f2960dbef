import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('a customer that was deleted at Stripe ends the plan; the tenant may have another', async () => {
  const { account, book } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  account.deleteCustomer(customerId);
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ status: 'canceled' });
  expect(bed.stateOf(tenantId)?.endedAt).not.toBeNull();
  expect(await book.customerOf(tenantId)).toBeNull();
  const next = account.addCustomer();
  expect(await book.addCustomer(tenantId, next)).toBe(next);
  account.subscribe(next, 'pro_monthly');
  await bed.hear();
  // A late word about the former customer means nobody.
  await bed.deliver(account.tell(customerId, 'customer.subscription.deleted'));
  await bed.side.idle();
  expect(bed.stateOf(tenantId)).toMatchObject({ status: 'active', endedAt: null });
});

test('a tenant that was purged is not charged any longer', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id } = account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  bed.goneTenants.add(tenantId);
  await bed.side.reconcile();
  expect(account.cancelled).toContain(id);
  expect(await bed.book.customerOf(tenantId)).toBeNull();
});

test('while Stripe refuses to end what a purged tenant pays, it is tried again each night', async () => {
  const { account, book } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id } = account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  bed.goneTenants.add(tenantId);
  account.refusesCancels = true;
  const endFailedAt = async () =>
    (await book.customers()).find((each) => each.customerId === customerId)?.endFailedAt;
  expect(await endFailedAt()).toBeNull();
  await bed.side.reconcile();
  expect(await book.customerOf(tenantId)).toBe(customerId);
  expect(await endFailedAt()).toBe(bed.clock.now());
  expect(bed.lines.join('\n')).toContain('stripe.purged-goes-on');
  // Its events are done all the same: what Stripe refuses is not mended by asking again in a quarter of an hour.
  account.tell(customerId, 'invoice.paid');
  await bed.hear();
  expect(await book.openEvents(10)).toEqual([]);
  const { reads } = account;
  await bed.advance(3_600_000);
  expect(account.reads).toBe(reads);
  account.refusesCancels = false;
  await bed.side.reconcile();
  expect(account.cancelled).toContain(id);
  expect(await book.customerOf(tenantId)).toBeNull();
  expect(await endFailedAt()).toBeUndefined();
});

test('nor one whose plan nobody here remembers, however long ago they came', async () => {
  const { account, clock } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id } = account.subscribe(customerId, 'pro_monthly');
  bed.goneTenants.add(tenantId);
  await clock.advance(60 * 24 * 60 * 60_000);
  expect(bed.plans.of(tenantId)).toBeNull();
  await bed.side.reconcile();
  expect(account.cancelled).toContain(id);
});
