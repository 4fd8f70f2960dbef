import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('while Stripe is away events wait, longer each time, and plans stay', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  account.fault = 'unreachable';
  account.end(customerId);
  await bed.hear();
  expect(bed.stateOf(tenantId)?.status).toBe('active');
  const before = account.reads;
  await bed.advance(4_000);
  expect(account.reads).toBe(before);
  await bed.advance(2_000);
  expect(account.reads).toBe(before + 1);
  account.fault = null;
  await bed.advance(8_000);
  expect(account.reads).toBe(before + 1);
  await bed.advance(4_000);
  expect(bed.stateOf(tenantId)?.status).toBe('canceled');
  expect(await bed.book.openEvents(10)).toEqual([]);
});

test('customers who rest do not keep others waiting, however many events of theirs there are', async () => {
  const { account, book } = bed;
  const resting = await bed.addTenant();
  const other = await bed.addTenant();
  for (let count = 0; count < 1_001; count += 1)
    await book.storeEvent(account.tell(resting.customerId, 'invoice.paid'), 'delivered');
  account.fault = 'down';
  account.subscribe(resting.customerId, 'pro_monthly');
  await bed.hear();
  account.fault = null;
  account.subscribe(other.customerId, 'pro_monthly');
  await bed.hear();
  expect(bed.stateOf(resting.tenantId)).toBeNull();
  expect(bed.stateOf(other.tenantId)?.status).toBe('active');
  await bed.advance(60_000);
  expect(bed.stateOf(resting.tenantId)?.status).toBe('active');
});

test('events that were stored before a restart are taken up by the start', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.fault = 'down';
  account.subscribe(customerId, 'pro_monthly');
  await bed.hear();
  await bed.restart();
  account.fault = null;
  expect(bed.stateOf(tenantId)).toBeNull();
  bed.side.start();
  await bed.side.idle();
  expect(bed.stateOf(tenantId)?.status).toBe('active');
  await bed.restart();
});
