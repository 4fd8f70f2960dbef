import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemRandom } from '#src/core/random.ts';
import { loadMasterKey, type MasterKeySource } from '#src/storage/load-master-key.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

let temp: TempDir;
let dataDir: string;
const bytes = systemRandom.bytes(32);

beforeEach(() => {
  temp = makeTempDir();
  dataDir = join(temp.path, 'tenants');
});
afterEach(() => temp[Symbol.dispose]());

const load = (source: MasterKeySource, controlExists = false) =>
  loadMasterKey(source, { dataDir, controlExists });
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const same = (a: MasterKey, b: MasterKey) => a.derive('x').equals(b.derive('x'));

function keyFile(text: string, mode = 0o600): string {
  const path = join(temp.path, 'given.key');
  writeFileSync(path, text, { mode });
  return path;
}

test.each(['hex', 'base64', 'base64url'] as const)('a key is taken as %s text', (encoding) => {
  const key = load({ key: bytes.toString(encoding) });
  expect(same(key, new MasterKey(bytes))).toBe(true);
  expect(same(key, load({ file: keyFile(` ${bytes.toString(encoding)}\n`) }))).toBe(true);
});

test.each(['', 'short', bytes.toString('hex').slice(1), `${bytes.toString('base64')}AAAA`, '🔑'])(
  'text that is no key is refused: %j',
  (text) => {
    expect(() => load({ key: text })).toThrow(refusal('keys.bad-master-key'));
    expect(() => load({ file: keyFile(text) })).toThrow(refusal('keys.bad-master-key'));
  },
);

test('the refusal of a bad key does not repeat it', () => {
  expect(() => load({ key: 'almost-a-key' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('almost-a-key') }),
  );
});

test('in the default place a key is made once, for its owner only', () => {
  const source = { default: join(temp.path, 'config', 'fanline') };
  const first = load(source);
  const path = join(source.default, 'master.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(source.default).mode & 0o777).toBe(0o700);
  expect(same(first, load(source, true))).toBe(true);
  expect(readFileSync(path, 'utf8')).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
});

test('where data is, a missing key is not replaced by a new one', () => {
  const source = { default: join(temp.path, 'config') };
  expect(() => load(source, true)).toThrow(refusal('keys.missing-master-key'));
  expect(() => statSync(join(source.default, 'master.key'))).toThrow('ENOENT');
});

test('a key file that the operator named is never made', () => {
  const path = join(temp.path, 'nowhere.key');
  expect(() => load({ file: path })).toThrow(refusal('keys.missing-master-key'));
  expect(() => load({ file: path })).toThrow(path);
});

test('a key that others may read is refused', () => {
  const path = keyFile(bytes.toString('base64'));
  for (const mode of [0o640, 0o604, 0o660]) {
    chmodSync(path, mode);
    expect(() => load({ file: path })).toThrow(refusal('keys.loose-permissions'));
  }
});

test('a key inside the data folder is refused, also by way of a symbolic link', () => {
  mkdirSync(join(dataDir, 'sub'), { recursive: true });
  const inside = join(dataDir, 'sub', 'master.key');
  writeFileSync(inside, bytes.toString('hex'), { mode: 0o600 });
  expect(() => load({ file: inside })).toThrow(refusal('keys.inside-data'));
  expect(() => load({ file: join(dataDir, '..', 'tenants', 'sub', 'master.key') })).toThrow(
    refusal('keys.inside-data'),
  );
  symlinkSync(inside, join(temp.path, 'link.key'));
  expect(() => load({ file: join(temp.path, 'link.key') })).toThrow(refusal('keys.inside-data'));
  symlinkSync(join(dataDir, 'sub'), join(temp.path, 'linked-folder'));
  expect(() => load({ default: join(temp.path, 'linked-folder') })).toThrow(
    refusal('keys.inside-data'),
  );
  rmSync(inside);
  expect(() => load({ default: join(dataDir, 'new') })).toThrow(refusal('keys.inside-data'));
});

test('a folder that only sounds like the data folder is outside', () => {
  expect(load({ default: `${dataDir}-keys` })).toBeInstanceOf(MasterKey);
});
