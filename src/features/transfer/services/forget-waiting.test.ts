import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { Services } from '#src/core/services.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { endWaiting } from './forget-waiting.ts';

const dayMs = 86_400_000;

test('rows that wait for 180 days are forgotten, others when their time has come', async () => {
  await using storage = await openTestStorage({ migrations: tenantMigrations });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    for (const day of [0, 1, 100]) {
      await rawRows(
        tx,
        `insert into waiting_fact (user_id, facts, author_user_id, created_at)
          values (${day + 1}, '{}', 1, ${day * dayMs})`,
      );
    }
    const at = (now: number) => ({ clock: { now: () => now } }) as Services;
    const left = async () => await rawRows(tx, 'select user_id from waiting_fact');
    expect(await endWaiting(tx, at(179 * dayMs))).toEqual({ again: 180 * dayMs });
    expect(await left()).toHaveLength(3);
    expect(await endWaiting(tx, at(181 * dayMs))).toEqual({ again: 280 * dayMs });
    expect(await left()).toEqual([{ user_id: 101 }]);
    expect(await endWaiting(tx, at(280 * dayMs))).toBeUndefined();
    expect(await left()).toEqual([]);
  });
});
