import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file in the making, under a name that nobody looks for. */
export interface FileInTheMaking {
  readonly path: string;
  /** Flushes it and gives it its name; false when a file of that name is there already, which is left alone. */
  publish(): boolean;
  /** Removes what was not published. Must be called in any case. */
  discard(): void;
}

/** Makes a folder that only its owner may enter, with its parents; an existing one stays as it is. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** Starts a file that only its owner may read (0600) and that appears wholly or not at all, whenever the process dies. */
export function startPrivateFile(path: string, content = ''): FileInTheMaking {
  const temporary = `${path}.new-${randomUUID()}`;
  const handle = openSync(temporary, 'wx', 0o600);
  writeSync(handle, content);
  closeSync(handle);
  return {
    path: temporary,
    publish() {
      flush(temporary);
      try {
        linkSync(temporary, path);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      }
      rmSync(temporary);
      flush(dirname(path));
      return true;
    },
    discard() {
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(temporary + suffix, { force: true });
      }
    },
  };
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
