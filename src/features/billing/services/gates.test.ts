import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanBook, SubscriptionState } from '#src/core/plans.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import type { Meter, PlanFeature } from '../rules/plan-table.ts';
import { allowanceOf, can, moreOf, planOf, quota } from './gates.ts';

const payer = 't-payer' as TenantId;
const guest = 't-guest' as TenantId;
const noon = Date.UTC(2026, 9, 31, 12);
const dayMs = 86_400_000;

const features: readonly PlanFeature[] = [
  'segments',
  'insights-days',
  'own-key',
  'sequences',
  'keyword-answers',
  'assistants',
];
const meters: readonly Meter[] = ['drafts', 'broadcast-deliveries'];

const subscription: SubscriptionState = {
  subscriptionId: 'sub_1',
  status: 'past_due',
  priceKey: 'pro_yearly',
  periodStart: noon - 100 * dayMs,
  periodEnd: noon + 265 * dayMs,
  cancelsAt: null,
  trialEnd: null,
  pastDueSince: noon - dayMs,
  hold: null,
  pause: null,
  endedAt: null,
  createdAt: noon - 465 * dayMs,
};

let storage: TestStorage;
let plans: PlanBook;
let statements: () => number;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  // Nothing is looked for by itself while statements are counted.
  plans = await storage.storage.planBook({ billing: true, lookEveryMs: 3_600_000 });
  await plans.store(payer, { subscription, oddity: null });
  statements = countStatements();
});
afterEach(async () => {
  vi.restoreAllMocks();
  plans.close();
  await storage[Symbol.asyncDispose]();
});

/** Counts what SQLite is told from now on, of any file of this process, also by statements that were prepared before. */
function countStatements(): () => number {
  const db = new Database(':memory:');
  const statement = Object.getPrototypeOf(db.prepare('select 1')) as Database.Statement;
  db.close();
  const spies = [
    ...(['prepare', 'exec', 'pragma'] as const).map((name) => vi.spyOn(Database.prototype, name)),
    ...(['run', 'get', 'all', 'iterate'] as const).map((name) => vi.spyOn(statement, name)),
  ];
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
}

test('thousands of questions about plans are answered without a statement', async () => {
  const services = { clock: { ...systemClock, now: () => noon }, plans };
  for (let round = 0; round < 1_000; round += 1) {
    for (const tenantId of [payer, guest]) {
      for (const feature of features) {
        can(services, tenantId, feature, round % 5);
        allowanceOf(services, tenantId, feature);
      }
      for (const meter of meters) {
        quota(services, tenantId, meter);
        moreOf(services, tenantId, meter);
      }
      planOf(services, tenantId);
    }
  }
  expect(statements()).toBe(0);

  // They were about what the file holds, and a statement would have been counted.
  expect(can(services, payer, 'own-key')).toEqual({ ok: true });
  expect(can(services, guest, 'own-key')).toEqual({ ok: false, reason: 'plan', needs: 'pro' });
  expect(quota(services, payer, 'drafts')).toEqual({
    limit: 2_000,
    since: Date.UTC(2026, 9, 23, 12),
  });
  expect(moreOf(services, guest, 'drafts')).toEqual({ plan: 'pro', limit: 2_000 });
  await plans.grant(guest, { plan: 'studio', until: null });
  expect(statements()).toBeGreaterThan(0);
  expect(can(services, guest, 'own-key').ok).toBe(true);
});
