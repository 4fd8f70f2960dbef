import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { Services } from '#src/core/services.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type BatchResult, handleArrivals } from '#src/telegram/ingest/handle-batch.ts';
import type { HandlingScope } from '#src/telegram/ingest/handle-update.ts';
import { retryParked } from '#src/telegram/ingest/parked-updates.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { batchSize } from '#src/telegram/ingest/update-queries.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;
let clock: ReturnType<typeof manualClock>;
/** Updates that handlers saw, in this order. */
let seen: number[];
/** Updates whose handler fails after it has written. */
let failing: Set<number>;
/** Updates whose handler puts back what is parked. */
let retrying: Set<number>;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  luna = (await storage.addTenant('luna')).tenantId;
  clock = manualClock();
  seen = [];
  failing = new Set();
  retrying = new Set();
});
afterEach(() => storage[Symbol.asyncDispose]());

async function middleware(ctx: FanlineContext): Promise<void> {
  const id = ctx.update.update_id;
  seen.push(id);
  await sql`insert or replace into setting (key, value, actor, changed_at) values (${`seen-${id}`}, '1', 'fan', 1)`.execute(
    ctx.tx.db,
  );
  if (retrying.has(id)) await retryParked(ctx.tx);
  if (failing.has(id)) throw new Error('by a test');
}

const arrival = (seq: number, updateId = seq): Arrival => ({
  seq,
  tenantId: luna,
  botId: 7 as BotId,
  payload: JSON.stringify({ update_id: updateId, message: { chat: { id: 1 }, text: 'private' } }),
  receivedAt: 1_000 + seq,
});
// As a pass of the sender runs it.
const arrives = (...arrivals: Arrival[]): Promise<BatchResult> =>
  storage.store.transact(
    luna,
    (tx) =>
      handleArrivals(tx, arrivals, { tenant: { tenantId: luna }, me: {} } as HandlingScope, {
        services: { clock, log: silentLog, texts: createTexts() } as unknown as Services,
        middleware,
      }),
    { savepoints: 'after-a-fault' },
  );
const rows = () =>
  storage.store.read(luna, (reader) =>
    reader.db
      .selectFrom('stored_update')
      .select(['update_id', 'state', 'payload', 'attempts', 'received_at', 'finished_at'])
      .orderBy('id')
      .execute(),
  );
const states = async () => (await rows()).map((row) => `${row.update_id} ${row.state}`);
const traces = () =>
  storage.store.read(luna, async (reader) => {
    const found = await reader.db
      .selectFrom('setting')
      .select('key')
      .where('key', 'like', 'seen-%')
      .execute();
    return found.map((row) => row.key);
  });

test('what arrives while nothing waits is handled as it is and stands there as done, without its words', async () => {
  expect(await arrives(arrival(1), arrival(2))).toEqual({ handled: 2, more: false, nextAt: null });
  expect(seen).toEqual([1, 2]);
  const done = { state: 'done', payload: null, attempts: 0, finished_at: clock.now() };
  expect(await rows()).toEqual([
    { update_id: 1, received_at: 1_001, ...done },
    { update_id: 2, received_at: 1_002, ...done },
  ]);
});

test('what has arrived before is handled once', async () => {
  await arrives(arrival(1, 5));
  await arrives(arrival(2, 5), arrival(3, 6), arrival(4, 6));
  expect(seen).toEqual([5, 6]);
  expect(await states()).toEqual(['5 done', '6 done']);
});

test('one that fails leaves nothing behind but itself, and is tried again before what came after it', async () => {
  failing.add(2);
  expect(await arrives(arrival(1), arrival(2), arrival(3))).toMatchObject({
    handled: 1,
    more: true,
  });
  expect(await states()).toEqual(['1 done', '2 waiting', '3 waiting']);
  expect(await traces()).toEqual(['seen-1']);
  // Once without savepoints, and with them.
  expect(seen).toEqual([1, 2, 1, 2]);
  seen.length = 0;
  const { nextAt } = await arrives(arrival(4));
  expect(nextAt).toBeGreaterThan(clock.now());
  expect((await rows())[1]).toMatchObject({ update_id: 2, state: 'waiting', attempts: 1 });
  // All are of one chat: what came behind it waits for it.
  expect(seen).toEqual([2, 2]);
  failing.clear();
  seen.length = 0;
  await clock.advance(60_000);
  await arrives();
  expect(seen).toEqual([2, 3, 4]);
  expect(await states()).toEqual(['1 done', '2 done', '3 done', '4 done']);
});

test('of more than a batch the rest is stored, and handled in its order', async () => {
  const many = Array.from({ length: batchSize + 3 }, (_, index) => arrival(index + 1));
  expect(await arrives(...many)).toEqual({ handled: batchSize, more: true, nextAt: null });
  expect((await states()).slice(batchSize)).toEqual(['17 waiting', '18 waiting', '19 waiting']);
  await arrives(arrival(20));
  expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(new Set((await rows()).map((row) => row.state))).toEqual(new Set(['done']));
});

test('a parked update that a handler puts back has its turn at once', async () => {
  await arrives(arrival(1));
  await storage.store.transact(luna, async (tx) => {
    await tx.db
      .updateTable('stored_update')
      .set({ state: 'parked', payload: arrival(1).payload })
      .execute();
  });
  retrying.add(2);
  expect(await arrives(arrival(2))).toEqual({ handled: 1, more: true, nextAt: null });
  expect(await arrives()).toMatchObject({ handled: 1, more: false });
  expect(seen).toEqual([1, 2, 1]);
  expect(await states()).toEqual(['1 done', '2 done']);
});
