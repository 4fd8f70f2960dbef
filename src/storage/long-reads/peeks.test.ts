import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import type { LogFields } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { tenantFilePath, tenantFolder } from '#src/storage/tenant-paths.ts';
import * as queries from '#test/support/long-queries.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

/** As long as no more are open, a file is looked into in place. */
const fewOpen = 16;

let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;
let lines: string[] = [];

const note = (event: string, fields: LogFields = {}) =>
  void lines.push(`${event} ${fields['code']}`);
const log = { debug: note, info: note, warn: note, error: note };

beforeEach(async () => {
  lines = [];
  storage = await openTestStorage({ migrations: noteMigrations, log });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
  for (let n = 0; n < fewOpen; n += 1) {
    await storage.store.read((await storage.addTenant()).tenantId, readNotes);
  }
});
afterEach(() => storage[Symbol.asyncDispose]());

const write = (tenantId: TenantId, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));
const peek = (tenantId: TenantId) => storage.store.peek(tenantId, queries.notes);
const where = (tenantId: TenantId) => storage.store.peek(tenantId, queries.thread);
const filesOf = (tenantId: TenantId) => readdirSync(tenantFolder(storage.dir, tenantId)).toSorted();

test('who sleeps is looked at in a thread, and nothing stays open', async () => {
  await write(luna, 'of luna');
  await write(rex, 'of rex');
  await storage.store.release(luna);
  await storage.store.release(rex);
  expect(await Promise.all([peek(luna), peek(rex)])).toEqual([['of luna'], ['of rex']]);
  expect(await where(luna)).toBe('away');
  expect(filesOf(luna)).toEqual(['crm.db']);
  expect(filesOf(rex)).toEqual(['crm.db']);
});

test('with few tenants there is no thread', async () => {
  await storage.reopen();
  expect(await where(luna)).toBe('here');
});

test('a file that is open is read where it is', async () => {
  await write(luna, 'x');
  expect(await where(luna)).toBe('here');
  expect(await peek(luna)).toEqual(['x']);
});

test('what a killed process had committed is seen, and is there afterwards', async () => {
  await write(luna, 'first');
  await storage.store.release(luna);
  await write(luna, 'only in the WAL');
  using copy = keepFolder(luna);
  await storage.store.release(luna);
  copy.putBack();
  expect(filesOf(luna)).toContain('crm.db-wal');
  expect(await peek(luna)).toEqual(['first', 'only in the WAL']);
  expect(filesOf(luna)).toEqual(['crm.db']);
  expect(await storage.store.read(luna, readNotes)).toEqual(['first', 'only in the WAL']);
});

test('a query that ends its thread is asked here, and so are those after it for a while', async () => {
  await storage.store.release(luna);
  await storage.store.release(rex);
  expect(await storage.store.peek(luna, queries.leavingThread)).toBe('stayed');
  expect(await where(rex)).toBe('here');
  expect(lines).toEqual(['storage.peek-failed storage.reader-crashed']);
});

test('a write waits until the thread has closed the file', async () => {
  await storage.store.release(luna);
  const [before] = await Promise.all([peek(luna), write(luna, 'after')]);
  expect(before).toEqual([]);
  expect(await peek(luna)).toEqual(['after']);
});

test('a bad file quarantines its tenant alone, as in any read', async () => {
  await storage.store.release(luna);
  await storage.store.release(rex);
  writeFileSync(tenantFilePath(storage.dir, luna), systemRandom.bytes(9_000));
  const unreadable = expect.objectContaining({ name: 'AppError', code: 'storage.unreadable' });
  await expect(peek(luna)).rejects.toThrow(unreadable);
  expect((await storage.control.get(luna))?.quarantine).toBe('storage.unreadable');
  expect(await peek(rex)).toEqual([]);
});

test('a peek cannot write', async () => {
  await storage.store.release(luna);
  const sneaking = storage.store.peek(luna, queries.sneaky);
  const refused = expect.objectContaining({ name: 'AppError', code: 'storage.read-only' });
  await expect(sneaking).rejects.toThrow(refused);
  expect(await peek(luna)).toEqual([]);
});

test('an erased tenant is not looked at again', async () => {
  await storage.store.release(luna);
  const peeking = peek(luna);
  await storage.store.erase(luna);
  expect(await peeking).toEqual([]);
  const missing = expect.objectContaining({ name: 'AppError', code: 'storage.missing' });
  await expect(peek(luna)).rejects.toThrow(missing);
  expect(existsSync(tenantFolder(storage.dir, luna))).toBe(false);
});

/** A tenant's folder as it is now, with the WAL that a killed process leaves. */
function keepFolder(tenantId: TenantId) {
  const folder = tenantFolder(storage.dir, tenantId);
  const kept = mkdtempSync(join(tmpdir(), 'fanline-peek-'));
  cpSync(folder, kept, { recursive: true });
  return {
    putBack() {
      rmSync(folder, { recursive: true });
      cpSync(kept, folder, { recursive: true });
    },
    [Symbol.dispose]: () => rmSync(kept, { recursive: true }),
  };
}
