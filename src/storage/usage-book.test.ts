import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';
import type { DailyCaps, NewReservation, ReservationId, UsageBook } from '#src/core/usage.ts';
import { dayOf, staleMs } from '#src/storage/usage-limits.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const october = Date.UTC(2026, 9, 1);
const noon = Date.UTC(2026, 9, 31, 12);

let storage: TestStorage;
let now: number;

beforeEach(async () => {
  now = noon;
  storage = await openTestStorage({ clock: { ...systemClock, now: () => now }, inMemory: true });
});
afterEach(() => storage[Symbol.asyncDispose]());

const bookWith = (caps: Partial<DailyCaps> = {}): UsageBook =>
  storage.storage.usageBook({ tenant: null, total: null, ...caps });

const wish = (more: Partial<NewReservation> = {}): NewReservation => ({
  tenantId: luna,
  feature: 'draft',
  keyOwner: 'platform',
  drafts: 1,
  draftQuota: null,
  since: october,
  estimateMicroUsd: 1_000,
  ...more,
});

const call = (outcome: LlmTry['outcome'], costMicroUsd: number): LlmTry => ({
  provider: 'groq',
  model: 'openai/gpt-oss-120b',
  outcome,
  usage: { in: 2_500, cached: 0, out: 300, reasoning: 40 },
  costMicroUsd,
  ms: 800,
});

async function reserved(book: UsageBook, wanted = wish()): Promise<ReservationId> {
  const answer = await book.reserve(wanted);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.id;
}

describe('the book of usage', () => {
  test('counts what is reserved at once, and then what it really cost', async () => {
    const book = bookWith();
    const id = await reserved(book);
    expect(await book.totals(luna, october)).toEqual({
      drafts: 1,
      topupDrafts: 0,
      costToday: 1_000,
      totalToday: 1_000,
    });
    await book.settle(id, { tries: [call('ok', 612)], drafted: true, requestId: 'req-1' });
    expect(await book.totals(luna, october)).toEqual({
      drafts: 1,
      topupDrafts: 0,
      costToday: 612,
      totalToday: 612,
    });
    expect(await book.totals(mars, october)).toEqual({
      drafts: 0,
      topupDrafts: 0,
      costToday: 0,
      totalToday: 612,
    });
  });

  test('what failed or was cancelled is no draft, but costs; settling again changes nothing', async () => {
    const book = bookWith();
    const id = await reserved(book);
    const tries = [call('down', 100), call('deadline', 250)];
    await book.settle(id, { tries, drafted: false, requestId: null });
    await book.settle(id, { tries: [call('ok', 9_999)], drafted: true, requestId: null });
    expect(await book.totals(luna, october)).toMatchObject({ drafts: 0, costToday: 350 });
    const unasked = await reserved(book);
    await book.settle(unasked, { tries: [], drafted: false, requestId: null });
    expect(await book.totals(luna, october)).toMatchObject({ drafts: 0, costToday: 350 });
  });

  test('many at once cannot pass a limit together', async () => {
    const book = bookWith();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => book.reserve(wish({ draftQuota: 10 }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'drafts-used-up' });
    // What is no draft may still be asked for.
    const fact = await book.reserve(wish({ feature: 'facts', drafts: 0, draftQuota: 10 }));
    expect(fact.ok).toBe(true);
  });

  test('each tenant has a cap of a day, and all together have one', async () => {
    const book = bookWith({ tenant: 3_000, total: 4_000 });
    for (let count = 0; count < 3; count += 1) await reserved(book);
    expect(await book.reserve(wish())).toEqual({ ok: false, reason: 'tenant-cap' });
    await reserved(book, wish({ tenantId: mars }));
    expect(await book.reserve(wish({ tenantId: mars }))).toEqual({
      ok: false,
      reason: 'total-cap',
    });
    now += 86_400_000;
    expect((await book.reserve(wish())).ok).toBe(true);
  });

  test('drafts count from the whole day on with which the period begins', async () => {
    const book = bookWith();
    const one = (since: number) => wish({ draftQuota: 1, since });
    const id = await reserved(book, one(october));
    await book.settle(id, { tries: [call('ok', 600)], drafted: true, requestId: null });
    now = Date.UTC(2026, 9, 31, 23, 59, 59);
    expect((await book.reserve(one(now))).ok).toBe(false);
    now = Date.UTC(2026, 10, 1);
    expect((await book.reserve(one(october))).ok).toBe(false);
    expect((await book.reserve(one(now))).ok).toBe(true);
  });

  test('a period that begins in the future, by a clock that was set back, still has the day', async () => {
    const book = bookWith({ tenant: 1_500 });
    await reserved(book, wish({ since: noon + 9 * 86_400_000 }));
    const again = await book.reserve(wish({ since: noon + 9 * 86_400_000 }));
    expect(again).toEqual({ ok: false, reason: 'tenant-cap' });
  });

  test('with a key of one’s own nothing is limited and nothing counts', async () => {
    const book = bookWith({ tenant: 10, total: 10 });
    const id = await reserved(book, wish({ keyOwner: 'own', draftQuota: 0 }));
    await book.settle(id, { tries: [call('ok', 0)], drafted: true, requestId: null });
    expect(await book.totals(luna, october)).toMatchObject({
      drafts: 0,
      costToday: 0,
      totalToday: 0,
    });
  });

  test('what nobody settles is no draft any more, and one that comes late still is', async () => {
    const book = bookWith();
    const lost = await reserved(book, wish({ draftQuota: 1 }));
    now += staleMs + 1;
    await storage.reopen();
    const after = bookWith();
    const next = await reserved(after, wish({ draftQuota: 1 }));
    expect(await after.totals(luna, october)).toMatchObject({ drafts: 1, costToday: 2_000 });
    await after.settle(lost, { tries: [call('ok', 700)], drafted: true, requestId: null });
    await after.settle(next, { tries: [call('ok', 600)], drafted: true, requestId: null });
    expect(await after.totals(luna, october)).toMatchObject({ drafts: 2, costToday: 1_300 });
  });

  test('the sums of days outlive the rows', async () => {
    const book = bookWith();
    const id = await reserved(book);
    await book.settle(id, { tries: [call('ok', 600)], drafted: true, requestId: null });
    now += 401 * 86_400_000;
    await reserved(book);
    now = noon;
    expect(await book.totals(luna, october)).toMatchObject({ drafts: 1, costToday: 600 });
  });
});

