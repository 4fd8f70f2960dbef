import { expect, test } from 'vitest';
import { openStripeBed } from '#test/support/stripe/stripe-bed.ts';

const dayMs = 86_400_000;

test('a night in which Stripe was away is made up for in an hour', async () => {
  await using night = await openStripeBed();
  const { tenantId, customerId } = await night.addTenant();
  night.account.subscribe(customerId, 'pro_monthly');
  night.account.fault = 'unreachable';
  night.side.start();
  await night.advance(61_000);
  expect(await night.side.reconcile()).toMatchObject({ again: 'all' });
  night.account.fault = null;
  await night.advance(58 * 60_000);
  expect(night.plans.of(tenantId)).toBeNull();
  await night.advance(2 * 60_000);
  expect(night.plans.of(tenantId)?.subscription?.status).toBe('active');
  const { reads } = night.account;
  await night.advance(2 * 3_600_000);
  expect(night.account.reads).toBe(reads);
});

test('a customer who could not be read in a night is read in an hour, whoever comes after them', async () => {
  await using night = await openStripeBed();
  const { account } = night;
  const first = await night.addTenant();
  const last = await night.addTenant();
  for (const { customerId } of [first, last]) account.subscribe(customerId, 'pro_monthly');
  account.unreadable = first.customerId;
  const again = [first.customerId];
  expect(await night.side.reconcile()).toMatchObject({ synced: 1, failed: 1, again });
  account.unreadable = null;
  expect(await night.side.reconcile()).toMatchObject({ synced: 2, again: [] });
});

test('and nobody else with them', async () => {
  await using night = await openStripeBed();
  const { account } = night;
  const all = [await night.addTenant(), await night.addTenant(), await night.addTenant()];
  for (const { customerId } of all) account.subscribe(customerId, 'pro_monthly');
  const ill = all[0]?.customerId ?? '';
  account.unreadable = ill;
  night.side.start();
  await night.advance(61_000);
  // Two hours, in which events that wait are tried, too: those of the ill one alone.
  const readBefore = account.read.length;
  await night.advance(3_600_000);
  await night.advance(3_600_000);
  expect(new Set(account.read.slice(readBefore))).toEqual(new Set([ill]));
  account.unreadable = null;
  await night.advance(3_600_000);
  const whose = all[0]?.tenantId;
  expect(whose && night.plans.of(whose)?.subscription?.status).toBe('active');
  const { reads } = account;
  await night.advance(3_600_000);
  expect(account.reads).toBe(reads);
  // The night is for everybody again.
  await night.advance(12 * 3_600_000);
  expect(new Set(account.read.slice(reads)).size).toBe(3);
});

test('an alarm tells that nothing is delivered although there was something', async () => {
  await using quiet = await openStripeBed();
  const { customerId } = await quiet.addTenant();
  quiet.account.subscribe(customerId, 'pro_monthly');
  await quiet.advance(2 * 3_600_000);
  await quiet.side.reconcile();
  expect(quiet.lines.join('\n')).toContain('stripe.events-missed {"events":2}');
  expect(quiet.lines.join('\n')).not.toContain('stripe.no-events');
  await quiet.advance(8 * dayMs);
  quiet.account.recover(customerId);
  await quiet.side.reconcile();
  expect(quiet.lines.join('\n')).toContain('stripe.no-events');
});

test('done events are forgotten after two months, open ones never', async () => {
  await using old = await openStripeBed();
  const { customerId } = await old.addTenant();
  old.account.tell(customerId, 'invoice.paid');
  await old.hear();
  expect((await old.book.eventCounts()).deliveredAt).not.toBeNull();
  await old.advance(61 * dayMs);
  await old.side.reconcile();
  expect((await old.book.eventCounts()).deliveredAt).toBeNull();
});

test('after a clock that was ahead everything that Stripe lists is looked through', async () => {
  await using right = await openStripeBed();
  const { account } = right;
  const { tenantId, customerId } = await right.addTenant();
  account.subscribe(customerId, 'pro_monthly');
  account.end(customerId);
  await right.hear();
  expect(right.stateOf(tenantId)?.status).toBe('canceled');
  await right.advance(3 * dayMs);
  // No event of this one ever comes.
  account.subscribe(customerId, 'pro_monthly');
  await right.advance(dayMs);
  await right.book.setListedUntil(right.clock.now() + dayMs);
  await right.side.reconcile();
  await right.side.idle();
  expect(right.stateOf(tenantId)?.status).toBe('active');
});
