import { expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import { systemClock } from '#src/core/clock.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { createIngestGate } from '#src/telegram/ingest/ingest-gate.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

/** The storage's store; counts commits and fails them on request. */
function watched(storage: TestStorage) {
  const state = { commits: 0, full: false };
  const store: Pick<TenantStore, 'transact'> = {
    transact: async (id, work) => {
      state.commits += 1;
      if (state.full) throw new AppError('storage.full', 'transient', 'The disk is full.');
      return await storage.store.transact(id, work);
    },
  };
  return { state, store };
}

const update = (update_id: number) => ({ update_id, message: { chat: { id: 1 } } });

async function setUp(limits?: { tenant: number; all: number }) {
  const storage = await openTestStorage();
  const tenant = await storage.addTenant();
  const { state, store } = watched(storage);
  const woken: string[] = [];
  const gate = createIngestGate({
    store,
    clock: systemClock,
    onStored: (id) => woken.push(id),
    ...(limits ? { limits } : {}),
  });
  const add = (...ids: number[]) => gate.add(tenant.tenantId, tenant.botId, ids.map(update));
  const stored = () =>
    storage.store.read(tenant.tenantId, (reader) =>
      reader.db.selectFrom('stored_update').select('update_id').orderBy('id').execute(),
    );
  return { storage, tenant, state, woken, gate, add, stored };
}

test('updates that arrive together share a commit, and each is there when its promise resolves', async () => {
  const { storage, state, woken, gate, add, stored } = await setUp();
  await using _ = storage;
  await Promise.all(Array.from({ length: 50 }, (_unused, index) => add(index + 1)));
  expect(await stored()).toHaveLength(50);
  expect(state.commits).toBe(1);
  expect(woken).toHaveLength(1);
  expect(gate.pending).toBe(0);
});

test('what arrives during a commit shares the next one', async () => {
  const { storage, state, add, stored } = await setUp();
  await using _ = storage;
  const first = add(1);
  await new Promise(setImmediate);
  const rest = [add(2), add(3), add(4)];
  await Promise.all([first, ...rest]);
  expect(state.commits).toBe(2);
  expect((await stored()).map((row) => row.update_id)).toEqual([1, 2, 3, 4]);
});

test('a failed commit rejects all of its updates, and the next one works', async () => {
  const { storage, state, gate, add, stored } = await setUp();
  await using _ = storage;
  state.full = true;
  const results = await Promise.allSettled([add(1), add(2)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(gate.pending).toBe(0);
  state.full = false;
  await add(1);
  expect(await stored()).toEqual([{ update_id: 1 }]);
});

test('known updates are passed over and wake nobody', async () => {
  const { storage, woken, add, stored } = await setUp();
  await using _ = storage;
  await add(1, 2);
  await add(2, 1);
  expect(await stored()).toHaveLength(2);
  expect(woken).toHaveLength(1);
});

test('when too many wait, more are refused until there is room', async () => {
  const { storage, add, stored } = await setUp({ tenant: 3, all: 100 });
  await using _ = storage;
  const taken = [add(1, 2), add(3)];
  await expect(add(4)).rejects.toMatchObject({ code: 'ingest.full' });
  await Promise.all(taken);
  await add(4);
  expect(await stored()).toHaveLength(4);
});
