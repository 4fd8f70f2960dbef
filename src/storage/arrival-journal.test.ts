import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import {
  type ArrivalJournal,
  openArrivalJournal,
  type SealedArrival,
} from '#src/storage/arrival-journal.ts';
import { openArrivalsFile } from '#src/storage/arrivals-file.ts';
import { createKeyRing } from '#src/storage/key-ring.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { type Disk, openFile } from '#src/storage/open-file.ts';
import { startFile } from '#src/storage/start-file.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { arrivalsFilePath } from '#src/storage/tenant-paths.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const applicationId = 0x464e4c41;
let storage: TestStorage;
let journal: ArrivalJournal;
let luna: TenantId;
let rex: TenantId;
let disk: ReturnType<Disk['write']>;
let path: string;

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const keysOf = ({ control }: TestStorage) => control as unknown as TenantKeys;

function open(changed: Partial<Parameters<typeof openArrivalJournal>[0]> = {}): ArrivalJournal {
  return openArrivalJournal({
    dir: storage.dir,
    keyRing: storage.keyRing,
    keys: keysOf(storage),
    random: systemRandom,
    log: silentLog,
    disk: { write: (file) => (file === path ? disk : 'fine') },
    ...changed,
  });
}

beforeEach(async () => {
  disk = 'fine';
  storage = await openTestStorage();
  path = arrivalsFilePath(storage.dir);
  luna = (await storage.addTenant('luna')).tenantId;
  rex = (await storage.addTenant('rex')).tenantId;
  journal = open();
});
afterEach(async () => {
  journal.close();
  await storage[Symbol.asyncDispose]();
});

const sealed = (tenantId: TenantId, payload: string, receivedAt = 1_000) =>
  journal.seal({ tenantId, botId: 7 as BotId, payload, receivedAt });

/** Adds these and gives their numbers. */
async function add(tenantId: TenantId, ...payloads: readonly string[]): Promise<number[]> {
  const added: SealedArrival[] = [];
  for (const payload of payloads) added.push(await sealed(tenantId, payload));
  journal.commit(added, []);
  return added.map(({ arrival }) => arrival.seq);
}

const payloads = async () => (await journal.left()).map(({ payload }) => payload);

function reopen(): void {
  journal.close();
  journal = open();
}

/** Does this with the journal's rows from outside, while it is closed. */
function tamper(sql: string): void {
  journal.close();
  const file = openArrivalsFile(path, { key: storage.keyRing.arrivalsKey() });
  file.run(sql);
  file.close();
  journal = open();
}

test('what was added is there after a reopening, in order, for whom and when it came', async () => {
  const added = [
    await sealed(luna, 'one', 1_000),
    await sealed(rex, 'two', 2_000),
    await sealed(luna, '{"text":"drei 💛"}', 3_000),
  ];
  journal.commit(added, []);
  reopen();
  expect(await journal.left()).toEqual(added.map(({ arrival }) => arrival));
  expect(await journal.left()).toMatchObject([
    { tenantId: luna, botId: 7, payload: 'one', receivedAt: 1_000 },
    { tenantId: rex, payload: 'two', receivedAt: 2_000 },
    { tenantId: luna, payload: '{"text":"drei 💛"}', receivedAt: 3_000 },
  ]);
});

test('what was forgotten is not there any more, whether something comes with it or not', async () => {
  const [one = 0, two = 0] = await add(luna, 'one', 'two', 'three');
  journal.commit([], [two]);
  reopen();
  expect(await payloads()).toEqual(['one', 'three']);
  journal.commit([await sealed(luna, 'four')], [one]);
  journal.commit([], [one, 999]);
  reopen();
  expect(await payloads()).toEqual(['three', 'four']);
});

test('numbers go on after a reopening', async () => {
  const [, two = 0] = await add(luna, 'one', 'two');
  reopen();
  const [three = 0] = await add(rex, 'three');
  expect(three).toBeGreaterThan(two);
  expect(await payloads()).toEqual(['one', 'two', 'three']);
});

