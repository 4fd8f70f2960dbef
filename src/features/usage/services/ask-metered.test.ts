import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { systemClock } from '#src/core/clock.ts';
import type { Llm, LlmResult, LlmTry } from '#src/core/llm.ts';
import { silentLog } from '#src/core/log.ts';
import { refuse } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
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
    chat: async (_tenant, _request, { signal }) => await chat(signal),
  };
  const services = { llm, usage: book, clock: systemClock, log: silentLog };
  const kept: (Spent | null)[] = [];
  const bed = {
    kept,
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
