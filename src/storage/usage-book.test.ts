import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';
import type { DailyCaps, NewReservation, ReservationId, UsageBook } from '#src/core/usage.ts';
import { daysUntil, staleMs } from '#src/storage/usage-limits.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
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
    expect(await book.totals(luna)).toEqual({
      draftsThisMonth: 1,
      costToday: 1_000,
      totalToday: 1_000,
    });
    await book.settle(id, { tries: [call('ok', 612)], drafted: true, requestId: 'req-1' });
    expect(await book.totals(luna)).toEqual({
      draftsThisMonth: 1,
      costToday: 612,
      totalToday: 612,
    });
    expect(await book.totals(mars)).toEqual({
      draftsThisMonth: 0,
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
    expect(await book.totals(luna)).toMatchObject({ draftsThisMonth: 0, costToday: 350 });
    const unasked = await reserved(book);
    await book.settle(unasked, { tries: [], drafted: false, requestId: null });
    expect(await book.totals(luna)).toMatchObject({ draftsThisMonth: 0, costToday: 350 });
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

  test('a new month begins at midnight UTC, also for drafts', async () => {
    const book = bookWith();
    const id = await reserved(book, wish({ draftQuota: 1 }));
    await book.settle(id, { tries: [call('ok', 600)], drafted: true, requestId: null });
    now = Date.UTC(2026, 9, 31, 23, 59, 59);
    expect((await book.reserve(wish({ draftQuota: 1 }))).ok).toBe(false);
    now = Date.UTC(2026, 10, 1);
    expect((await book.reserve(wish({ draftQuota: 1 }))).ok).toBe(true);
  });

  test('with a key of one’s own nothing is limited and nothing counts', async () => {
    const book = bookWith({ tenant: 10, total: 10 });
    const id = await reserved(book, wish({ keyOwner: 'own', draftQuota: 0 }));
    await book.settle(id, { tries: [call('ok', 0)], drafted: true, requestId: null });
    expect(await book.totals(luna)).toEqual({ draftsThisMonth: 0, costToday: 0, totalToday: 0 });
  });

  test('what nobody settles is no draft any more, and one that comes late still is', async () => {
    const book = bookWith();
    const lost = await reserved(book, wish({ draftQuota: 1 }));
    now += staleMs + 1;
    await storage.reopen();
    const after = bookWith();
    const next = await reserved(after, wish({ draftQuota: 1 }));
    expect(await after.totals(luna)).toMatchObject({ draftsThisMonth: 1, costToday: 2_000 });
    await after.settle(lost, { tries: [call('ok', 700)], drafted: true, requestId: null });
    await after.settle(next, { tries: [call('ok', 600)], drafted: true, requestId: null });
    expect(await after.totals(luna)).toMatchObject({ draftsThisMonth: 2, costToday: 1_300 });
  });

  test('the sums of days outlive the rows', async () => {
    const book = bookWith();
    const id = await reserved(book);
    await book.settle(id, { tries: [call('ok', 600)], drafted: true, requestId: null });
    now += 401 * 86_400_000;
    await reserved(book);
    now = noon;
    expect(await book.totals(luna)).toMatchObject({ draftsThisMonth: 1, costToday: 600 });
  });
});

test('every moment lies in the month that its first day begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
      const { today, monthBegin } = daysUntil(at);
      expect(new Date(monthBegin * 86_400_000).getUTCDate()).toBe(1);
      expect(new Date(at).getUTCDate()).toBe(today - monthBegin + 1);
    }),
  );
});
