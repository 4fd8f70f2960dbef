import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { PlanBook, SubscriptionState } from '#src/core/plans.ts';
import { systemRandom } from '#src/core/random.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const noon = Date.UTC(2026, 9, 31, 12);

let storage: TestStorage;
let book: PlanBook;
let now: number;

beforeEach(async () => {
  now = noon;
  storage = await openTestStorage({ clock: { ...systemClock, now: () => now }, inMemory: true });
  book = await open();
});
afterEach(() => storage[Symbol.asyncDispose]());

const open = () => storage.storage.planBook({ billing: true, lookEveryMs: 10 });

const subscription: SubscriptionState = {
  subscriptionId: 'sub_1',
  status: 'active',
  priceKey: 'pro_monthly',
  periodStart: noon,
  periodEnd: noon + 30 * 86_400_000,
  cancelsAt: null,
  trialEnd: null,
  pastDueSince: null,
  hold: null,
  pause: null,
  endedAt: null,
  createdAt: noon,
};

describe('the book of plans', () => {
  test('has no row of a tenant that nobody paid or granted anything for', () => {
    expect(book.of(luna)).toBeNull();
    expect(book.all()).toEqual([]);
  });

  test('keeps grants, subscriptions and top-ups apart, and over a restart', async () => {
    await book.grant(luna, { plan: 'studio', until: noon + 1 });
    await book.store(luna, { subscription, oddity: null });
    await book.addTopup(luna, { paymentId: 'pay-1', drafts: 500 });
    const row = {
      tenantId: luna,
      grant: { plan: 'studio', until: noon + 1 },
      subscription,
      oddity: null,
      syncedAt: noon,
      topupDrafts: 500,
      boughtDrafts: 500,
      creditedDuplicates: 0,
      revision: 3,
    };
    expect(book.of(luna)).toEqual(row);
    expect(book.of(mars)).toBeNull();
    await storage.reopen();
    expect((await open()).all()).toEqual([row]);
    await storage.storage.planBook({ billing: true }).then((again) => again.grant(luna, null));
    expect((await open()).of(luna)).toMatchObject({ grant: null, subscription, topupDrafts: 500 });
  });

  test('changes nothing for an equal state, but knows when Stripe was asked last', async () => {
    const first = await book.store(luna, { subscription, oddity: null });
    expect(first.before).toBeNull();
    const told: TenantId[] = [];
    book.onChange((tenantId) => told.push(tenantId));
    now += 5_000;
    const second = await book.store(luna, { subscription: { ...subscription }, oddity: null });
    expect(second.before).toEqual(first.after);
    expect(second.after).toEqual({ ...first.after, syncedAt: noon + 5_000 });
    expect(told).toEqual([]);
    const { after } = await book.store(luna, { subscription, oddity: 'status paused_by_moon' });
    expect(after).toMatchObject({ subscription, oddity: 'status paused_by_moon' });
    expect(after.revision).toBeGreaterThan(first.after.revision);
    await book.store(luna, { subscription: null, oddity: null });
    expect(book.of(luna)?.subscription).toBeNull();
    expect(told).toEqual([luna, luna]);
  });

  test('counts a payment once, whichever tenant it is said to be of', async () => {
    expect(await book.addTopup(luna, { paymentId: 'pay-1', drafts: 500 })).toBe(true);
    expect(await book.addTopup(luna, { paymentId: 'pay-1', drafts: 500 })).toBe(false);
    expect(await book.addTopup(mars, { paymentId: 'pay-1', drafts: 500 })).toBe(false);
    expect(await book.addTopup(luna, { paymentId: 'pay-2', drafts: 500 })).toBe(true);
    expect(book.of(luna)?.topupDrafts).toBe(1_000);
    expect(book.of(mars)).toBeNull();
  });

  test('counts a subscription that was one too many once, and keeps who paused what', async () => {
    const told: TenantId[] = [];
    await book.store(luna, { subscription: { ...subscription, pause: 'operator' }, oddity: null });
    book.onChange((tenantId) => told.push(tenantId));
    expect(await book.addDuplicate(luna, 'sub_2')).toBe(true);
    expect(await book.addDuplicate(luna, 'sub_2')).toBe(false);
    expect(await book.addDuplicate(luna, 'sub_3')).toBe(true);
    expect(told).toEqual([luna, luna]);
    await storage.reopen();
    expect((await open()).of(luna)).toMatchObject({
      creditedDuplicates: 2,
      subscription: { pause: 'operator' },
    });
  });

  test('sees within a moment what another process does, and tells of it once', async () => {
    const told: TenantId[] = [];
    book.onChange((tenantId) => told.push(tenantId));
    await using script = await openStorage({
      dir: storage.dir,
      masterKey: storage.masterKey,
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    });
    const other = await script.planBook({ billing: true });
    await other.grant(mars, { plan: 'pro', until: null });
    await expect.poll(() => book.of(mars)?.grant).toEqual({ plan: 'pro', until: null });
    await book.grant(luna, { plan: 'pro', until: null });
    await other.grant(mars, null);
    await expect.poll(() => book.of(mars)?.grant).toBeNull();
    expect(told).toEqual([mars, luna, mars]);
  });

  test('many changes at once end as the last one says', async () => {
    const days = Array.from({ length: 20 }, (_, day) => noon + day);
    await Promise.all(days.map((until) => book.grant(luna, { plan: 'pro', until })));
    expect(book.of(luna)).toMatchObject({ grant: { until: noon + 19 }, revision: 20 });
  });

  test('forgets a tenant that goes, and its next change is seen all the same', async () => {
    const record = await storage.addTenant();
    await book.grant(record.tenantId, { plan: 'pro', until: null });
    await storage.control.remove(record.tenantId);
    expect((await open()).all()).toEqual([]);
    const { revision } = await book.grant(luna, { plan: 'pro', until: null });
    expect(revision).toBe(2);
  });
});
