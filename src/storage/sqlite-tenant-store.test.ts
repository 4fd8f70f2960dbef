import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { errorCode } from '#src/core/error-code.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;

beforeEach(async () => {
  storage = await openTestStorage({ migrations: noteMigrations });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const write = (tenantId: TenantId, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));
const notes = (tenantId: TenantId) => storage.store.read(tenantId, readNotes);

test('what one tenant writes is there after a restart, and the other sees nothing of it', async () => {
  await write(luna, 'hello');
  await storage.reopen();
  expect(await notes(luna)).toEqual(['hello']);
  expect(await notes(rex)).toEqual([]);
});

test("a tenant's folder is named after its id, and only the owner may look into it", async () => {
  await write(luna, 'hello');
  const folder = join(storage.dir, luna);
  expect(statSync(storage.dir).mode & 0o777).toBe(0o700);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(['crm.db', 'crm.db-shm', 'crm.db-wal']);
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

test('no text, token or name is readable anywhere below the data folder', async () => {
  const secrets = await storage.control.secretsOf(luna);
  await write(luna, 'canary-words-of-a-fan');
  const names = readdirSync(storage.dir, { recursive: true, encoding: 'utf8' });
  const files = names
    .map((name) => join(storage.dir, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (const word of [
      'canary',
      secrets.token,
      secrets.webhookSecret,
      'luna',
      'SQLite format 3',
    ]) {
      expect(bytes.includes(word)).toBe(false);
    }
  }
});

test('a transaction that throws leaves nothing and passes its error on', async () => {
  const failure = new Error('changed my mind');
  const work = storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'half');
    throw failure;
  });
  await expect(work).rejects.toBe(failure);
  expect(await notes(luna)).toEqual([]);
  await write(luna, 'whole');
  expect(await notes(luna)).toEqual(['whole']);
});

test('calls for one tenant run one after another; a read never sees half a transaction', async () => {
  const pause = Promise.withResolvers<void>();
  const slow = storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'first half');
    await pause.promise;
    await writeNote(tx, 'second half');
  });
  const read = notes(luna);
  expect(await notes(rex)).toEqual([]);
  pause.resolve();
  await slow;
  expect(await read).toEqual(['first half', 'second half']);
});

test('many calls at once keep the order they came in', async () => {
  const texts = Array.from({ length: 50 }, (_, n) => `note ${n}`);
  await Promise.all(texts.map((text) => write(luna, text)));
  expect(await notes(luna)).toEqual(texts);
});

test.each(['read', 'transact'] as const)(
  'a %s inside a call for the same tenant throws at once',
  async (kind) => {
    await storage.store.transact(luna, async (tx) => {
      await writeNote(tx, 'outer');
      await expect(storage.store[kind](luna, async () => 'inner')).rejects.toThrow(
        refusal('storage.nested'),
      );
    });
    await storage.store.read(luna, async () => {
      await expect(storage.store[kind](luna, async () => 'inner')).rejects.toThrow(
        refusal('storage.nested'),
      );
      await expect(storage.store.release(luna)).rejects.toThrow(refusal('storage.nested'));
      await expect(storage.store.close()).rejects.toThrow(refusal('storage.nested'));
    });
    expect(await notes(luna)).toEqual(['outer']);
  },
);

test("another tenant's file may be used inside a call, but not the outer one from there", async () => {
  await storage.store.read(luna, async () => {
    await storage.store.transact(rex, async (tx) => {
      await writeNote(tx, 'rex');
      await expect(notes(luna)).rejects.toThrow(refusal('storage.nested'));
    });
  });
  expect(await notes(rex)).toEqual(['rex']);
});

test('what a finished transaction has started may use the store again', async () => {
  const started = Promise.withResolvers<string[]>();
  await storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'x');
    tx.afterCommit(() => {
      notes(luna).then(started.resolve, started.reject);
    });
  });
  expect(await started.promise).toEqual(['x']);
});

test('a finished Tx or Reader throws', async () => {
  let tx!: Tx;
  let reader!: Reader;
  await storage.store.transact(luna, async (it) => {
    tx = it;
  });
  await storage.store.read(luna, async (it) => {
    reader = it;
  });
  await expect(writeNote(tx, 'late')).rejects.toThrow(refusal('storage.finished'));
  await expect(readNotes(tx)).rejects.toThrow(refusal('storage.finished'));
  await expect(readNotes(reader)).rejects.toThrow(refusal('storage.finished'));
  await expect(tx.savepoint(async () => {})).rejects.toThrow(refusal('storage.finished'));
  expect(() => tx.afterCommit(() => {})).toThrow(refusal('storage.finished'));
  await storage.store.transact(luna, async () => {
    await expect(writeNote(tx, 'late')).rejects.toThrow(refusal('storage.finished'));
  });
  expect(await notes(luna)).toEqual([]);
});

