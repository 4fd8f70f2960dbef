import {
  closeSync,
  openSync,
  writeSync,
  copyFileSync,
  existsSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { BotId, Slug } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { openControlStore } from '#src/storage/open-control-store.ts';
import { openFile } from '#src/storage/open-file.ts';
import { startPrivateFile } from '#src/storage/private-file.ts';
import { createTenantFile, openTenantFile } from '#src/storage/tenant-file.ts';
import { newTenantId, tenantFilePath } from '#src/storage/tenant-paths.ts';
import { noteMigrations, readNotes, testStep, writeNote } from '#test/support/note-table.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let luna: TenantRecord;
let rex: TenantRecord;

beforeEach(async () => {
  storage = await openTestStorage({ migrations: noteMigrations });
  luna = await storage.addTenant('luna');
  rex = await storage.addTenant('rex');
  await write(luna, 'of luna');
  await write(rex, 'of rex');
  await storage.store.release(luna.tenantId);
  await storage.store.release(rex.tenantId);
});
afterEach(() => storage[Symbol.asyncDispose]());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const write = ({ tenantId }: TenantRecord, text: string) =>
  storage.store.transact(tenantId, (tx) => writeNote(tx, text));
const notes = ({ tenantId }: TenantRecord) => storage.store.read(tenantId, readNotes);
const pathOf = ({ tenantId }: TenantRecord) => tenantFilePath(storage.dir, tenantId);

/** The key of a tenant's file, as only storage itself can get it. */
async function keyOf({ tenantId }: TenantRecord): Promise<Buffer> {
  const { dir, keyRing } = storage;
  const control = await openControlStore({ dir, keyRing, clock: systemClock });
  try {
    return await control.fileKeyOf(tenantId);
  } finally {
    await control.close();
  }
}

/** Luna's file is bad: told once with its code, then quarantined; Rex does not notice. */
async function expectLunaAloneFails(code: string): Promise<void> {
  await expect(notes(luna)).rejects.toThrow(refusal(code));
  expect(await storage.control.get(luna.tenantId)).toMatchObject({ quarantine: code });
  await expect(write(luna, 'more')).rejects.toThrow(refusal('storage.quarantined'));
  expect(await notes(rex)).toEqual(['of rex']);
}

test('a missing file is not made anew', async () => {
  rmSync(pathOf(luna));
  await expectLunaAloneFails('storage.missing');
  expect(existsSync(pathOf(luna))).toBe(false);
});

test('an empty file is not taken for a new database', async () => {
  truncateSync(pathOf(luna), 0);
  await expectLunaAloneFails('storage.foreign');
});

test('garbage is unreadable', async () => {
  writeFileSync(pathOf(luna), systemRandom.bytes(20_000));
  await expectLunaAloneFails('storage.unreadable');
});

test('a file cut short is unreadable', async () => {
  truncateSync(pathOf(luna), 1000);
  await expectLunaAloneFails('storage.unreadable');
});

test("another tenant's file in this tenant's folder is unreadable", async () => {
  copyFileSync(pathOf(rex), pathOf(luna));
  await expectLunaAloneFails('storage.unreadable');
});

test('even under the right key a file must name this tenant', async () => {
  const key = await keyOf(luna);
  const elsewhere = join(storage.dir, 'elsewhere');
  const other = newTenantId(systemRandom);
  const source = { dir: elsewhere, tenantId: other, key };
  await createTenantFile(source, noteMigrations, systemClock);
  copyFileSync(tenantFilePath(elsewhere, other), pathOf(luna));
  await expectLunaAloneFails('storage.foreign');
});

test('a file under the right key but without an identity is foreign', async () => {
  const key = await keyOf(luna);
  const file = openTenantFile({ dir: storage.dir, tenantId: luna.tenantId, key });
  file.run('delete from tenant_identity');
  file.close();
  await expectLunaAloneFails('storage.foreign');
});

test('a file under the right key that another program made is foreign', async () => {
  const key = await keyOf(luna);
  rmSync(pathOf(luna));
  startPrivateFile(pathOf(luna)).publish();
  openFile(pathOf(luna), { key, applicationId: 1, fresh: true }).close();
  await expectLunaAloneFails('storage.foreign');
});

test('damage that shows only in use quarantines the tenant as well', async () => {
  await storage.store.transact(luna.tenantId, async (tx) => {
    for (let n = 0; n < 500; n += 1) await writeNote(tx, `${n} ${'x'.repeat(200)}`);
  });
  await storage.store.release(luna.tenantId);
  const key = await keyOf(luna);
  const file = openTenantFile({ dir: storage.dir, tenantId: luna.tenantId, key });
  const pages = Number(file.pragma('page_count'));
  const pageSize = Number(file.pragma('page_size'));
  file.close();
  const handle = openSync(pathOf(luna), 'r+');
  const half = Math.floor(pages / 2) * pageSize;
  writeSync(handle, systemRandom.bytes(pages * pageSize - half), 0, undefined, half);
  closeSync(handle);
  await expect(notes(luna)).rejects.toMatchObject({ kind: 'permanent' });
  expect((await storage.control.get(luna.tenantId))?.quarantine).toMatch(/^storage\./);
  await expect(notes(luna)).rejects.toThrow(refusal('storage.quarantined'));
  expect(await notes(rex)).toEqual(['of rex']);
});

test('an unknown tenant is told as such', async () => {
  const nobody = newTenantId(systemRandom);
  await expect(storage.store.read(nobody, readNotes)).rejects.toThrow(
    refusal('storage.unknown-tenant'),
  );
});

test('a tenant whose creation has not ended is not quarantined for having no file', async () => {
  const tenantId = newTenantId(systemRandom);
  await storage.control.add({
    tenantId,
    slug: 'unfinished' as Slug,
    name: '',
    botId: 9 as BotId,
    botUsername: 'x',
    botInfo: '{}',
    token: '9:x',
    webhookPath: 'p',
    webhookSecret: 's',
  });
  await expect(storage.store.read(tenantId, readNotes)).rejects.toThrow(
    refusal('storage.unfinished'),
  );
  expect(await storage.control.get(tenantId)).toMatchObject({ quarantine: null });
  await storage.store.create(tenantId);
  expect(await storage.store.read(tenantId, readNotes)).toEqual([]);
});

test('a newer additive schema is accepted, a newer breaking one is not', async () => {
  const next = noteMigrations.length + 1;
  const older = noteMigrations;
  const additive = [...older, testStep(next)];
  await storage.reopen({ migrations: additive });
  await storage.migrator.migrateAll();
  await storage.reopen({ migrations: older });
  expect(await notes(luna)).toEqual(['of luna']);

  await storage.reopen({ migrations: [...additive, testStep(next + 1, { kind: 'breaking' })] });
  await storage.migrator.migrateAll();
  await storage.reopen({ migrations: older });
  await expect(notes(luna)).rejects.toThrow(refusal('storage.newer'));
  expect(await storage.control.get(luna.tenantId)).toMatchObject({ quarantine: null });
});

test('a file that was not migrated is refused, not migrated on the way', async () => {
  const newer = [...noteMigrations, testStep(noteMigrations.length + 1)];
  await storage.reopen({ migrations: newer });
  await expect(notes(luna)).rejects.toThrow(refusal('storage.older'));
  await storage.migrator.migrateAll();
  expect(await notes(luna)).toEqual(['of luna']);
});

test('a tampered wrapped key opens nothing', async () => {
  const { dir, keyRing } = storage;
  await storage.reopen();
  const path = join(dir, '_control', 'control.db');
  const file = openFile(path, { key: keyRing.controlKey(), applicationId: 0x464e4c43 });
  file.run('update tenant_key set wrapped = (select wrapped from tenant_key where tenant_id = ?)', [
    rex.tenantId,
  ]);
  file.close();
  await expect(notes(luna)).rejects.toThrow(refusal('keys.tampered'));
  expect(await notes(rex)).toEqual(['of rex']);
});

test('the key ring of another installation is refused at the door', async () => {
  const stranger = await openTestStorage();
  const opening = openControlStore({
    dir: storage.dir,
    keyRing: stranger.keyRing,
    clock: systemClock,
  });
  await expect(opening).rejects.toThrow(refusal('keys.wrong-master-key'));
  await stranger[Symbol.asyncDispose]();
});
