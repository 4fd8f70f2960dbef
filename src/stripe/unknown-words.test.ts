import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('a status or price that nobody knows keeps what was known, and an operator is told', async () => {
  const { account, plans } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const { id } = account.subscribe(customerId, 'studio_monthly');
  await bed.hear();
  const subscription = account.last(customerId);
  if (!subscription) throw new Error('no subscription');
  subscription.status = 'hibernating';
  account.tell(customerId, 'customer.subscription.updated');
  await bed.hear();
  expect(plans.of(tenantId)).toMatchObject({
    oddity: `unknown-status:${id}`,
    subscription: { status: 'active', priceKey: 'studio_monthly' },
  });
  subscription.status = 'active';
  account.change(customerId, null);
  await bed.hear();
  expect(plans.of(tenantId)).toMatchObject({
    oddity: `unknown-price:${id}`,
    subscription: { status: 'active', priceKey: 'studio_monthly' },
  });
  const told = bed.lines.filter((line) => line.includes(`"${tenantId}","oddity"`));
  expect(told).toHaveLength(2);
  account.end(customerId);
  await bed.hear();
  expect(plans.of(tenantId)).toMatchObject({
    oddity: null,
    subscription: { status: 'canceled' },
  });
});
