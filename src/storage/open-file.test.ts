import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemRandom } from '#src/core/random.ts';
import { inTransaction } from '#src/storage/in-transaction.ts';
import { openExisting } from '#src/storage/open-existing.ts';
import { openFile, type SqliteFile } from '#src/storage/open-file.ts';
import { startPrivateFile } from '#src/storage/private-file.ts';
import { isUniqueViolation } from '#src/storage/sqlite-errors.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

const applicationId = 77;
const key = systemRandom.bytes(32);
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
let temp: TempDir;
let path: string;
let file: SqliteFile;

beforeEach(() => {
  temp = makeTempDir();
  path = join(temp.path, 'x.db');
  startPrivateFile(path).publish();
  openFile(path, { key, applicationId, fresh: true }).close();
  file = openFile(path, { key, applicationId });
  file.run('create table t (n integer unique, b blob, s text) strict');
});
afterEach(() => {
  file.close();
  temp[Symbol.dispose]();
});

test('nothing that is written can be read on the disk', () => {
  file.run('insert into t (s) values (?)', ['plain canary words']);
  const onDisk = () => readdirSync(temp.path).map((name) => readFileSync(join(temp.path, name)));
  expect(onDisk().length).toBeGreaterThan(1);
  file.pragma('wal_checkpoint(PASSIVE)');
  file.run('insert into t (s) values (?)', ['plain canary words']);
  for (const bytes of onDisk()) {
    expect(bytes.includes('canary')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
    expect(bytes.includes('create table')).toBe(false);
  }
});

test('only the owner may read the file and what lies beside it', () => {
  file.run('insert into t (n) values (1)');
  const names = readdirSync(temp.path);
  expect(names).toEqual(['x.db', 'x.db-shm', 'x.db-wal']);
  for (const name of names) expect(statSync(join(temp.path, name)).mode & 0o777).toBe(0o600);
});

test('commits are durable and keys between rows are kept', () => {
  expect(file.pragma('journal_mode')).toBe('wal');
  expect(file.pragma('synchronous')).toBe(2);
  expect(file.pragma('foreign_keys')).toBe(1);
  expect(file.pragma('secure_delete')).toBe(1);
  expect(file.pragma('temp_store')).toBe(2);
  expect(file.pragma('busy_timeout')).toBe(5000);
});

test('another key does not open it', () => {
  file.close();
  expect(() => openFile(path, { key: systemRandom.bytes(32), applicationId })).toThrow(
    refusal('storage.unreadable'),
  );
});

test('garbage and plain SQLite files are not opened', () => {
  const other = join(temp.path, 'other.db');
  writeFileSync(other, systemRandom.bytes(8192));
  expect(() => openExisting(other, { key, applicationId })).toThrow(refusal('storage.unreadable'));
  writeFileSync(other, `SQLite format 3\0${'\0'.repeat(4080)}`);
  expect(() => openExisting(other, { key, applicationId })).toThrow(refusal('storage.unreadable'));
});

test('a file of another kind is refused', () => {
  expect(() => openFile(path, { key, applicationId: 78 })).toThrow(refusal('storage.foreign'));
});

test.each([[true], [undefined], [new Date(0)], [{ a: 1 }]])('%s is refused as a value', (value) => {
  expect(() => file.run('insert into t (s) values (?)', [value])).toThrow(
    refusal('storage.bad-parameter'),
  );
});

test('a second row with the same key is told apart from other failures', () => {
  file.run('insert into t (n) values (1)');
  const failure = (sql: string) => {
    try {
      file.run(sql);
    } catch (error) {
      return error;
    }
  };
  expect(isUniqueViolation(failure('insert into t (n) values (1)'))).toBe(true);
  expect(isUniqueViolation(failure("insert into t (n) values ('x')"))).toBe(false);
  expect(isUniqueViolation(failure('insert into nowhere values (1)'))).toBe(false);
});

test('a failing statement does not repeat what a person wrote', () => {
  file.run('create virtual table search using fts5(s)');
  const search = () => file.run('select * from search where search match ?', ['secret words "']);
  expect(search).toThrow(refusal('storage.query'));
  expect(search).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});

test('a full disk is told as such, loses nothing and passes', async () => {
  file.run('insert into t (n) values (1)');
  file.pragma(`max_page_count = ${Number(file.pragma('page_count')) + 2}`);
  const fill = () =>
    inTransaction(file, 'write', async ({ connection }) => {
      connection.run('insert into t (n) values (2)');
      connection.run('insert into t (n, b) values (3, zeroblob(100000))');
    });
  await expect(fill()).rejects.toThrow(refusal('storage.full'));
  await expect(fill()).rejects.toMatchObject({ kind: 'transient' });
  expect(file.run('select n from t').rows).toEqual([{ n: 1 }]);
  file.pragma('max_page_count = 1000000');
  await fill();
  expect(file.run('select n from t').rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a transaction that SQLite gave up is not taken for done', async () => {
  const givesUp = 'insert or rollback into t (n) values (1)';
  const work = inTransaction(file, 'write', async ({ connection }) => {
    connection.run('insert into t (n) values (1)');
    expect(() => connection.run(givesUp)).toThrow(refusal('storage.unique'));
  });
  await expect(work).rejects.toThrow(refusal('storage.full'));
  const goOn = inTransaction(file, 'write', async ({ connection }) => {
    connection.run('insert into t (n) values (1)');
    expect(() => connection.run(givesUp)).toThrow(refusal('storage.unique'));
    connection.run('insert into t (n) values (2)');
  });
  await expect(goOn).rejects.toThrow(refusal('storage.full'));
  expect(file.run('select n from t').rows).toEqual([]);
});

test('more statements than are kept prepared all work', () => {
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 300; n += 1) {
      expect(file.run(`select ${n} as n`).rows).toEqual([{ n }]);
    }
  }
});
