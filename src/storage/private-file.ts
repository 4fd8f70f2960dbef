import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#src/core/errors.ts';
import { translateSqliteError } from '#src/storage/sqlite-errors.ts';

// Why the place is at fault, by errno; anything else (a full disk) is no matter of the place.
const placeFaults: Readonly<Record<string, string>> = {
  ENOENT: 'the system takes nothing there',
  ENOTDIR: 'a file stands in its way',
  EEXIST: 'something that is no folder stands there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'what is mounted there is read-only',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
};

/** A file in the making, under a name that nobody looks for. */
export interface FileInTheMaking {
  readonly path: string;
  /** Flushes it and gives it its name; false when a file of that name is there already, which is left alone. */
  publish(): boolean;
  /** Removes what was not published. Must be called in any case. */
  discard(): void;
}

/**
 * Makes a folder that only its owner may enter, with its parents; an existing one stays as it is. Throws `storage.no-folder` where the
 * place is at fault.
 */
export function makePrivateFolder(path: string): void {
  makeWithParents(resolve(path));
}

// Not with mkdir's own `recursive`: Node 24 never comes back from a parent that answers ENOENT to mkdir, as /proc does.
function makeWithParents(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeWithParents(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw refused(error, `The folder ${path} cannot be made`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function refused(error: unknown, what: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = placeFaults[code];
  if (why === undefined) return translateSqliteError(error, 'open');
  const message = `${what}: ${why} (${code}). Mend that for the user who runs this, or name another place in the settings.`;
  return new AppError('storage.no-folder', 'permanent', message, { cause: error });
}

/**
 * Starts a file that only its owner may read (0600) and that appears wholly or not at all, whenever the process dies. Throws as
 * `makePrivateFolder`.
 */
export function startPrivateFile(path: string, content = ''): FileInTheMaking {
  const temporary = `${path}.new-${randomUUID()}`;
  const handle = openNew(temporary);
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

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    throw refused(error, `No file can be made in ${dirname(path)}`);
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
