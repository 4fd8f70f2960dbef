import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { noteMigrations, readNotes, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantId;
let rex: TenantId;

beforeEach(async () => {
  storage = await openTestStorage({ migrations: noteMigrations, flushInBackground: true });
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

const texts = Array.from({ length: 50 }, (_, index) => `note ${index}`);
const write = (tenantId: TenantId, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));
const notes = (tenantId: TenantId) => storage.store.read(tenantId, readNotes);

/** Handles of this process on a tenant's files. */
function handlesOn(tenantId: TenantId): string[] {
  const folder = '/proc/self/fd';
  return readdirSync(folder).flatMap((handle) => {
    try {
      const path = readlinkSync(join(folder, handle));
      return path.includes(tenantId) ? [path] : [];
    } catch {
      return [];
    }
  });
}

test('commits that share flushes all end, in their order, and are there after a restart', async () => {
  await Promise.all(texts.map((text) => write(luna, text)));
  expect(await notes(luna)).toEqual(texts);
  await storage.reopen();
  expect(await notes(luna)).toEqual(texts);
});

test('what fails fails alone, before any flush', async () => {
  const doubled = [...texts, texts[0] ?? '', 'last'];
  const ended = await Promise.allSettled(doubled.map((text) => write(luna, text)));
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(await notes(luna)).toEqual([...texts, 'last']);
});

test('a commit that is to be flushed with the next one is seen at once', async () => {
  await storage.store.transact(luna, (tx) => writeNote(tx, 'soon'), { durable: 'with-next' });
  expect(await notes(luna)).toEqual(['soon']);
});

describe.runIf(existsSync('/proc/self/fd'))('what nobody waits for', () => {
  /** A flush opens the WAL once more, beside SQLite. */
  const isFlushed = () => handlesOn(luna).filter((path) => path.endsWith('-wal')).length === 2;

  beforeEach(() => storage.reopen());

  test('is flushed within half a second when it was to be soon', async () => {
    await storage.store.transact(luna, (tx) => writeNote(tx, 'soon'), { durable: 'soon' });
    expect(isFlushed()).toBe(false);
    await expect.poll(isFlushed, { timeout: 2_000 }).toBe(true);
  });

  test('may be decided by what was done', async () => {
    const add = (text: string) =>
      storage.store.transact(luna, (tx) => writeNote(tx, text).then(() => text), {
        durable: (written) => (written === 'now' ? 'at-commit' : 'soon'),
      });
    await add('later');
    expect(isFlushed()).toBe(false);
    await add('now');
    expect(isFlushed()).toBe(true);
  });
});

test.runIf(existsSync('/proc/self/fd'))(
  'a file that is closed while flushes run loses nothing and leaves no handle',
  async () => {
    await storage.reopen({ maxOpen: 1 });
    await Promise.all(texts.flatMap((text) => [write(luna, text), write(rex, text)]));
    await storage.store.release(luna);
    await storage.store.release(rex);
    await expect.poll(() => [...handlesOn(luna), ...handlesOn(rex)]).toEqual([]);
    expect(await notes(luna)).toEqual(texts);
    expect(await notes(rex)).toEqual(texts);
  },
);