test('a query that was not awaited does not slip into the next transaction', async () => {
  let forgotten!: Promise<void>;
  await storage.store.transact(luna, async (tx) => {
    forgotten = Promise.resolve()
      .then(() => {})
      .then(() => {})
      .then(() => {})
      .then(() => writeNote(tx, 'forgotten'));
    forgotten.catch(() => {});
  });
  await expect(forgotten).rejects.toThrow(refusal('storage.finished'));
  expect(await notes(luna)).toEqual([]);
});

test('a Reader cannot write, whatever its type was turned into', async () => {
  const work = storage.store.read(luna, (reader) => writeNote(reader as unknown as Tx, 'sneaky'));
  await expect(work).rejects.toThrow(refusal('storage.read-only'));
  expect(await notes(luna)).toEqual([]);
});

test('no transaction can be opened inside a transaction by way of Kysely', async () => {
  await storage.store.transact(luna, async (tx) => {
    expect(() => tx.db.transaction()).toThrow();
    expect(() => tx.db.startTransaction()).toThrow();
    expect(() => tx.db.connection()).toThrow();
  });
});

test('a savepoint that throws undoes its own changes and tasks alone', async () => {
  const ran: string[] = [];
  await storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'before');
    tx.afterCommit(() => ran.push('before'));
    const inner = tx.savepoint(async () => {
      await writeNote(tx, 'lost');
      tx.afterCommit(() => ran.push('lost'));
      await tx.savepoint(async () => writeNote(tx, 'lost too'));
      throw new Error('no');
    });
    await expect(inner).rejects.toThrow('no');
    await tx.savepoint(async () => {
      await writeNote(tx, 'kept');
      tx.afterCommit(() => ran.push('kept'));
    });
  });
  expect(await notes(luna)).toEqual(['before', 'kept']);
  expect(ran).toEqual(['before', 'kept']);
});

test('a refused row inside a savepoint leaves the transaction usable', async () => {
  await storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'one');
    const twice = tx.savepoint(() => writeNote(tx, 'one'));
    await expect(twice).rejects.toThrow(refusal('storage.unique'));
    await writeNote(tx, 'two');
  });
  expect(await notes(luna)).toEqual(['one', 'two']);
});

test('two savepoints side by side are refused and nothing of the transaction stays', async () => {
  const work = storage.store.transact(luna, async (tx) => {
    const gate = Promise.withResolvers<void>();
    const first = tx.savepoint(() => gate.promise);
    const second = tx.savepoint(async () => {
      gate.resolve();
      await first;
    });
    await Promise.all([first, second]);
  });
  await expect(work).rejects.toThrow(refusal('storage.savepoint-overlap'));
  await write(luna, 'works again');
  expect(await notes(luna)).toEqual(['works again']);
});

const afterAFault = { savepoints: 'after-a-fault' } as const;

test('where savepoints are set after a fault only, work that fails in one runs again, and only that part is undone', async () => {
  const ran: string[] = [];
  let times = 0;
  const caught = await storage.store.transact(
    luna,
    async (tx) => {
      times += 1;
      await writeNote(tx, 'before');
      tx.afterCommit(() => ran.push('before'));
      const inner = tx.savepoint(async () => {
        tx.afterCommit(() => ran.push('lost'));
        await writeNote(tx, 'lost');
        await writeNote(tx, 'before');
      });
      const code = await inner.then(() => 'nothing', errorCode);
      await tx.savepoint(() => writeNote(tx, 'kept'));
      return code;
    },
    afterAFault,
  );
  expect({ caught, times, ran }).toEqual({ caught: 'storage.unique', times: 2, ran: ['before'] });
  expect(await notes(luna)).toEqual(['before', 'kept']);
});

test('work in which nothing fails runs once, also with savepoints after a fault only', async () => {
  let times = 0;
  await storage.store.transact(
    luna,
    async (tx) => {
      times += 1;
      await tx.savepoint(async () => {
        await writeNote(tx, 'outer');
        await tx.savepoint(() => writeNote(tx, 'inner'));
      });
    },
    afterAFault,
  );
  expect(times).toBe(1);
  expect(await notes(luna)).toEqual(['outer', 'inner']);
});

