import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readlinkSync,
  statSync,
  writeSync,
} from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import type { LogFields } from '#src/core/log.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import * as queries from '#test/support/long-queries.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const clock = manualClock();
let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;
let lines: string[] = [];

/** Where Linux lists what this process has open. */
const handles = '/proc/self/fd';

const note = (event: string, fields: LogFields = {}) =>
  void lines.push(`${event} ${JSON.stringify(fields)}`);
const log = { debug: note, info: note, warn: note, error: note };

beforeEach(async () => {
  lines = [];
  storage = await openTestStorage({ migrations: noteMigrations, clock, log });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const write = (tenantId: TenantId, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));
const notes = (tenantId: TenantId) => storage.store.readLong(tenantId, queries.notes, null);

/** What a read fails with; heard of at once, so that a failure does not go unhandled until it is asked for. */
const failureOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );

/** A gate at which a query says that it has begun, and waits until it is opened. */
function makeGate() {
  const buffer = new SharedArrayBuffer(4);
  const cell = new Int32Array(buffer);
  return {
    buffer,
    begun: async () => void (await Atomics.waitAsync(cell, 0, 0).value),
    open() {
      Atomics.store(cell, 0, 2);
      Atomics.notify(cell, 0);
    },
  };
}

/** How often the event loop comes round until this is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let done = false;
  void work.finally(() => {
    done = true;
  });
  while (!done) {
    turns += 1;
    await new Promise(setImmediate);
  }
  return turns;
}

test('each tenant reads its own file, by the same query', async () => {
  await write(luna, 'of luna');
  await write(rex, 'of rex');
  const [ofLuna, ofRex] = await Promise.all([notes(luna), notes(rex)]);
  expect(ofLuna).toEqual(['of luna']);
  expect(ofRex).toEqual(['of rex']);
});

test('the query is the same function when it is called in place', async () => {
  await write(luna, 'here');
  const here = await storage.store.read(luna, (reader) => queries.notes.run(reader, null));
  expect(here).toEqual(await notes(luna));
});

test('the event loop goes round freely while a long read runs, and not while the same runs in place', async () => {
  await storage.store.readLong(luna, queries.count, { to: 1 });
  const args = { to: 3_000_000 };
  const away = storage.store.readLong(luna, queries.count, args);
  expect(await turnsDuring(away)).toBeGreaterThan(1_000);
  expect(await away).toBe(3_000_000);
  const inPlace = storage.store.read(luna, (reader) => queries.count.run(reader, args));
  expect(await turnsDuring(inPlace)).toBeLessThan(100);
});

test.skipIf(process.platform !== 'linux')(
  'long reads give way to what the event loop does',
  async () => {
    const before = getPriority();
    expect(await storage.store.readLong(luna, queries.priority, null)).toBe(10);
    expect(getPriority()).toBe(before);
  },
);

test('writes go on during a long read, which sees the file as it was when it began', async () => {
  await write(luna, 'before');
  const gate = makeGate();
  const reading = storage.store.readLong(luna, queries.notesTwice, { gate: gate.buffer });
  await gate.begun();
  await write(luna, 'meanwhile');
  expect(await storage.store.read(luna, readNotes)).toEqual(['before', 'meanwhile']);
  gate.open();
  expect(await reading).toEqual({ before: ['before'], after: ['before'] });
  expect(await notes(luna)).toEqual(['before', 'meanwhile']);
});

test('a long read of one tenant does not hold up that of another; its own wait for it', async () => {
  const gate = makeGate();
  const first = storage.store.readLong(luna, queries.notesTwice, { gate: gate.buffer });
  await gate.begun();
  let second = false;
  const own = notes(luna).then(() => {
    second = true;
  });
  expect(await notes(rex)).toEqual([]);
  expect(await notes(rex)).toEqual([]);
  expect(second).toBe(false);
  gate.open();
  await Promise.all([first, own]);
});

test.each([
  { ms: 0, order: ['rex', 'rex', 'luna'] },
  { ms: 25, order: ['luna', 'rex', 'rex'] },
])('reads of a tenant follow one another for a moment: after $ms ms $order', async (turn) => {
  const kim = (await storage.addTenant('kim')).tenantId;
  // Two threads read.
  const [gate, other] = [makeGate(), makeGate()];
  const running = [
    storage.store.readLong(kim, queries.notesTwice, { gate: other.buffer }),
    storage.store.readLong(rex, queries.notesTwice, { gate: gate.buffer }),
  ];
  await Promise.all([gate.begun(), other.begun()]);
  const order: string[] = [];
  const asked: Promise<unknown>[] = [];
  for (const [name, tenantId] of Object.entries({ luna, rex, again: rex })) {
    asked.push(notes(tenantId).then(() => order.push(name === 'luna' ? 'luna' : 'rex')));
    // It stands in line once its file was found good.
    await storage.store.read(tenantId, readNotes);
  }
  await clock.advance(turn.ms);
  gate.open();
  await Promise.all(asked);
  expect(order).toEqual(turn.order);
  other.open();
  await Promise.all(running);
});

test('more tenants than a thread keeps open all get their own', async () => {
  const ids: TenantId[] = [];
  for (let n = 0; n < 20; n += 1) ids.push((await storage.addTenant()).tenantId);
  for (const id of ids) await write(id, id);
  for (const round of [1, 2]) {
    const read = await Promise.all(ids.map(notes));
    expect([round, read]).toEqual([round, ids.map((id) => [id])]);
  }
});

test('a long read cannot write', async () => {
  const sneaking = storage.store.readLong(luna, queries.sneaky, null);
  await expect(sneaking).rejects.toThrow(refusal('storage.read-only'));
  expect(await notes(luna)).toEqual([]);
});

test('no transaction can wait for a long read of its own tenant', async () => {
  await storage.store.transact(luna, async () => {
    await expect(notes(luna)).rejects.toThrow(refusal('storage.nested'));
    expect(await notes(rex)).toEqual([]);
  });
});

test("an error of the query's own comes back without its words", async () => {
  const failing = storage.store.readLong(luna, queries.failing, null);
  const error = await failureOf(failing);
  expect(error).toEqual(refusal('storage.query-failed'));
  expect(inspect(error)).toContain('RangeError');
  expect(inspect(error)).toContain('long-queries.ts');
  expect(inspect(error)).not.toContain('canary');
  expect(await notes(luna)).toEqual([]);
});

test.each([
  ['more than may be given', queries.huge, 'storage.result-too-large'],
  ['what cannot travel', queries.notData, 'storage.not-cloneable'],
  ['under a name that is not exported', queries.misnamed, 'storage.unknown-query'],
] as const)('a query that gives %s is refused', async (_what, query, code) => {
  const reading = storage.store.readLong<null, unknown>(luna, query, null);
  await expect(reading).rejects.toThrow(refusal(code));
  expect(await notes(luna)).toEqual([]);
});

test('a statement may not give rows without end', async () => {
  const reading = storage.store.readLong(luna, queries.rows, { to: 1e12 });
  await expect(reading).rejects.toThrow(refusal('storage.result-too-large'));
});

test('arguments that cannot travel are refused', async () => {
  const args = { to: 1, extra: () => 1 };
  const reading = storage.store.readLong(luna, queries.count, args);
  await expect(reading).rejects.toThrow(refusal('storage.not-cloneable'));
  expect(await notes(luna)).toEqual([]);
});

test.each([
  ['ends its thread', queries.leaving],
  ['takes all memory', queries.greedy],
] as const)('a query that %s fails alone, and the next read has a thread', async (_what, query) => {
  await write(luna, 'still here');
  const crashing = storage.store.readLong<null, unknown>(luna, query, null);
  await expect(crashing).rejects.toThrow(refusal('storage.reader-crashed'));
  expect(await notes(luna)).toEqual(['still here']);
  expect(await notes(rex)).toEqual([]);
});

test('a read that takes too long is ended at its next statement', async () => {
  const gate = makeGate();
  const reading = storage.store.readLong(
    luna,
    queries.endless,
    { gate: gate.buffer },
    { limitMs: 3_000 },
  );
  await gate.begun();
  await clock.advance(2_999);
  const ended = failureOf(reading);
  await clock.advance(1);
  expect(await ended).toEqual(refusal('storage.read-timeout'));
  expect(await notes(luna)).toEqual([]);
});

test('a read that is stuck in one statement is given up, and does not hold up the next', async () => {
  const gate = makeGate();
  const args = { gate: gate.buffer, to: 10_000_000 };
  const stuck = storage.store.readLong(luna, queries.stuck, args);
  await gate.begun();
  const ended = failureOf(stuck);
  await clock.advance(10_000);
  expect(await ended).toEqual(refusal('storage.read-timeout'));
  await clock.advance(1_000);
  expect(await notes(luna)).toEqual([]);
});

test('a signal ends a read that runs and one that waits', async () => {
  const gate = makeGate();
  const abort = new AbortController();
  const { signal } = abort;
  const running = storage.store.readLong(luna, queries.endless, { gate: gate.buffer }, { signal });
  const waiting = storage.store.readLong(luna, queries.notes, null, { signal });
  const both = Promise.allSettled([running, waiting]);
  await gate.begun();
  abort.abort();
  for (const result of await both) {
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { code: 'storage.read-cancelled' },
    });
  }
  const late = storage.store.readLong(luna, queries.notes, null, { signal });
  await expect(late).rejects.toThrow(refusal('storage.read-cancelled'));
  expect(await notes(luna)).toEqual([]);
});

test('only so many reads of one tenant wait', async () => {
  const gate = makeGate();
  const running = storage.store.readLong(luna, queries.notesTwice, { gate: gate.buffer });
  await gate.begun();
  const waiting = Array.from({ length: 50 }, () => notes(luna));
  await expect(notes(luna)).rejects.toThrow(refusal('storage.read-busy'));
  expect(await notes(rex)).toEqual([]);
  gate.open();
  await Promise.all([running, ...waiting]);
});

test.each(['release', 'erase'] as const)('%s ends reads and closes the file', async (how) => {
  await write(luna, 'x');
  const gate = makeGate();
  const reading = storage.store.readLong(luna, queries.endless, { gate: gate.buffer });
  await gate.begun();
  const ended = failureOf(reading);
  await storage.store[how](luna);
  expect(await ended).toEqual(refusal('storage.read-cancelled'));
  const left = how === 'release' ? ['crm.db'] : undefined;
  const folder = readdirSync(storage.dir).includes(luna);
  expect(folder ? readdirSync(join(storage.dir, luna)) : undefined).toEqual(left);
  if (how === 'release') expect(await notes(luna)).toEqual(['x']);
  expect((await storage.control.get(luna))?.quarantine).toBe(null);
});

test.skipIf(!existsSync(handles))(
  'a file that nobody has read for a minute is closed',
  async () => {
    await notes(luna);
    const before = openHandles(luna);
    await clock.advance(60_000);
    await notes(rex);
    await clock.advance(60_000);
    await untilTrue(() => openHandles(luna) < before);
  },
);

test('closing everything ends what is read', async () => {
  const gate = makeGate();
  const reading = storage.store.readLong(luna, queries.endless, { gate: gate.buffer });
  await gate.begun();
  const ended = failureOf(reading);
  await storage.reopen();
  expect(await ended).toEqual(refusal('storage.closed'));
  expect(await notes(luna)).toEqual([]);
});

test('a file that a thread finds damaged quarantines its tenant alone', async () => {
  await write(luna, 'x'.repeat(100_000));
  await storage.store.release(luna);
  // The end of the file: it opens, and the first read of what is there fails.
  damageEnd(tenantFilePath(storage.dir, luna), 40_000);
  await expect(notes(luna)).rejects.toThrow(expect.objectContaining({ kind: 'permanent' }));
  await untilTrue(async () => (await storage.control.get(luna))?.quarantine !== null);
  await expect(notes(luna)).rejects.toThrow(refusal('storage.quarantined'));
  expect(await notes(rex)).toEqual([]);
});

test('a thread gets no settings of the process, and no key or text comes into a log', async () => {
  await write(luna, 'canary-words-of-a-fan');
  expect(await storage.store.readLong(luna, queries.surroundings, null)).toEqual({ env: [] });
  await storage.store.readLong(luna, queries.leaving, null).catch(() => {});
  await storage.store.readLong(luna, queries.failing, null).catch(() => {});
  expect(lines).toEqual([]);
});

/** How many handles this process has on a tenant's files. */
function openHandles(tenantId: TenantId): number {
  const targets = readdirSync(handles).map((handle) => {
    try {
      return readlinkSync(join(handles, handle));
    } catch {
      // The one by which the folder was read is closed again.
      return '';
    }
  });
  return targets.filter((target) => target.includes(tenantId)).length;
}

async function untilTrue(check: () => unknown): Promise<void> {
  while (!(await check())) await new Promise(setImmediate);
}

function damageEnd(path: string, bytes: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 'x'), 0, bytes, statSync(path).size - bytes);
  closeSync(handle);
}
