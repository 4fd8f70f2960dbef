import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { queryPlan, rawRows } from '#test/support/raw-rows.ts';
import { selectWaiting } from './queries.ts';

let storage: TestStorage;
let tenant: TenantRecord;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

/** What the table is to hold, by the tables that it is made of. */
const truth = `select thread.waiting_since, thread.id as thread_id, thread.fan_id, stage,
    coalesce(score, 0) as score
  from thread join fan on fan.id = thread.fan_id left join fan_activity using (fan_id)
  where waiting_since is not null and reach = 'open' order by 1, 2`;

/** Whatever happens to who waits, as SQL; `fan` is the number of a fan. */
const events: Readonly<Record<string, (fan: number, at: number) => string>> = {
  writes: (fan, at) => `insert into thread (fan_id, line, chat_id, waiting_since, created_at)
    select id, 'bot', user_id, ${at}, ${at} from fan where user_id = ${fan} on conflict do update
    set waiting_since = coalesce(thread.waiting_since, ${at})`,
  'is answered': (fan, at) =>
    `update thread set waiting_since = null, last_reply_at = ${at} where chat_id = ${fan}`,
  'is done': (fan, at) =>
    `update thread set waiting_since = null, done_at = ${at} where chat_id = ${fan}`,
  'blocks the bot': (fan) => `update fan set reach = 'blocked' where user_id = ${fan}`,
  'comes back': (fan) => `update fan set reach = 'open' where user_id = ${fan}`,
  'is counted': (fan, at) => `insert into fan_activity (fan_id, stage, stage_since, score)
    select id, iif(${at} % 2, 'vip', 'active'), ${at}, ${at} % 100 from fan where user_id = ${fan}
    on conflict do update set stage = excluded.stage, score = excluded.score`,
  'is erased': (fan) => `delete from fan where user_id = ${fan}`,
};

test('the inbox holds who waits and can be reached, whatever happens in whatever order', async () => {
  const event = fc.record({ what: fc.constantFrom(...Object.keys(events)), fan: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (story) => {
      await storage.store.transact(tenant.tenantId, async (tx) => {
        await startOver(tx);
        for (const [at, { what, fan }] of story.entries()) {
          await rawRows(tx, events[what]?.(fan, at + 1) ?? '');
          const listed = 'select * from inbox_entry order by waiting_since, thread_id';
          expect(await rawRows(tx, listed)).toEqual(await rawRows(tx, truth));
        }
      });
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['all', 'important', /COVERING INDEX inbox_entry_score/],
  ['vip', 'important', /COVERING INDEX inbox_entry_score/],
  ['new', 'important', /COVERING INDEX inbox_entry_score/],
  ['all', 'longest', /^SCAN inbox_entry/],
] as const)(
  'a page of %s, %s first, is read in order, and not sorted',
  async (filter, order, by) => {
    await storage.store.transact(tenant.tenantId, async (tx) => {
      const asked = { filter, order, limit: 8, offset: 16 };
      const plan = await queryPlan(tx, selectWaiting(tx, asked, 1_000).compile());
      expect(plan.find((step) => step.includes('inbox_entry'))).toMatch(by);
      expect(plan.join()).not.toContain('TEMP B-TREE');
    });
  },
);

async function startOver(tx: Tx): Promise<void> {
  await rawRows(tx, 'delete from fan');
  await rawRows(
    tx,
    `insert into fan (user_id, first_name, first_seen_at, last_seen_at)
      select value, 'Fan', 0, 0 from json_each('[0,1,2,3]')`,
  );
}
