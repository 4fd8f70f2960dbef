import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder on disk. */
export interface TempDir extends Disposable {
  readonly path: string;
}

/**
 * Makes a fresh folder; disposing removes it with all that is in it. `inMemory`: where the system keeps files in memory
 * (Linux), so that a flush costs nothing; elsewhere on disk all the same.
 */
export function makeTempDir(options: { inMemory?: boolean } = {}): TempDir {
  const parent = options.inMemory && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const path = mkdtempSync(join(parent, 'fanline-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
