import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addStripeMode } from '#migrations/control/0006_add_stripe_mode.ts';
import { controlMigrations } from '#migrations/control/index.ts';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createKeyRing } from '#src/storage/key-ring.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import type { Migration } from '#src/storage/migration.ts';
import { openControlStore } from '#src/storage/open-control-store.ts';
import type { SqliteControlStore } from '#src/storage/sqlite-control-store.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

const luna = 't-luna' as TenantId;
const mars = 't-mars' as TenantId;
const ada = 101 as UserId;
const ben = 102 as UserId;

let temp: TempDir;
let control: SqliteControlStore | undefined;
beforeEach(() => {
  temp = makeTempDir();
});
afterEach(async () => {
  await control?.close();
  temp[Symbol.dispose]();
});

/** A file of the version before, with these rows, that is brought up to date. */
async function openFrom(...rows: readonly string[]): Promise<SqliteControlStore> {
  const seeded: Migration = {
    ...addStripeMode,
    async up(db) {
      for (const row of rows) await sql.raw(row).execute(db);
      await addStripeMode.up(db);
    },
  };
  const migrations = controlMigrations.map((step) => (step === addStripeMode ? seeded : step));
  const keyRing = createKeyRing(new MasterKey(systemRandom.bytes(32)), systemRandom);
  control = await openControlStore({ dir: temp.path, keyRing, clock: systemClock, migrations });
  return control;
}
const customer = (id: string, tenantId: TenantId) =>
  `insert into stripe_customer (customer_id, tenant_id, created_at) values ('${id}', '${tenantId}', 1)`;
const event = (id: string, of: string, livemode: 0 | 1, at: number) =>
  `insert into stripe_event (event_id, type, customer_id, livemode, how, created_at, received_at)
    values ('${id}', 'invoice.paid', '${of}', ${livemode}, 'delivered', ${at}, ${at})`;
const trial = (tenantId: TenantId, userId: UserId) =>
  `insert into trial_use (tenant_id, user_id, at) values ('${tenantId}', ${userId}, 1)`;
const plan = (tenantId: TenantId, topups: number) =>
  `insert into plan_row (tenant_id, grant_plan, subscription_id, status, price_key, period_start, period_end,
      subscription_created_at, synced_at, topup_drafts, revision)
    values ('${tenantId}', 'pro', 'sub_1', 'active', 'pro_monthly', 1, 2, 1, 1, ${topups}, 1)`;
const taken = (tenantId: TenantId, drafts: number) =>
  `insert into ai_usage_day (tenant_id, day, drafts, cost_micro_usd, topup_drafts)
    values ('${tenantId}', 1, ${drafts}, 0, ${drafts})`;

async function rowOf(store: SqliteControlStore, tenantId: TenantId) {
  const plans = await store.planBook({ billing: true }, silentLog);
  return plans.of(tenantId);
}

describe('a file from before there were modes', () => {
  test('is of no mode; customers are of the mode of their events, and lose what is of the other than the first start', async () => {
    const store = await openFrom(
      customer('cus_old', luna),
      customer('cus_new', mars),
      event('evt_1', 'cus_old', 0, 1),
      event('evt_2', 'cus_new', 1, 2),
      // An endpoint of test mode delivered here, too, and last.
      event('evt_3', 'cus_nobody', 0, 3),
      trial(luna, ada),
      trial(mars, ben),
      plan(luna, 500),
      plan(mars, 500),
      taken(luna, 120),
    );
    const book = store.stripeBook();
    expect(await book.modeStanding()).toEqual({ livemode: null, others: 0 });
    // A script that comes before the first start finds everybody.
    expect([await book.customerOf(luna), await book.customerOf(mars)]).toEqual([
      'cus_old',
      'cus_new',
    ]);
    // A test card gave luna a plan, and still does until the program starts.
    expect(await book.enterMode(true)).toEqual({ changed: false, cleared: 1 });
    expect(await book.modeStanding()).toEqual({ livemode: true, others: 1 });
    const lunaLeft = { subscription: null, syncedAt: null, topupDrafts: 120, boughtDrafts: 500 };
    expect(await rowOf(store, luna)).toMatchObject(lunaLeft);
    expect(await rowOf(store, mars)).toMatchObject({
      subscription: { status: 'active' },
      topupDrafts: 500,
    });
    expect(await book.tenantOf('cus_old')).toBeNull();
    expect(await book.customerOf(mars)).toBe('cus_new');
    expect(await book.trialUsed(luna, ada)).toBe(false);
    expect(await book.trialUsed(luna, ben)).toBe(true);
    expect(await book.enterMode(true)).toEqual({ changed: false, cleared: 0 });
    expect(await rowOf(store, luna)).toMatchObject(lunaLeft);
  });

  test('without any event is of the mode that is entered first', async () => {
    const store = await openFrom(customer('cus_1', luna), trial(luna, ada), plan(luna, 0));
    const book = store.stripeBook();
    expect(await book.modeStanding()).toEqual({ livemode: null, others: 0 });
    expect(await book.customerOf(luna)).toBe('cus_1');
    expect(await book.enterMode(true)).toEqual({ changed: false, cleared: 0 });
    expect(await book.customerOf(luna)).toBe('cus_1');
    expect(await book.trialUsed(luna, ada)).toBe(true);
    expect(await rowOf(store, luna)).toMatchObject({ subscription: { status: 'active' } });
  });
});

describe('another mode', () => {
  test('leaves grants, and has top-ups of its own, of which what was taken stays taken', async () => {
    const store = await openFrom(plan(luna, 500), taken(luna, 120));
    const book = store.stripeBook();
    await book.enterMode(false);
    expect(await book.enterMode(true)).toEqual({ changed: true, cleared: 1 });
    const live = await rowOf(store, luna);
    expect(live).toMatchObject({ grant: { plan: 'pro' }, subscription: null, topupDrafts: 120 });
    const plans = await store.planBook({ billing: true }, silentLog);
    await plans.addTopup(luna, { paymentId: 'pi_1', drafts: 500 });
    await book.enterMode(false);
    expect(await rowOf(store, luna)).toMatchObject({ topupDrafts: 500 });
    await book.enterMode(true);
    expect(await rowOf(store, luna)).toMatchObject({ topupDrafts: 620, boughtDrafts: 1_000 });
  });

  test('has customers and trials of its own; a trial of live mode stays noted beside test mode', async () => {
    const store = await openFrom();
    const book = store.stripeBook();
    await book.enterMode(true);
    await book.addCustomer(luna, 'cus_live');
    await book.useTrial(luna);
    await book.enterMode(false);
    expect(await book.customers()).toEqual([]);
    expect(await book.addCustomer(luna, 'cus_test')).toBe('cus_test');
    await book.useTrial(luna);
    await book.useTrial(mars);
    expect(await book.trialUsed(mars, ada)).toBe(true);
    await book.enterMode(true);
    expect(await book.customers()).toMatchObject([{ customerId: 'cus_live' }]);
    expect(await book.trialUsed(luna, ada)).toBe(true);
    expect(await book.trialUsed(mars, ada)).toBe(false);
    // The trial of a test stands in nobody's way.
    await book.useTrial(mars);
    expect(await book.trialUsed(mars, ada)).toBe(true);
  });
});
