import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { BotId, Slug, TenantId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { allTenants, shareOf } from '#src/core/share.ts';
import type { ControlStore, NewTenant } from '#src/storage/control-store.ts';
import { createKeyRing, type KeyRing } from '#src/storage/key-ring.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { controlFileExists, openControlStore } from '#src/storage/open-control-store.ts';
import { openFile } from '#src/storage/open-file.ts';
import type { SqliteControlStore } from '#src/storage/sqlite-control-store.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

let temp: TempDir;
let keyRing: KeyRing;
let control: SqliteControlStore;
let now: number;
const clock = { ...systemClock, now: () => now };
const open = (ring = keyRing) => openControlStore({ dir: temp.path, keyRing: ring, clock });

beforeEach(async () => {
  temp = makeTempDir();
  now = 1_000;
  keyRing = createKeyRing(new MasterKey(systemRandom.bytes(32)), systemRandom);
  control = await open();
});
afterEach(async () => {
  await control.close();
  temp[Symbol.dispose]();
});

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const id = (name: string) => `t-${name}` as TenantId;

function tenant(name: string, botId: number): NewTenant {
  return {
    tenantId: id(name),
    slug: name as Slug,
    name: `${name}'s fans`,
    botId: botId as BotId,
    botUsername: `${name}_bot`,
    botInfo: `{"id":${botId}}`,
    token: `${botId}:token-of-${name}`,
    webhookPath: `path-${name}`,
    webhookSecret: `secret-of-${name}`,
  };
}

async function idsSince(store: ControlStore, revision: number): Promise<string[]> {
  return (await store.changesSince(revision)).records.map((record) => record.tenantId);
}

test('a tenant is found by id, slug and bot, also after a restart', async () => {
  const added = await control.add(tenant('luna', 1));
  const record = added.ok && added.record;
  expect(record).toMatchObject({
    tenantId: 't-luna',
    slug: 'luna',
    state: 'active',
    connection: 'ok',
    quarantine: null,
    schemaNumber: 0,
    createdAt: 1_000,
  });
  await control.close();
  control = await open();
  expect(await control.get(id('luna'))).toEqual(record);
  expect(await control.bySlug('luna')).toEqual(record);
  expect(await control.byBot(1)).toEqual(record);
  expect(await control.list()).toEqual([record]);
  expect(await control.get(id('nobody'))).toBeUndefined();
  expect(await control.secretsOf(id('luna'))).toEqual({
    token: '1:token-of-luna',
    webhookSecret: 'secret-of-luna',
  });
});

test('a slug or a bot that another tenant has is refused and nothing is stored', async () => {
  await control.add(tenant('luna', 1));
  expect(await control.add({ ...tenant('rex', 2), slug: 'luna' as Slug })).toEqual({
    ok: false,
    reason: 'slug-taken',
  });
  expect(await control.add(tenant('rex', 1))).toEqual({ ok: false, reason: 'bot-taken' });
  expect(await control.list()).toHaveLength(1);
  expect(await control.add(tenant('rex', 2))).toMatchObject({ ok: true });
});

test('two processes adding the same bot at once: one of them is refused', async () => {
  const other = await open();
  const answers = await Promise.all([control.add(tenant('a1', 1)), other.add(tenant('a2', 1))]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  await other.close();
});

test('a change touches the named fields alone', async () => {
  await control.add(tenant('luna', 1));
  const before = await control.get(id('luna'));
  const after = await control.change(id('luna'), { state: 'suspended', suspendedAt: 5 });
  expect(after).toEqual({ ...before, state: 'suspended', suspendedAt: 5, revision: 2 });
  expect(await control.change(id('luna'), { suspendedAt: null })).toMatchObject({
    suspendedAt: null,
    state: 'suspended',
  });
  await expect(control.change(id('nobody'), { name: 'x' })).rejects.toThrow(
    refusal('storage.unknown-tenant'),
  );
});

test('many migrated tenants are told at once, each by a revision of its own, and leave quarantine', async () => {
  for (const [index, name] of ['luna', 'rex', 'ada'].entries())
    await control.add(tenant(name, index + 1));
  await control.change(id('rex'), { quarantine: 'storage.full', quarantinedAt: 5 });
  const before = await control.get(id('rex'));
  const numbers = [
    [id('rex'), 7],
    [id('luna'), 8],
    [id('gone'), 7],
  ] as const;
  await control.markMigrated(new Map(numbers));
  expect(await idsSince(control, 4)).toEqual(['t-rex', 't-luna']);
  expect(await control.get(id('rex'))).toEqual({
    ...before,
    schemaNumber: 7,
    quarantine: null,
    quarantinedAt: null,
    revision: 5,
  });
  expect(await control.get(id('luna'))).toMatchObject({ schemaNumber: 8, revision: 6 });
});

test('a new token replaces the old one and leaves the webhook secret', async () => {
  await control.add(tenant('luna', 1));
  await control.change(id('luna'), { token: '1:fresh' });
  expect(await control.secretsOf(id('luna'))).toEqual({
    token: '1:fresh',
    webhookSecret: 'secret-of-luna',
  });
});

test('changes are told by revision, oldest first, also those of another process', async () => {
  await control.add(tenant('luna', 1));
  await control.add(tenant('rex', 2));
  expect(await idsSince(control, 0)).toEqual(['t-luna', 't-rex']);
  expect(await idsSince(control, 2)).toEqual([]);
  const script = await open();
  await script.change(id('luna'), { name: 'new name' });
  expect(await idsSince(control, 2)).toEqual(['t-luna']);
  expect(await idsSince(control, 0)).toEqual(['t-rex', 't-luna']);
  expect(await idsSince(control, 3)).toEqual([]);
  await control.change(id('rex'), { name: 'other' });
  expect(await idsSince(control, 3)).toEqual(['t-rex']);
  await script.close();
});

test('a revision is never given twice, not even after the newest tenant was taken out', async () => {
  await control.add(tenant('luna', 1));
  await control.add(tenant('rex', 2));
  await control.remove(id('rex'));
  const changed = await control.change(id('luna'), { name: 'x' });
  expect(changed.revision).toBeGreaterThan(2);
  expect(await idsSince(control, 2)).toEqual(['t-luna']);
});

test('a tenant that was taken out leaves its slug and bot free', async () => {
  await control.add(tenant('luna', 1));
  await control.remove(id('luna'));
  expect(await control.list()).toEqual([]);
  await expect(control.secretsOf(id('luna'))).rejects.toThrow(refusal('storage.unknown-tenant'));
  expect(await control.add(tenant('luna', 1))).toMatchObject({ ok: true });
});

test('a destroyed key is gone from the file, and secrets and data with it', async () => {
  await control.add(tenant('luna', 1));
  await control.add(tenant('rex', 2));
  const wrapped = peek('select wrapped from tenant_key where tenant_id = ?', id('luna'));
  const sealed = peek('select token_sealed from tenant where tenant_id = ?', id('luna'));
  await control.close();
  expect(decryptedBytes()).toSatisfy((bytes: Buffer) => bytes.includes(wrapped));
  control = await open();

  await control.destroyKey(id('luna'));
  await expect(control.secretsOf(id('luna'))).rejects.toThrow(refusal('keys.destroyed'));
  await expect(control.fileKeyOf(id('luna'))).rejects.toThrow(refusal('keys.destroyed'));
  await expect(control.change(id('luna'), { token: '1:x' })).rejects.toThrow(
    refusal('keys.destroyed'),
  );
  expect(statSync(join(temp.path, '_control', 'control.db-wal')).size).toBe(0);
  const bytes = decryptedBytes();
  expect(bytes.includes('t-luna')).toBe(true);
  expect(bytes.includes(wrapped)).toBe(false);
  expect(bytes.includes(sealed)).toBe(false);
  expect(await control.secretsOf(id('rex'))).toMatchObject({ token: '2:token-of-rex' });
});

test('a writer waits for another process without stopping the event loop', async () => {
  await control.add(tenant('luna', 1));
  const path = join(temp.path, '_control', 'control.db');
  const script = openFile(path, { key: keyRing.controlKey(), applicationId: 0x464e4c43 });
  script.run('begin immediate');
  const change = control.change(id('luna'), { name: 'later' });
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  script.run("update tenant set name = 'sooner'");
  script.run('commit');
  script.close();
  expect(await change).toMatchObject({ name: 'later' });
});

test("the operator's acts are kept in order", async () => {
  await control.recordAct('tenant.create', id('luna'), 'plan free');
  now = 2_000;
  await control.recordAct('migrate', null);
  const path = join(temp.path, '_control', 'control.db');
  const file = openFile(path, { key: keyRing.controlKey(), applicationId: 0x464e4c43 });
  expect(file.run('select at, act, tenant_id, detail from operator_act order by id').rows).toEqual([
    { at: 1_000, act: 'tenant.create', tenant_id: 't-luna', detail: 'plan free' },
    { at: 2_000, act: 'migrate', tenant_id: null, detail: null },
  ]);
  file.close();
});

test('the control file is made once, encrypted and for its owner only', async () => {
  const folder = join(temp.path, '_control');
  expect(controlFileExists(temp.path)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await control.add(tenant('luna', 1));
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(join(folder, name));
    expect(bytes.includes('luna')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
  }
});

test('another master key is told as such', async () => {
  const stranger = createKeyRing(new MasterKey(systemRandom.bytes(32)), systemRandom);
  await expect(open(stranger)).rejects.toThrow(refusal('keys.wrong-master-key'));
});

test('an emptied control file is refused, not begun anew', async () => {
  await control.close();
  writeFileSync(join(temp.path, '_control', 'control.db'), '');
  await expect(open()).rejects.toThrow(refusal('storage.foreign'));
});

test('several processes may make the control file at the same moment', async () => {
  using fresh = makeTempDir();
  const parts = { dir: fresh.path, keyRing, clock };
  const stores = await Promise.all([openControlStore(parts), openControlStore(parts)]);
  await stores[0].add(tenant('luna', 1));
  expect(await stores[1].bySlug('luna')).toMatchObject({ slug: 'luna' });
  for (const store of stores) await store.close();
  expect(readdirSync(join(fresh.path, '_control'))).toEqual(['control.db']);
});

/** One text from the control file, by way of a second connection. */
function peek(sql: string, tenantId: TenantId): string {
  const path = join(temp.path, '_control', 'control.db');
  const file = openFile(path, { key: keyRing.controlKey(), applicationId: 0x464e4c43 });
  const [row] = file.run(sql, [tenantId]).rows as Record<string, string>[];
  file.close();
  return Object.values(row ?? {})[0] ?? '';
}

/** The control file without its encryption, free pages included. */
function decryptedBytes(): Buffer {
  const copy = join(temp.path, 'copy.db');
  writeFileSync(copy, readFileSync(join(temp.path, '_control', 'control.db')), { mode: 0o600 });
  const file = openFile(copy, { key: keyRing.controlKey(), applicationId: 0x464e4c43 });
  file.pragma('journal_mode = delete');
  file.pragma("rekey = ''");
  file.close();
  return readFileSync(copy);
}

test('what was destroyed is gone from the disk, also where another connection reads meanwhile', async () => {
  const added = await control.add(tenant('luna', 1));
  expect(added.ok).toBe(true);
  const path = join(temp.path, '_control', 'control.db');
  const other = openFile(path, { key: keyRing.controlKey(), applicationId: 0x46_4e_4c_43 });
  other.run('begin');
  other.run('select count(*) from tenant');
  setTimeout(() => other.rollback(), 300);
  await control.destroyKey(id('luna'));
  await control.remove(id('luna'));
  expect(statSync(`${path}-wal`).size).toBe(0);
  other.close();
});

test.each([1, 2, 3, 16])(
  'due work and changes are found by the share whose tenant it is, of %i shares',
  async (of) => {
    const ids = ['a', 'z-', 't-0', 't-luna', 't1f', 't99', 't0a', 'tff'] as TenantId[];
    for (const [at, tenantId] of ids.entries()) {
      await control.add({ ...tenant(`n${at}`, at + 1), tenantId });
      await control.change(tenantId, { schemaNumber: 1 });
    }
    const dues = ids.map((tenantId, at) => ({ tenantId, dueAt: 100 + at }));
    await control.writeDue(dues.map((due) => ({ ...due, how: 'forward' })));
    expect(await control.dueBefore(1_000, 100, allTenants)).toEqual(dues);
    expect(await control.count()).toBe(ids.length);
    const newest = (await control.changesSince(0)).revision;
    for (let number = 0; number < of; number += 1) {
      const its = dues.filter(({ tenantId }) => shareOf(tenantId, of) === number);
      expect(await control.dueBefore(1_000, 100, { number, of })).toEqual(its);
      expect(await control.nextDueAfter(0, { number, of })).toBe(its[0]?.dueAt ?? null);
      const mine = its.map(({ tenantId }) => tenantId);
      expect((await control.list({ number, of })).map(({ tenantId }) => tenantId)).toEqual(mine);
      const { records, revision } = await control.changesSince(0, { number, of });
      expect(records.map(({ tenantId }) => tenantId)).toEqual(mine);
      // What others' tenants changed is known, too, and not asked for again.
      expect(revision).toBe(newest);
    }
  },
);
