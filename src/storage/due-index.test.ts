import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { DueIndex } from '#src/storage/due-index.ts';
import type { DueTimes } from '#src/storage/due-times.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;
const clock = manualClock();

beforeEach(async () => {
  storage = await openTestStorage({ clock });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

/** An index as another process has it, over the control file; counts what it writes, or fails to. */
function openIndex() {
  const { due } = storage.storage;
  const state = { writes: 0, full: false };
  const times = storage.control as unknown as DueTimes;
  const index = new DueIndex({
    clock,
    log: silentLog,
    times: {
      dueBefore: (...asked) => times.dueBefore(...asked),
      nextDueAfter: (...asked) => times.nextDueAfter(...asked),
      async writeDue(changes) {
        if (state.full) throw new AppError('storage.full', 'transient', 'The disk is full.');
        state.writes += 1;
        await times.writeDue(changes);
      },
    },
  });
  return { index, state, other: due };
}

test('what comes forward is known at once, and to other processes after a flush', async () => {
  const { index, other } = openIndex();
  index.bringForward(luna, 200);
  index.bringForward(luna, 100);
  index.bringForward(luna, 300);
  index.bringForward(rex, 150);
  const both = [
    { tenantId: luna, dueAt: 100 },
    { tenantId: rex, dueAt: 150 },
  ];
  expect(await index.dueBefore(150, 10)).toEqual(both);
  expect(await index.dueBefore(149, 10)).toEqual(both.slice(0, 1));
  expect(await index.nextDueAfter(100)).toBe(150);
  expect(await other.dueBefore(150, 10)).toEqual([]);
  await clock.advance(250);
  await index.flush();
  expect(await other.dueBefore(150, 10)).toEqual(both);
  expect(await other.dueBefore(150, 1)).toEqual(both.slice(0, 1));
});

test('work that is done before it would be written costs the control file nothing', async () => {
  const { index, state } = openIndex();
  index.listen(() => {});
  index.settle(luna, 900);
  await index.flush();
  index.bringForward(luna, 100);
  index.settle(luna, 900);
  index.bringForward(luna, 950);
  await clock.advance(60_000);
  await index.flush();
  expect(state.writes).toBe(1);
  expect(await index.dueBefore(900, 10)).toEqual([{ tenantId: luna, dueAt: 900 }]);
});

test('what another process has brought forward survives what this one settles', async () => {
  const { index, other } = openIndex();
  index.settle(luna, 500);
  await index.flush();
  other.bringForward(luna, 100);
  await other.flush();
  index.settle(luna, null);
  await index.flush();
  expect(await index.dueBefore(1_000, 10)).toEqual([{ tenantId: luna, dueAt: 100 }]);
});

test('what cannot be written is kept, goes on counting and is written later', async () => {
  const { index, state, other } = openIndex();
  state.full = true;
  index.bringForward(luna, 100);
  await clock.advance(60_000);
  await index.flush();
  expect(await index.dueBefore(100, 10)).toHaveLength(1);
  expect(await other.dueBefore(100, 10)).toEqual([]);
  state.full = false;
  await clock.advance(5_000);
  await index.flush();
  expect(await other.dueBefore(100, 10)).toHaveLength(1);
});

test('tenants that may not work are not found', async () => {
  const { other } = openIndex();
  other.bringForward(luna, 100);
  other.bringForward(rex, 100);
  await other.flush();
  await storage.control.change(luna, { state: 'suspended' });
  await storage.control.change(rex, { quarantine: 'storage.corrupt' });
  expect(await other.dueBefore(1_000, 10)).toEqual([]);
  expect(await other.nextDueAfter(0)).toBe(null);
});
