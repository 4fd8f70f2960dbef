import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proveEncryption } from '#src/storage/self-test.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

test('the installed SQLite encrypts, and the proof leaves nothing behind', () => {
  using temp = makeTempDir();
  proveEncryption(temp.path);
  expect(readdirSync(temp.path)).toEqual([]);
});
