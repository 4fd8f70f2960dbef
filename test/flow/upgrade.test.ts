import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { nextRunAt } from '#src/jobs/job-queries.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';

const beforeReaders = tenantMigrations.slice(0, 8);
const jobsOf = `select kind, state from job order by kind`;

test('what was written before there were readers is read after the upgrade, though nobody writes any more', async () => {
  await using storage = await openTestStorage({ migrations: beforeReaders });
  const luna = await storage.addTenant();
  const empty = await storage.addTenant();
  await storage.store.transact(luna.tenantId, async (tx) => {
    for (const text of [
      `insert into fan (user_id, first_name, first_seen_at, last_seen_at) values (1, 'Ana', 1000, 2000)`,
      `insert into thread (fan_id, line, chat_id, created_at) values (1, 'bot', 1, 1000)`,
      `insert into message (thread_id, direction, actor, kind, delivery, sent_at)
        values (1, 'in', 'fan', 'text', 'delivered', 2000)`,
    ]) {
      await rawRows(tx, text);
    }
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  await storage.store.transact(luna.tenantId, async (tx) => {
    expect(await rawRows(tx, jobsOf)).toEqual([
      { kind: 'read-messages', state: 'waiting' },
      { kind: 'stages', state: 'waiting' },
    ]);
    expect(await nextRunAt(tx)).toBe(2000);
    expect(await rawRows(tx, 'select stage, stage_since, in_count from fan_activity')).toEqual([
      { stage: 'new', stage_since: 1000, in_count: 0 },
    ]);
  });
  await storage.store.transact(empty.tenantId, async (tx) => {
    expect(await rawRows(tx, jobsOf)).toEqual([]);
  });
});