test('a fault of the file inside a savepoint is that of the whole transaction, and nothing runs twice', async () => {
  const full = new AppError('storage.full', 'transient', 'by a test');
  let times = 0;
  const work = storage.store.transact(
    luna,
    async (tx) => {
      times += 1;
      await writeNote(tx, 'half');
      await tx
        .savepoint(async () => {
          throw full;
        })
        .catch(() => {});
    },
    afterAFault,
  );
  await expect(work).rejects.toBe(full);
  expect(times).toBe(1);
  expect(await notes(luna)).toEqual([]);
});

test('an overlap of savepoints is refused also where none is set at first', async () => {
  const work = storage.store.transact(
    luna,
    async (tx) => {
      const gate = Promise.withResolvers<void>();
      const first = tx.savepoint(() => gate.promise);
      const second = tx.savepoint(async () => {
        gate.resolve();
        await first;
      });
      await Promise.all([first, second]);
    },
    afterAFault,
  );
  await expect(work).rejects.toThrow(refusal('storage.savepoint-overlap'));
  expect(await notes(luna)).toEqual([]);
});

test('tasks run after the commit, in order, and not at all after a rollback', async () => {
  const seen: string[] = [];
  await storage.store.transact(luna, async (tx) => {
    tx.afterCommit(() => seen.push('a'));
    tx.afterCommit(() => seen.push('b'));
    await writeNote(tx, 'x');
    expect(seen).toEqual([]);
  });
  expect(seen).toEqual(['a', 'b']);
  const failing = storage.store.transact(luna, async (tx) => {
    tx.afterCommit(() => seen.push('c'));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(seen).toEqual(['a', 'b']);
});

test('a task that throws neither fails the transaction nor stops the other tasks', async () => {
  const lines: string[] = [];
  const note = (event: string) => void lines.push(event);
  await storage.reopen({ log: { debug: note, info: note, warn: note, error: note } });
  let ran = false;
  await storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'kept');
    tx.afterCommit(() => {
      throw new Error('broken wake-up');
    });
    tx.afterCommit(() => {
      ran = true;
    });
  });
  expect(ran).toBe(true);
  expect(lines).toEqual(['storage.after-commit-failed']);
  expect(await notes(luna)).toEqual(['kept']);
});

test('more tenants than may be open at once all keep their data', async () => {
  await storage.reopen({ maxOpen: 2 });
  const others = await Promise.all([storage.addTenant(), storage.addTenant(), storage.addTenant()]);
  const all = [luna, rex, ...others.map((record) => record.tenantId)];
  for (const round of [1, 2]) {
    await Promise.all(all.map((tenantId) => write(tenantId, `${tenantId} ${round}`)));
  }
  for (const tenantId of all) {
    expect(await notes(tenantId)).toEqual([`${tenantId} 1`, `${tenantId} 2`]);
  }
  const open = all.filter((tenantId) => readdirSync(join(storage.dir, tenantId)).length > 1);
  expect(open).toHaveLength(2);
});

test('a file in use stays open although others ask for room', async () => {
  await storage.reopen({ maxOpen: 1 });
  await storage.store.transact(luna, async (tx) => {
    await writeNote(tx, 'before');
    await write(rex, 'between');
    await writeNote(tx, 'after');
  });
  expect(await notes(luna)).toEqual(['before', 'after']);
});

test('release closes the file, and it opens again on the next use', async () => {
  await write(luna, 'x');
  await storage.store.release(luna);
  expect(readdirSync(join(storage.dir, luna))).toEqual(['crm.db']);
  expect(await notes(luna)).toEqual(['x']);
});

test('erase removes the folder; a second create is possible, over a file it is not', async () => {
  await expect(storage.store.create(luna)).rejects.toThrow(refusal('storage.exists'));
  await write(luna, 'x');
  await storage.store.erase(luna);
  expect(readdirSync(storage.dir).toSorted()).toEqual(['_control', rex].toSorted());
  await storage.store.create(luna);
  expect(await notes(luna)).toEqual([]);
});

test('close waits for what is running and refuses what comes later', async () => {
  const gate = Promise.withResolvers<void>();
  const running = storage.store.transact(luna, async (tx) => {
    await gate.promise;
    await writeNote(tx, 'in time');
  });
  const closing = storage.store.close();
  await expect(notes(rex)).rejects.toThrow(refusal('storage.closed'));
  gate.resolve();
  await Promise.all([running, closing]);
  await storage.reopen();
  expect(await notes(luna)).toEqual(['in time']);
});

test('an id that would lead out of the data folder is refused', async () => {
  const outside = '../elsewhere' as TenantId;
  await expect(storage.store.erase(outside)).rejects.toThrow(refusal('storage.bad-tenant-id'));
  await expect(notes(outside)).rejects.toThrow(refusal('storage.unknown-tenant'));
});
