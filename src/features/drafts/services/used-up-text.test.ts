import { describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { PlanBook, PlanName, PlanRow } from '#src/core/plans.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import type { UsageBook, UsageTotals } from '#src/core/usage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { usedUpText } from './used-up-text.ts';

const luna = 't-luna' as TenantId;

/** What is said to a tenant who has this plan (null: nothing is billed) and has used so much. */
async function said(
  plan: PlanName | null,
  used: Partial<UsageTotals>,
  language = 'en',
): Promise<string> {
  const row: PlanRow = {
    tenantId: luna,
    grant: plan && { plan, until: null },
    subscription: null,
    oddity: null,
    syncedAt: null,
    topupDrafts: 0,
    boughtDrafts: 0,
    creditedDuplicates: 0,
    revision: 1,
  };
  const totals = { drafts: 0, topupDrafts: 0, costToday: 0, totalToday: 0, ...used };
  const texts = createTexts();
  const services: Services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts,
    plans: { billing: plan !== null, of: () => row } as unknown as PlanBook,
    usage: {
      caps: { tenant: 100, total: null },
      totals: () => Promise.resolve(totals),
    } as unknown as UsageBook,
  };
  return await usedUpText(luna, services, { t: texts.for(language), language });
}

describe('AI drafts that are used up', () => {
  test('are said with how many the month has, and which plan has more', async () => {
    expect(await said('free', { drafts: 30 })).toBe(
      'The 30 AI drafts of this month are used up. Pro has 2,000 a month, see /plan. From your past replies:',
    );
    expect(await said('pro', { drafts: 2_000 })).toContain('Studio has 10,000 a month');
    expect(await said('pro', { drafts: 2_001 }, 'de')).toBe(
      'Die 2.000 KI-Entwürfe dieses Monats sind aufgebraucht. Studio hat 10.000 im Monat, siehe /plan. Aus deinen früheren Antworten:',
    );
    expect(await said('free', { drafts: 30 }, 'es')).toContain('Pro tiene 2000 al mes');
    expect(await said('free', { drafts: 30 }, 'ru')).toMatch(/: 30\. В Pro их 2\s000 в месяц/u);
  });

  test('name no plan where none has more', async () => {
    expect(await said('studio', { drafts: 10_000 })).toBe(
      'The 10,000 AI drafts of this month are used up (/plan). From your past replies:',
    );
  });

  test('name no plan where it is the money of a day, of which no plan has more', async () => {
    const plain = 'AI drafts are used up for now (/plan). From your past replies:';
    expect(await said('free', { drafts: 12, costToday: 100 })).toBe(plain);
    // What was bought on top comes after the month's.
    expect(await said('pro', { drafts: 2_000, topupDrafts: 1, costToday: 100 })).toBe(plain);
    expect(await said(null, { drafts: 99_999, costToday: 100 })).toBe(plain);
  });
});
