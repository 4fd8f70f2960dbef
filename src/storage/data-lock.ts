import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#src/core/errors.ts';
import { lockFile } from '#src/storage/open-file.ts';
import { makePrivateFolder } from '#src/storage/private-file.ts';
import { controlFolder } from '#src/storage/tenant-paths.ts';

/** A lock that is held. */
export interface DataLock extends Disposable {
  release(): void;
}

/**
 * Makes sure that one server runs on a data folder: a second one is refused with `storage.locked`. The operating
 * system lets go of the lock when the process dies, also by SIGKILL. Scripts do not take it.
 *
 * `server.lock` is never read or written: closing any handle on it in this process would drop the lock
 * (POSIX fcntl). Who holds it stands in `server.pid`, for people only.
 */
export function lockDataDir(dir: string): DataLock {
  const folder = controlFolder(dir);
  makePrivateFolder(folder);
  const pidFile = join(folder, 'server.pid');
  const release = lockFile(join(folder, 'server.lock'));
  if (!release) {
    const pid = readPid(pidFile);
    const who = pid === undefined ? 'Another server' : `Another server (process ${pid})`;
    throw new AppError(
      'storage.locked',
      'permanent',
      `${who} runs on ${dir}. Stop it first, or give this one a data folder of its own.`,
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return { release, [Symbol.dispose]: release };
}

/**
 * The server that runs on a data folder, as far as the lock tells; undefined when none does. Takes the lock for a
 * moment, so it belongs into short-lived commands only.
 */
export function runningServer(dir: string): { readonly pid: number | undefined } | undefined {
  const folder = controlFolder(dir);
  const path = join(folder, 'server.lock');
  if (!existsSync(path)) return undefined;
  const release = lockFile(path);
  release?.();
  return release ? undefined : { pid: readPid(join(folder, 'server.pid')) };
}

function readPid(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
