import { existsSync, rmSync } from 'node:fs';
import { errorCode } from '#src/core/error-code.ts';
import { openExisting } from '#src/storage/open-existing.ts';
import type { OpenOptions, PageCipher, SqliteFile } from '#src/storage/open-file.ts';
import { startFile } from '#src/storage/start-file.ts';

/** "FNLA" */
const applicationId = 0x464e4c41;
/** Each of its updates is sealed with AES-256-GCM; what its pages' cipher covers besides is whose they are and when they came. */
const cipher: PageCipher = 'aegis';
/** What files of before 2026-11-23 are encrypted with. */
const formerCipher: PageCipher = 'sqlcipher';

const schema = `create table arrival (
  seq integer primary key,
  tenant_id text not null,
  bot_id integer not null,
  sealed text not null,
  received_at integer not null
) strict`;

type Options = Omit<OpenOptions, 'applicationId' | 'cipher' | 'fresh'>;

/** Opens the file of the journal of arrivals, which must be there. Throws as `openExisting`. */
export function openArrivalsFile(path: string, options: Options): SqliteFile {
  try {
    return openExisting(path, { ...options, applicationId, cipher });
  } catch (error) {
    const former = errorCode(error) === 'storage.unreadable' && openFormer(path, options);
    if (!former) throw error;
    return former;
  }
}

/**
 * Makes the file where there is none, and anew where an empty one has the former cipher; while that holds something it is used as it is,
 * so that nothing acknowledged is ever moved. For who has the lock of the data folder. Throws as `startFile` and `storage.*`.
 */
export function makeArrivalsFile(path: string, key: Uint8Array): void {
  if (existsSync(path)) removeEmptyFormer(path, key);
  if (existsSync(path)) return;
  using making = startFile(path, { key, applicationId, cipher });
  making.file.run(schema);
  making.publish();
}

function openFormer(path: string, options: Options): SqliteFile | undefined {
  try {
    return openExisting(path, { ...options, applicationId, cipher: formerCipher });
  } catch {
    return undefined;
  }
}

function removeEmptyFormer(path: string, key: Uint8Array): void {
  const file = openFormer(path, { key });
  if (!file) return;
  try {
    if (file.run('select 1 from arrival limit 1').rows.length > 0) return;
    // Somebody reads there, and a log that stayed would be taken for the new file's.
    if (!file.moveWal()) return;
  } finally {
    file.close();
  }
  // The log first: beside another file it would be that one's.
  for (const suffix of ['-wal', '-shm', '']) rmSync(path + suffix, { force: true });
}
