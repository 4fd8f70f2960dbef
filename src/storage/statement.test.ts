import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;

beforeEach(async () => {
  storage = await openTestStorage();
  luna = (await storage.addTenant('luna')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

const put = statement((db, given: { key: string; value: string; now: number }) =>
  db
    .insertInto('setting')
    .values({ key: given.key, value: given.value, actor: 'creator', changed_at: given.now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: given.value })),
);
const valueOf = statement((db, given: { key: string }) =>
  db.selectFrom('setting').select('value').where('key', '=', given.key),
);
const newest = statement((db, given: { before: number }) =>
  db
    .selectFrom('setting')
    .select(['key', sql<number>`changed_at - ${given.before}`.as('off')])
    .where('changed_at', '<', given.before)
    .orderBy('key', 'desc')
    .limit(2),
);

test('each run has its own values, also one that stands in several places', async () => {
  await storage.store.transact(luna, async (tx) => {
    expect(await put.run(tx, { key: 'a', value: '1', now: 10 })).toBe(1);
    expect(await put.run(tx, { key: 'b', value: '2', now: 20 })).toBe(1);
    expect(await put.run(tx, { key: 'a', value: '3', now: 30 })).toBe(1);
    expect(await valueOf.first(tx, { key: 'a' })).toEqual({ value: '3' });
    expect(await valueOf.first(tx, { key: 'b' })).toEqual({ value: '2' });
    expect(await valueOf.first(tx, { key: 'c' })).toBeUndefined();
    expect(await newest.all(tx, { before: 15 })).toEqual([{ key: 'a', off: -5 }]);
  });
});

const tagging = statement((db, given: { name: string }) =>
  db.insertInto('tag').values({ key: given.name, name: given.name, emoji: null, created_at: 1 }),
);

test('an inserted row gives its own id, not that of one that a trigger inserts beside it', async () => {
  await storage.store.transact(luna, async (tx) => {
    await sql`create temp table beside (id integer primary key)`.execute(tx.db);
    await sql`create temp trigger put_beside after insert on tag begin
      insert into beside (id) values (new.id + 70);
    end`.execute(tx.db);
    expect(await tagging.insert(tx, { name: 'vip' })).toBe(1);
    expect(await tagging.insert(tx, { name: 'new' })).toBe(2);
  });
});

test('a Reader cannot write by it', async () => {
  const write = storage.store.read(luna, (reader) =>
    put.run(reader as Tx, { key: 'a', value: '1', now: 10 }),
  );
  await expect(write).rejects.toMatchObject({ code: 'storage.read-only' });
});