describe('drafts bought on top', () => {
  const bought = async (drafts: number, tenantId = luna) => {
    const plans = await storage.storage.planBook({ billing: true });
    await plans.addTopup(tenantId, { paymentId: `pay-${drafts}`, drafts });
  };
  const one = { draftQuota: 1 };

  test('are taken after the quota, and not from another tenant', async () => {
    const book = bookWith();
    await bought(2);
    for (let count = 0; count < 3; count += 1) await reserved(book, wish(one));
    expect(await book.reserve(wish(one))).toEqual({ ok: false, reason: 'drafts-used-up' });
    expect(await book.totals(luna, october)).toMatchObject({ drafts: 1, topupDrafts: 0 });
    await reserved(book, wish({ ...one, tenantId: mars }));
    expect((await book.reserve(wish({ ...one, tenantId: mars }))).ok).toBe(false);
  });

  test('outlive the period, whose own drafts are used first', async () => {
    const book = bookWith();
    await bought(2);
    for (let count = 0; count < 2; count += 1) {
      const id = await reserved(book, wish(one));
      await book.settle(id, { tries: [call('ok', 9)], drafted: true, requestId: null });
    }
    now += 40 * 86_400_000;
    const later = { ...one, since: now };
    await reserved(book, wish(later));
    expect(await book.totals(luna, now)).toMatchObject({ drafts: 1, topupDrafts: 1 });
    await reserved(book, wish(later));
    expect((await book.reserve(wish(later))).ok).toBe(false);
  });

  test('are left where no draft came of it, also when nobody said so', async () => {
    const book = bookWith();
    await bought(1);
    await reserved(book, wish(one));
    const failed = await reserved(book, wish(one));
    await book.settle(failed, { tries: [call('down', 90)], drafted: false, requestId: null });
    expect(await book.totals(luna, october)).toMatchObject({ topupDrafts: 1 });
    await reserved(book, wish(one));
    expect(await book.totals(luna, october)).toMatchObject({ topupDrafts: 0 });
    now += staleMs + 1;
    await reserved(book, wish({ tenantId: mars }));
    expect(await book.totals(luna, october)).toMatchObject({ topupDrafts: 1 });
  });
});

test('a day has all moments until midnight UTC', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
      const begin = dayOf(at) * 86_400_000;
      expect(at - begin).toBeGreaterThanOrEqual(0);
      expect(at - begin).toBeLessThan(86_400_000);
    }),
  );
});
