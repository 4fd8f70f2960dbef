import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { systemClock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { Llm, LlmResult, LlmTry } from '#src/core/llm.ts';
import type { Log } from '#src/core/log.ts';
import { refuse } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { UsageBook } from '#src/core/usage.ts';
import type { AllowedProviders } from '#src/features/consent/index.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import type { Spent } from '../rules/spent-of.ts';
import { askMetered } from './ask-metered.ts';

const groq: AllowedProviders = { providers: ['groq'], own: null };
const usage = { in: 9, cached: 0, out: 3, reasoning: 0 };
const made: LlmTry = {
  provider: 'groq',
  model: 'some-model',
  outcome: 'ok',
  usage,
  costMicroUsd: 70,
  ms: 5,
};
const answered: LlmResult = {
  ok: true,
  answer: { text: 'ok', provider: 'groq', model: 'some-model', requestId: null, usage },
  tries: [made],
};

/** Asks once, where a call goes as `chat` says; what is written down stands in `kept`, newest last. */
async function openBed(chat: (signal: AbortSignal) => Promise<LlmResult>) {
  const storage = await openTestStorage({ migrations: tenantMigrations });
  const { tenantId } = await storage.addTenant();
  const stopping = new AbortController();
  const book = storage.storage.usageBook({ tenant: null, total: null });
  const llm: Llm = {
    providers: ['groq'],
    dearest: { in: 0.15, out: 0.6 },
    chat: async (_tenant, _request, { signal }) => await chat(signal),
  };
  const lines: string[] = [];
  const write = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const usageBook: UsageBook = {
    ...book,
    settle: async (...settled) => {
      if (bed.settles) await book.settle(...settled);
      else throw new AppError('test.no-settling', 'bug', 'words that no log may have');
    },
  };
  const services = { llm, usage: usageBook, clock: systemClock, log };
  const kept: (Spent | null)[] = [];
  const bed = {
    kept,
    lines,
    /** The usage can be written down, and a receipt a second time. */
    settles: true,
    closes: true,
    stop: () => stopping.abort(),
    /** Whom it is about is there. */
    there: true,
    mayAsk: async () => ({ ok: true as const, ...groq }),
    cost: async () => (await book.totals(tenantId, 0)).costToday,
    ask: async () =>
      await askMetered(
        {
          feature: 'facts',
          request: { purpose: 'cheap', messages: [], maxTokens: 10 },
          allowed: groq,
          mayAsk: () => bed.mayAsk(),
          deadlineMs: 1_000,
          receipt: {
            async open(_tx, spent) {
              if (bed.there) kept.push(spent);
              return bed.there;
            },
            async close(_tx, spent) {
              if (!bed.closes)
                throw new AppError('test.no-closing', 'bug', 'words that no log may have');
              kept.push(spent);
            },
          },
        },
        {
          tenantId,
          services: services as unknown as Services,
          signal: stopping.signal,
          read: (work) => storage.store.read(tenantId, work),
          transact: (work) => storage.store.transact(tenantId, work),
        },
      ),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
  return bed;
}

test('the receipt is written before the call, and again when it is known how that ended', async () => {
  const seen: unknown[] = [];
  await using bed = await openBed(async () => {
    seen.push(...bed.kept.map((spent) => spent?.calls));
    return answered;
  });
  expect(await bed.ask()).toMatchObject({ ok: true, result: answered });
  expect(seen).toEqual([[{ provider: 'groq', model: '', outcome: 'unknown' }]]);
  expect(bed.kept.slice(1)).toMatchObject([{ provider: 'groq', tokensIn: 9, costMicroUsd: 70 }]);
  expect(await bed.cost()).toBe(70);
});

test('a call that ends since the program stops has its receipt and its cost', async () => {
  const cancelled: LlmResult = {
    ok: false,
    reason: 'cancelled',
    tries: [{ ...made, outcome: 'cancelled' }],
  };
  await using bed = await openBed(async (signal) => {
    bed.stop();
    return signal.aborted ? cancelled : answered;
  });
  await expect(bed.ask()).rejects.toThrow();
  expect(bed.kept.slice(1)).toMatchObject([{ calls: [{ outcome: 'cancelled' }] }]);
  expect(await bed.cost()).toBe(70);
});

test('what nobody knows the end of stays as it was written before', async () => {
  await using bed = await openBed(() => Promise.reject(new Error('a bug')));
  await expect(bed.ask()).rejects.toThrow('a bug');
  expect(bed.kept).toMatchObject([{ calls: [{ outcome: 'unknown' }] }]);
});

test('where nothing was sent after all there is no receipt', async () => {
  await using bed = await openBed(async () => ({ ok: false, reason: 'flooded', tries: [] }));
  expect(await bed.ask()).toMatchObject({ ok: true, result: { ok: false, reason: 'flooded' } });
  expect(bed.kept.slice(1)).toEqual([null]);
});

test('nothing leaves where nobody, or others, may be asked by now, or where whom it is about is gone', async () => {
  await using bed = await openBed(() => Promise.reject(new Error('it was asked')));
  const withdrawn = { ok: true, result: { ok: false, reason: 'withdrawn' } };
  bed.there = false;
  expect(await bed.ask()).toMatchObject(withdrawn);
  bed.there = true;
  bed.mayAsk = async () => ({ ok: true, providers: ['groq', 'xai'], own: null });
  expect(await bed.ask()).toMatchObject(withdrawn);
  bed.mayAsk = async () => refuse('no-consent') as never;
  expect(await bed.ask()).toMatchObject(withdrawn);
  expect(bed.kept).toEqual([]);
});

test('an answer that comes as consent goes is thrown away, and its receipt stays', async () => {
  await using bed = await openBed(async () => {
    bed.mayAsk = async () => refuse('no-consent') as never;
    return answered;
  });
  expect(await bed.ask()).toMatchObject({ result: { ok: false, reason: 'withdrawn' } });
  expect(bed.kept.slice(1)).toMatchObject([{ calls: [{ outcome: 'ok' }] }]);
});

test('an answer counts where the receipt cannot be closed: it stays as it was opened, and the call has its cost', async () => {
  await using bed = await openBed(async () => answered);
  bed.closes = false;
  expect(await bed.ask()).toMatchObject({ ok: true, result: answered });
  expect(bed.kept).toMatchObject([{ calls: [{ outcome: 'unknown' }] }]);
  expect(await bed.cost()).toBe(70);
  expect(bed.lines).toHaveLength(1);
  expect(bed.lines[0]).toMatch(/usage\.receipt-not-closed.*test\.no-closing/u);
  expect(bed.lines[0]).not.toContain('words');
});

test('an answer counts where the usage cannot be settled, and its receipt is closed', async () => {
  await using bed = await openBed(async () => answered);
  bed.settles = false;
  expect(await bed.ask()).toMatchObject({ ok: true, result: answered });
  expect(bed.kept).toMatchObject([{}, { tokensIn: 9 }]);
  expect(bed.lines[0]).toMatch(/usage\.not-settled.*test\.no-settling/u);
  expect(bed.lines[0]).not.toContain('words');
});

test('why it was not asked is told, also where that cannot be written down', async () => {
  await using bed = await openBed(async () => {
    bed.stop();
    return answered;
  });
  bed.closes = false;
  bed.settles = false;
  await expect(bed.ask()).rejects.toThrow(/abort/u);
  expect(bed.lines).toHaveLength(2);
});
