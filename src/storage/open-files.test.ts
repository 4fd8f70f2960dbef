import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemRandom } from '#src/core/random.ts';
import { openFile, type SqliteFile } from '#src/storage/open-file.ts';
import { OpenFiles } from '#src/storage/open-files.ts';
import { startPrivateFile } from '#src/storage/private-file.ts';
import { makeTempDir, type TempDir } from '#test/support/temp-dir.ts';

let temp: TempDir;
let files: OpenFiles<string>;
let opened: Map<string, SqliteFile>;

beforeEach(() => {
  temp = makeTempDir();
  files = new OpenFiles(2);
  opened = new Map();
});
afterEach(() => {
  files.closeAll();
  temp[Symbol.dispose]();
});

function open(name: string): void {
  const path = join(temp.path, name);
  startPrivateFile(path).publish();
  files.makeRoom();
  const file = openFile(path, { key: systemRandom.bytes(32), applicationId: 1, fresh: true });
  opened.set(name, file);
  files.add(name, file);
}
const openNames = () => [...opened].filter(([, file]) => file.isOpen).map(([name]) => name);

test('the least recently used file makes room', () => {
  for (const name of ['a', 'b']) {
    open(name);
    files.giveBack(name);
  }
  expect(files.take('a')).toBe(opened.get('a'));
  files.giveBack('a');
  open('c');
  expect(openNames()).toEqual(['a', 'c']);
  expect(files.take('b')).toBeUndefined();
});

test('a file in use is never closed; the surplus is closed as soon as it is idle', () => {
  for (const name of ['a', 'b', 'c']) open(name);
  expect(openNames()).toEqual(['a', 'b', 'c']);
  files.giveBack('b');
  expect(openNames()).toEqual(['a', 'c']);
});

test('a file that closed itself is not handed out again', () => {
  open('a');
  opened.get('a')?.close();
  files.giveBack('a');
  expect(files.take('a')).toBeUndefined();
  expect(files.size).toBe(0);
});
