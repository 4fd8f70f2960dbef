import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder on disk. */
export interface TempDir extends Disposable {
  readonly path: string;
}

/** Makes a fresh folder; disposing removes it with all that is in it. */
export function makeTempDir(): TempDir {
  const path = mkdtempSync(join(tmpdir(), 'fanline-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
