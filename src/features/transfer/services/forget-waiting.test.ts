import { describe, expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { lastTagChange } from '#src/features/memory/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { endImport, insertImport } from '../queries/import-rows.ts';
import { insertWaiting } from '../queries/waiting-rows.ts';
import { endWaiting } from './forget-waiting.ts';

const dayMs = 86_400_000;
const at = (now: number) => ({ clock: { now: () => now } }) as Services;

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
    const left = async () => await rawRows(tx, 'select user_id from waiting_fact');
    expect(await endWaiting(tx, at(179 * dayMs))).toEqual({ again: 180 * dayMs });
    expect(await left()).toHaveLength(3);
    expect(await endWaiting(tx, at(181 * dayMs))).toEqual({ again: 280 * dayMs });
    expect(await left()).toEqual([{ user_id: 101 }]);
    expect(await endWaiting(tx, at(280 * dayMs))).toBeUndefined();
    expect(await left()).toEqual([]);
  });
});

describe('what a tag was called before is forgotten', () => {
  const renamed = async (tx: Tx, was: string) => {
    await rawRows(tx, `insert into tag_change (was, becomes) values ('${was}', null)`);
  };
  const remembered = async (tx: Tx) =>
    (await rawRows(tx, 'select was from tag_change order by id')).map(({ was }) => was);
  const waits = async (tx: Tx, userId: number, tags: readonly string[], day: number) => {
    const facts = { notes: [], tags, fields: [] };
    const who = { userId: userId as UserId };
    await insertWaiting(tx, { who, facts, author: 1 as UserId }, day * dayMs);
  };

  test('once nothing that waits was written down before', async () => {
    await using storage = await openTestStorage({ inMemory: true });
    const { tenantId } = await storage.addTenant();
    const other = await storage.addTenant();
    await storage.store.transact(other.tenantId, async (tx) => await renamed(tx, 'theirs'));
    await storage.store.transact(tenantId, async (tx) => {
      await renamed(tx, 'first');
      await waits(tx, 1, [], 0);
      await waits(tx, 2, ['vip'], 1);
      await renamed(tx, 'second');
      await waits(tx, 3, ['vip'], 100);
      await renamed(tx, 'third');
      expect(await endWaiting(tx, at(180 * dayMs))).toEqual({ again: 181 * dayMs });
      expect(await remembered(tx)).toEqual(['second', 'third']);
      expect(await endWaiting(tx, at(181 * dayMs))).toEqual({ again: 280 * dayMs });
      expect(await remembered(tx)).toEqual(['third']);
      expect(await endWaiting(tx, at(280 * dayMs))).toBeUndefined();
      expect(await remembered(tx)).toEqual([]);
    });
    await storage.store.transact(other.tenantId, async (tx) => {
      expect(await remembered(tx)).toEqual(['theirs']);
    });
  });

  test('not while a table is open that was looked at before; and what comes then is told from it', async () => {
    await using storage = await openTestStorage({ inMemory: true });
    const { tenantId } = await storage.addTenant();
    await storage.store.transact(tenantId, async (tx) => {
      await renamed(tx, 'first');
      const place = { user_id: 1 as UserId, chat_id: 1 as ChatId, topic_id: null };
      const id = await insertImport(tx, place, 0);
      await renamed(tx, 'second');
      // Up to which change it is stands there once it was looked at.
      expect(await endWaiting(tx, at(0))).toEqual({ again: 180 * dayMs });
      expect(await remembered(tx)).toEqual(['first', 'second']);
      await rawRows(tx, 'update import_run set tag_change_id = 1');
      expect(await endWaiting(tx, at(0))).toEqual({ again: 180 * dayMs });
      expect(await remembered(tx)).toEqual(['second']);
      await endImport(tx, id, 'done', 0);
      expect(await endWaiting(tx, at(0))).toBeUndefined();
      expect(await remembered(tx)).toEqual([]);
      // A number is never given again.
      expect(await lastTagChange(tx)).toBe(2);
      await renamed(tx, 'third');
      expect(await lastTagChange(tx)).toBe(3);
    });
  });
});
