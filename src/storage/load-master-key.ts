import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { AppError } from '#src/core/errors.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey, masterKeyBytes } from '#src/storage/master-key.ts';
import { makePrivateFolder, startPrivateFile } from '#src/storage/private-file.ts';

/**
 * Where the master key is: the text itself, a file the operator named, or `master.key` in the user's configuration
 * folder.
 */
export type MasterKeySource =
  | { readonly key: string }
  | { readonly file: string }
  | { readonly default: string };

/** What decides whether a key may be made and where it may lie. */
export interface MasterKeyPlace {
  /** The data folder; the key must not lie in it (Telegram Bot Developer Terms 4.4: data and key apart). */
  readonly dataDir: string;
  /** See `controlFileExists`. Where data is, a missing key is an accident and no reason to make a new one. */
  readonly controlExists: boolean;
}

/**
 * Loads the master key; in the default place it is made when there is no data yet. Throws `keys.inside-data`,
 * `keys.missing-master-key`, `keys.bad-master-key` or `keys.loose-permissions`.
 */
export function loadMasterKey(source: MasterKeySource, place: MasterKeyPlace): MasterKey {
  if ('key' in source) return parseMasterKey(source.key, 'The master key in the configuration');
  const path = resolve('file' in source ? source.file : join(source.default, 'master.key'));
  assertOutside(path, place.dataDir);
  const text = readKeyFile(path);
  if (text !== undefined) return parseMasterKey(text, path);
  if ('file' in source || place.controlExists) throw missing(path, place.controlExists);
  makePrivateFolder(dirname(path));
  assertOutside(path, place.dataDir);
  const making = startPrivateFile(
    path,
    `${systemRandom.bytes(masterKeyBytes).toString('base64')}\n`,
  );
  try {
    making.publish();
  } finally {
    making.discard();
  }
  // Read back rather than remembered: another process may have been faster, and its key is the one.
  return parseMasterKey(readKeyFile(path) ?? '', path);
}

function parseMasterKey(text: string, where: string): MasterKey {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return new MasterKey(Buffer.from(trimmed, 'hex'));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return new MasterKey(Buffer.from(trimmed, 'base64'));
  throw new AppError(
    'keys.bad-master-key',
    'permanent',
    `${where} is no master key: 32 bytes as base64 (44 characters) or hex (64 digits) are expected. Make one with: openssl rand -base64 32`,
  );
}

function readKeyFile(path: string): string | undefined {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new AppError(
      'keys.missing-master-key',
      'permanent',
      `${path} cannot be read. Make it readable for the user who runs this program.`,
      { cause: error },
    );
  }
  try {
    const { mode } = fstatSync(handle);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new AppError(
        'keys.loose-permissions',
        'permanent',
        `${path} can be used by other users of this machine. Run: chmod 600 ${path}`,
      );
    }
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}

function assertOutside(path: string, dataDir: string): void {
  const way = relative(realPath(dataDir), realPath(path));
  if (way.startsWith('..') || isAbsolute(way)) return;
  throw new AppError(
    'keys.inside-data',
    'permanent',
    `The master key ${path} lies inside the data folder ${dataDir}, so a copy of the data would hold its key. Move it elsewhere.`,
  );
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), relative(parent, absolute));
  }
}

function missing(path: string, controlExists: boolean): AppError {
  const advice = controlExists
    ? 'The data in this installation can be read with its own master key only: put it back from your safe copy.'
    : 'Put the key there, or make one: (umask 077; openssl rand -base64 32 > FILE)';
  return new AppError('keys.missing-master-key', 'permanent', `There is no ${path}. ${advice}`);
}
