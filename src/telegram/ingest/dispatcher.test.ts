import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { createDispatcher, type Dispatcher } from '#src/telegram/ingest/dispatcher.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;
let clock: ReturnType<typeof manualClock>;
let dispatcher: Dispatcher;
let kept: number[];
/** How each transaction was to be flushed, and for whom. */
let commits: [TenantId, string][];
let fault: AppError | null;
let faultyTenant: TenantId | null;
/** Until when transactions, and purges, take. */
let held: Promise<void>;
let purging: Promise<boolean>;

// No tenant may handle anything here: what arrives is stored all the same.
beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
  clock = manualClock();
  kept = [];
  commits = [];
  fault = null;
  faultyTenant = null;
  held = Promise.resolve();
  purging = Promise.resolve(false);
  dispatcher = createDispatcher({
    // For purges alone.
    store: { transact: () => purging } as unknown as TenantStore,
    services: { clock, random: systemRandom, log: silentLog, texts: {} as never },
    middleware: () => Promise.reject(new Error('nothing is handled')),
    scopeOf: () => undefined,
    onKept: (seqs) => kept.push(...seqs),
    async transact(tenantId, work, durable) {
      if (fault && tenantId === (faultyTenant ?? tenantId)) throw fault;
      await held;
      const result = await storage.store.transact(tenantId, work);
      commits.push([tenantId, durable]);
      return result;
    },
  });
});
afterEach(async () => {
  await dispatcher.stop();
  await storage[Symbol.asyncDispose]();
});

const arrival = (seq: number, tenantId = luna, updateId = seq): Arrival => ({
  seq,
  tenantId,
  botId: 7 as BotId,
  payload: JSON.stringify({ update_id: updateId, message: { chat: { id: 1 } } }),
  receivedAt: 1_000 + seq,
});
const stored = (tenantId = luna) =>
  storage.store.read(tenantId, (reader) =>
    reader.db
      .selectFrom('stored_update')
      .select(['update_id', 'received_at'])
      .orderBy('id')
      .execute(),
  );
const idsOf = async (tenantId = luna) => (await stored(tenantId)).map((row) => row.update_id);
const untilKept = (count: number) => expect.poll(() => kept.length).toBe(count);

test('what arrives is stored in order with the time it came, and told as kept after a flushed commit', async () => {
  dispatcher.take([arrival(1), arrival(2, rex), arrival(3)]);
  dispatcher.take([arrival(4)]);
  expect(kept).toEqual([]);
  await untilKept(4);
  expect(await stored()).toEqual([
    { update_id: 1, received_at: 1_001 },
    { update_id: 3, received_at: 1_003 },
    { update_id: 4, received_at: 1_004 },
  ]);
  expect(await idsOf(rex)).toEqual([2]);
  expect(commits).toEqual([
    [luna, 'at-commit'],
    [rex, 'at-commit'],
  ]);
});

test('more than one commit takes is stored by those that follow', async () => {
  const many = Array.from({ length: 200 }, (_, index) => arrival(index + 1));
  dispatcher.take(many);
  await untilKept(200);
  expect(kept).toEqual(many.map(({ seq }) => seq));
  expect(await idsOf()).toEqual(kept);
  expect(commits.length).toBeGreaterThan(1);
});

test('what arrives twice is stored once and told as kept twice', async () => {
  dispatcher.take([arrival(1, luna, 5), arrival(2, luna, 5)]);
  await untilKept(2);
  dispatcher.take([arrival(3, luna, 5)]);
  await untilKept(3);
  expect(await idsOf()).toEqual([5]);
});

test('while a tenant’s file fails its arrivals wait, in order, and others’ do not', async () => {
  fault = new AppError('storage.full', 'transient', 'The disk is full.');
  faultyTenant = luna;
  dispatcher.take([arrival(1), arrival(2, rex)]);
  await untilKept(1);
  dispatcher.take([arrival(3), arrival(4, rex)]);
  await untilKept(2);
  expect(kept).toEqual([2, 4]);
  await clock.advance(20_000);
  expect(await idsOf()).toEqual([]);
  fault = null;
  await clock.advance(80_000);
  await untilKept(4);
  expect(await idsOf()).toEqual([1, 3]);
});

test.each(['keys.destroyed', 'storage.unknown-tenant'])(
  'what arrives for a tenant who is gone for good (%s) is told as kept, all of it',
  async (code) => {
    fault = new AppError(code, 'permanent', 'Gone.');
    faultyTenant = luna;
    const many = Array.from({ length: 100 }, (_, index) => arrival(index + 1));
    dispatcher.take([...many, arrival(101, rex)]);
    await untilKept(101);
    expect(await idsOf(rex)).toEqual([101]);
    expect(clock.timers).toBe(0);
  },
);

test('what arrives for a quarantined tenant waits without being tried until the mending wakes it', async () => {
  fault = new AppError('storage.quarantined', 'permanent', 'It stands still.');
  dispatcher.take([arrival(1)]);
  await expect.poll(() => dispatcher.load).toBe(0);
  expect(clock.timers).toBe(0);
  fault = null;
  dispatcher.wake(luna);
  await untilKept(1);
  expect(await idsOf()).toEqual([1]);
});

test('a purge that fails while more arrives lets nothing run twice', async () => {
  dispatcher.take([arrival(1)]);
  await untilKept(1);
  await clock.advance(61_000);
  const purge = Promise.withResolvers<boolean>();
  purging = purge.promise;
  dispatcher.take([arrival(2)]);
  await untilKept(2);
  const hold = Promise.withResolvers<void>();
  held = hold.promise;
  dispatcher.take([arrival(3)]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  purge.reject(new AppError('storage.busy', 'transient', 'Somebody writes.'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await clock.advance(80_000);
  dispatcher.take([arrival(4), arrival(5)]);
  held = Promise.resolve();
  hold.resolve();
  await untilKept(5);
  expect(kept).toEqual([1, 2, 3, 4, 5]);
  expect(await idsOf()).toEqual([1, 2, 3, 4, 5]);
});

test('what arrives after the stop is left for the next start', async () => {
  await dispatcher.stop();
  dispatcher.take([arrival(1)]);
  await clock.advance(1_000);
  expect(kept).toEqual([]);
  expect(await idsOf()).toEqual([]);
});
