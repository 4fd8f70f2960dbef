import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStripeBed, type StripeBed } from '#test/support/stripe/stripe-bed.ts';

const dayMs = 86_400_000;

let bed: StripeBed;
beforeAll(async () => {
  bed = await openStripeBed();
});
afterAll(() => bed[Symbol.asyncDispose]());

test('of two tabs that paid the first one counts, the second is ended', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const first = account.subscribe(customerId, 'pro_monthly');
  await bed.advance(1_000);
  const second = account.subscribe(customerId, 'studio_monthly');
  await bed.hear();
  expect(bed.stateOf(tenantId)).toMatchObject({ subscriptionId: first.id, status: 'active' });
  expect(account.cancelled).toContain(second.id);
  expect(bed.lines.join('\n')).toContain('"why":"duplicate"');
  expect(account.credited).toContain(second.id);
  expect(bed.plans.of(tenantId)?.creditedDuplicates).toBe(1);
  // However often that is read again.
  await bed.side.reconcile();
  expect(bed.plans.of(tenantId)?.creditedDuplicates).toBe(1);
});

test('a second tab that never paid is ended without credit', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  await bed.advance(1_000);
  const second = account.subscribe(customerId, 'studio_monthly', 14);
  await bed.hear();
  expect(account.cancelled).toContain(second.id);
  expect(account.credited).not.toContain(second.id);
  expect(bed.plans.of(tenantId)?.creditedDuplicates).toBe(0);
});

test('an old subscription that ends late does not end the new one', async () => {
  const { account } = bed;
  const { tenantId, customerId } = await bed.addTenant();
  const old = account.subscribe(customerId, 'pro_monthly');
  account.end(customerId);
  const late = account.events.at(-1);
  await bed.advance(dayMs);
  const fresh = account.subscribe(customerId, 'studio_monthly');
  await bed.hear();
  if (late) await bed.deliver({ ...late, eventId: 'evt_again' });
  await bed.side.idle();
  expect(bed.stateOf(tenantId)).toMatchObject({ subscriptionId: fresh.id, status: 'active' });
  expect(old.endedAt).not.toBeNull();
});