test('those that are sealed at once have the order of the calls', async () => {
  const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`);
  journal.commit(await Promise.all(texts.map((text) => sealed(luna, text))), []);
  expect(await payloads()).toEqual(texts);
});

describe.each(['failing', 'full'] as const)('on a disk that is %s', (fault) => {
  test('a commit leaves nothing of it, and the next one works', async () => {
    const [one = 0] = await add(luna, 'one');
    const added = [await sealed(luna, 'two'), await sealed(rex, 'three')];
    disk = fault;
    expect(() => journal.commit(added, [one])).toThrow(refusal('storage.full'));
    expect(() => journal.commit([], [one])).toThrow(refusal('storage.full'));
    disk = 'fine';
    expect(await payloads()).toEqual(['one']);
    journal.commit(added, [one]);
    reopen();
    expect(await payloads()).toEqual(['two', 'three']);
  });

  test.each(['insert', 'commit'])('nor does one that fails at its %s', async (word) => {
    const [one = 0] = await add(luna, 'one');
    const added = [await sealed(luna, 'two'), await sealed(rex, 'three')];
    journal.close();
    let asked = 0;
    journal = open({
      disk: {
        write(_, sql) {
          if (!sql.startsWith(word)) return 'fine';
          asked += 1;
          return asked === (word === 'insert' ? 2 : 1) ? fault : 'fine';
        },
      },
    });
    expect(() => journal.commit(added, [one])).toThrow(refusal('storage.full'));
    expect(await payloads()).toEqual(['one']);
    journal.commit(added, [one]);
    reopen();
    expect(await payloads()).toEqual(['two', 'three']);
  });
});

describe('what was written', () => {
  const folder = () => join(path, '..');
  const onDisk = () =>
    readdirSync(folder())
      .filter((name) => name.startsWith('arrivals.db'))
      .map((name) => readFileSync(join(folder(), name)));

  /** The file under its key, page by page, also those that hold no rows any more. */
  function decrypted(): string {
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    const db = new Database(copy);
    db.exec(`pragma cipher = 'aegis';
      pragma key = "x'${storage.keyRing.arrivalsKey().toString('hex')}'";
      pragma journal_mode = delete; pragma rekey = ''`);
    db.close();
    const pages = readFileSync(copy).toString('latin1');
    rmSync(copy);
    return pages;
  }

  test('cannot be read on the disk, in the file or in its log', async () => {
    await add(luna, 'plain canary words');
    expect(onDisk().length).toBeGreaterThan(1);
    journal.tidy();
    await add(luna, 'plain canary words');
    for (const bytes of onDisk()) {
      expect(bytes.includes('canary')).toBe(false);
      expect(bytes.includes(luna)).toBe(false);
      expect(bytes.includes('create table')).toBe(false);
    }
  });

  test('cannot be read with the key of the file alone', async () => {
    await add(luna, 'plain canary words');
    journal.tidy();
    expect(decrypted()).toContain(luna);
    expect(decrypted()).not.toContain('canary');
  });

  test('is not on the disk at all any more once it is forgotten and tidied away', async () => {
    const arrivals = [await sealed(luna, 'short'), await sealed(luna, 'long '.repeat(2_000))];
    const rest = await sealed(rex, 'stays');
    journal.commit([...arrivals, rest], []);
    journal.tidy();
    const pieces = arrivals.flatMap((arrival) => [
      arrival.sealed.slice(3, 43),
      arrival.sealed.slice(-40),
    ]);
    for (const piece of pieces) expect(decrypted()).toContain(piece);
    journal.commit(
      [],
      arrivals.map(({ arrival }) => arrival.seq),
    );
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    journal.tidy();
    expect(statSync(`${path}-wal`).size).toBe(0);
    for (const piece of pieces) expect(decrypted()).not.toContain(piece);
    expect(decrypted()).toContain(rest.sealed.slice(3, 43));
    expect(await payloads()).toEqual(['stays']);
  });

  test('is tidied away only when nobody reads there', async () => {
    await add(luna, 'one');
    const reader = openArrivalsFile(path, { key: storage.keyRing.arrivalsKey() });
    reader.run('begin');
    reader.run('select count(*) from arrival');
    expect(journal.tidy()).toBe(false);
    reader.close();
    expect(journal.tidy()).toBe(true);
  });

  test('is in no log after the journal was closed', async () => {
    await add(luna, 'one');
    journal.close();
    expect(readdirSync(folder()).filter((name) => name.startsWith('arrivals.db'))).toEqual([
      'arrivals.db',
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    journal = open();
  });

  test('cannot be read as another tenant’s, and is forgotten', async () => {
    await add(luna, 'one', 'two');
    await add(rex, 'three');
    tamper(`update arrival set tenant_id = '${rex}' where seq = 1`);
    const told: string[] = [];
    journal.close();
    journal = open({ log: { ...silentLog, error: (event) => told.push(event) } });
    expect(await payloads()).toEqual(['two', 'three']);
    expect(told).toEqual(['storage.arrival-unreadable']);
    reopen();
    expect(await payloads()).toEqual(['two', 'three']);
  });
});

describe('what is left for a tenant', () => {
  const rows = () => {
    journal.close();
    const file = openArrivalsFile(path, { key: storage.keyRing.arrivalsKey() });
    const numbers = file.run('select seq from arrival order by seq').rows.length;
    file.close();
    journal = open();
    return numbers;
  };

  test('whose key was destroyed is forgotten, and what is left for others stays', async () => {
    await add(luna, 'one');
    await add(rex, 'two');
    await storage.control.destroyKey(luna);
    reopen();
    expect(await payloads()).toEqual(['two']);
    expect(rows()).toBe(1);
    expect(await payloads()).toEqual(['two']);
  });

  test('nobody knows is forgotten, and what is left for others stays', async () => {
    await add(luna, 'one');
    await add(rex, 'two');
    tamper(`update arrival set tenant_id = 't-nobody' where seq = 1`);
    expect(await payloads()).toEqual(['two']);
    expect(rows()).toBe(1);
  });

  test('whose key cannot be had for now stays, and keeps nobody else’s', async () => {
    await add(luna, 'one');
    await add(rex, 'two');
    journal.close();
    const keys = keysOf(storage);
    journal = open({
      keys: {
        async fileKeyOf(tenantId) {
          if (tenantId !== luna) return await keys.fileKeyOf(tenantId);
          throw new AppError('keys.tampered', 'permanent', 'Changed from outside.');
        },
      },
    });
    expect(await payloads()).toEqual(['two']);
    reopen();
    expect(await payloads()).toEqual(['one', 'two']);
  });
});

describe('a journal that cannot be read is refused, and nothing is made over it:', () => {
  const saysWhatToDo = expect.objectContaining({
    name: 'AppError',
    code: 'storage.bad-arrivals',
    kind: 'permanent',
    message: expect.stringMatching(/arrivals\.db.*\(storage\.[a-z]+\).*Keep a copy.*remove both/s),
  });

  async function isRefused(): Promise<void> {
    const before = readFileSync(path);
    expect(() => open()).toThrow(saysWhatToDo);
    expect(() => open()).toThrow(
      expect.objectContaining({ message: expect.stringContaining(path) }),
    );
    expect(readFileSync(path)).toEqual(before);
    // What the message advises works.
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    journal = open();
    await add(luna, 'afterwards');
    expect(await payloads()).toEqual(['afterwards']);
  }

  beforeEach(async () => {
    await add(luna, ...Array.from({ length: 40 }, (_, index) => `text ${index} `.repeat(40)));
    journal.close();
  });

  test('garbage', async () => {
    writeFileSync(path, systemRandom.bytes(8_192));
    await isRefused();
  });

  test('an empty file', async () => {
    writeFileSync(path, '');
    await isRefused();
  });

  test('a file of another kind', async () => {
    copyFileSync(join(storage.dir, '_control', 'control.db'), path);
    await isRefused();
  });

  test('a file under another key', async () => {
    rmSync(path);
    const keyRing = createKeyRing(new MasterKey(systemRandom.bytes(32)), systemRandom);
    open({ keyRing }).close();
    await isRefused();
  });

  test('a file that is damaged behind its beginning', async () => {
    const bytes = readFileSync(path);
    bytes.fill(7, 1024);
    writeFileSync(path, bytes);
    await isRefused();
  });

  test('a file that is damaged in its middle, once it is read', async () => {
    const bytes = readFileSync(path);
    bytes.fill(7, 8 * 1024, 9 * 1024);
    writeFileSync(path, bytes);
    journal = open();
    await expect(journal.left()).rejects.toThrow(saysWhatToDo);
  });
});

describe('a journal that an earlier version made, with the cipher of then,', () => {
  const cipherOf = () => {
    for (const cipher of ['sqlcipher', 'aegis'] as const) {
      try {
        openFile(path, { key: storage.keyRing.arrivalsKey(), applicationId, cipher }).close();
        return cipher;
      } catch {}
    }
    return 'neither';
  };

  /** Makes the journal's file anew as it was made then, with these in it. */
  function makeFormer(rows: readonly SealedArrival[]): void {
    journal.close();
    const key = storage.keyRing.arrivalsKey();
    const current = openArrivalsFile(path, { key });
    const [table] = current.run('select sql from sqlite_schema').rows as { sql: string }[];
    current.close();
    rmSync(path);
    using making = startFile(path, { key, applicationId });
    making.file.run(table?.sql ?? '');
    for (const { arrival, sealed } of rows) {
      const { seq, tenantId, botId, receivedAt } = arrival;
      const values = [seq, tenantId, botId, sealed, receivedAt];
      making.file.run('insert into arrival values (?, ?, ?, ?, ?)', values);
    }
    making.publish();
  }

  test('is made anew when it is empty', async () => {
    makeFormer([]);
    expect(cipherOf()).toBe('sqlcipher');
    journal = open();
    await add(luna, 'one');
    reopen();
    expect(await payloads()).toEqual(['one']);
    journal.close();
    expect(cipherOf()).toBe('aegis');
    journal = open();
  });

  test('is used as it is while it holds something, and made anew once it does not', async () => {
    const rows = [await sealed(luna, 'one'), await sealed(rex, 'two', 2_000)];
    makeFormer(rows);
    const waiting = [{ tenantId: luna }, { tenantId: rex }];
    expect(storage.storage.arrivals.look()).toMatchObject({ fault: null, waiting });
    expect(await storage.storage.arrivals.updatesOf(rex)).toEqual([{ botId: 7, payload: 'two' }]);
    journal = open();
    const [three = 0] = await add(luna, 'three');
    reopen();
    expect(await payloads()).toEqual(['one', 'two', 'three']);
    journal.commit([], [...rows.map(({ arrival }) => arrival.seq), three]);
    journal.close();
    expect(cipherOf()).toBe('sqlcipher');
    journal = open();
    await add(luna, 'four');
    journal.close();
    expect(cipherOf()).toBe('aegis');
    journal = open();
    expect(await payloads()).toEqual(['four']);
  });

  test('is left alone while somebody reads there', async () => {
    makeFormer([await sealed(luna, 'one')]);
    journal = open();
    const key = storage.keyRing.arrivalsKey();
    const reader = openFile(path, { key, applicationId });
    reader.run('begin');
    reader.run('select count(*) from arrival');
    journal.commit([], [1]);
    reopen();
    await add(luna, 'two');
    reader.close();
    reopen();
    expect(await payloads()).toEqual(['two']);
    journal.close();
    expect(cipherOf()).toBe('sqlcipher');
    journal = open();
  });
});
