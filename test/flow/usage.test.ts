import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import { tellUsage } from '#src/features/usage/index.ts';
import { reserveUsage, settleUsage } from '#src/features/usage/services/use-model.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

const dailyCaps = { tenant: 100_000, total: 150_000 };
const dayMs = 86_400_000;

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ahead: number;
let warned: string[];
let services: Services;

beforeEach(async () => {
  ahead = 0;
  warned = [];
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  fanline = await startFanline({ clock, dailyCaps });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  services = {
    clock,
    random: systemRandom,
    texts: createTexts(),
    log: { ...silentLog, warn: (event) => warned.push(event) },
    get usage() {
      return fanline.storage.storage.usageBook(dailyCaps);
    },
  };
});
afterEach(() => fanline[Symbol.asyncDispose]());

/** One draft that costs this much, as the draft feature asks for it: reserve, call, settle, tell. */
async function draft(costMicroUsd: number, { tenant = luna, drafted = true } = {}) {
  const { tenantId } = tenant.record;
  const reserved = await reserveUsage(services, {
    tenantId,
    feature: 'draft',
    keyOwner: 'platform',
    promptChars: 3_000,
    maxTokens: 500,
    dearest: { in: 2, out: 6 },
  });
  if (!reserved.ok) return reserved.reason;
  const { reservation } = reserved;
  await settleUsage(services, reservation, {
    tries: [
      {
        provider: 'groq',
        model: 'openai/gpt-oss-120b',
        outcome: drafted ? 'ok' : 'cancelled',
        usage: null,
        costMicroUsd,
        ms: 900,
      },
    ],
    drafted,
    requestId: null,
  });
  await fanline.storage.store.transact(tenantId, (tx) =>
    tellUsage(tx, reservation.standing, services),
  );
  return 'drafted';
}

const told = async (words: string, tenant = luna) =>
  await fanline.sandbox.until(`told ${words}`, () =>
    tenant.news().findLast((text) => text.includes(words)),
  );

/** Everything that was enqueued before has left once this is answered. */
async function plan(tenant = luna): Promise<string> {
  const count = tenant.news().filter((text) => text.startsWith('Your plan')).length;
  tenant.creator.sends(tenant.bot, '/plan');
  await fanline.sandbox.until(
    '/plan is answered',
    () => tenant.news().filter((text) => text.startsWith('Your plan')).length > count,
  );
  return await told('Your plan', tenant);
}

describe('/plan', () => {
  test('says what was used this month and today, each creator their own', async () => {
    await draft(600);
    await draft(900, { drafted: false });
    expect(await plan()).toBe(
      'Your plan: nothing is billed here, everything is allowed.\n\nAI drafts this month: 1\nCost of AI today (UTC): $0.002 of $0.10',
    );
    expect(await plan(mars)).toContain('AI drafts this month: 0');
  });
});

describe('the cap of a day', () => {
  test('is told of once at 80 %, and past it drafts are refused until the next day', async () => {
    await draft(79_000);
    await draft(1_000);
    const near = await told('of the $0.10 it may cost today');
    expect(near).toContain('your own past answers');
    await draft(15_001);
    expect(await draft(5_000)).toBe('tenant-cap');
    await plan();
    expect(luna.news().filter((text) => text.includes('it may cost today'))).toHaveLength(1);
    expect(mars.news()).toEqual([]);
    ahead = dayMs;
    expect(await draft(90_000)).toBe('drafted');
    await draft(1_000);
    await fanline.sandbox.until(
      'the next day’s notice',
      () => luna.news().filter((text) => text.includes('it may cost today')).length === 2,
    );
  });

  test('of all creators together stops them all, and the operator is warned before', async () => {
    await draft(90_000);
    await draft(20_000, { tenant: mars });
    expect(warned).toEqual([]);
    await draft(10_000, { tenant: mars });
    await draft(26_000, { tenant: mars });
    expect(warned).toEqual(['usage.near-total-cap']);
    expect(await draft(1_000, { tenant: mars })).toBe('total-cap');
    expect(await draft(1_000)).toBe('total-cap');
  });
});
