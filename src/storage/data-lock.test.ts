import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockDataDir } from '#src/storage/data-lock.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

const childPath = join(import.meta.dirname, '../../test/support/crash-child.ts');
const refusal = (part: string) =>
  expect.objectContaining({ code: 'storage.locked', message: expect.stringContaining(part) });

test('a second server on one data folder is refused and told which process has it', () => {
  using temp = makeTempDir();
  using other = makeTempDir();
  using held = lockDataDir(temp.path);
  expect(() => lockDataDir(temp.path)).toThrow(refusal(`process ${process.pid}`));
  lockDataDir(other.path).release();
  held.release();
  lockDataDir(temp.path).release();
});

test('the lock of a process that was killed does not outlive it', async () => {
  using temp = makeTempDir();
  const child = spawn(process.execPath, [childPath, 'lock', temp.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => lockDataDir(temp.path)).toThrow(refusal(`process ${child.pid}`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  using lock = lockDataDir(temp.path);
  expect(() => lockDataDir(temp.path)).toThrow(refusal(`process ${process.pid}`));
  lock.release();
});
