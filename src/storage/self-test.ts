import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#src/core/errors.ts';
import { systemRandom } from '#src/core/random.ts';
import { openFile, type PageCipher } from '#src/storage/open-file.ts';
import { startPrivateFile } from '#src/storage/private-file.ts';

const applicationId = 0x464e4c53;
const ciphers: readonly PageCipher[] = ['sqlcipher', 'aegis'];

/**
 * Proves, on a scratch file for each cipher, that what is written here is encrypted: SQLite builds without encryption ignore the key
 * and write plain text without a word. Throws `storage.not-encrypted`.
 */
export function proveEncryption(scratchDir = tmpdir()): void {
  for (const cipher of ciphers) proveCipher(cipher, scratchDir);
}

function proveCipher(cipher: PageCipher, scratchDir: string): void {
  const folder = mkdtempSync(join(scratchDir, 'fanline-self-test-'));
  try {
    const path = join(folder, 'scratch.db');
    const key = systemRandom.bytes(32);
    const canary = `canary-${systemRandom.bytes(16).toString('hex')}`;
    startPrivateFile(path).publish();
    const file = openFile(path, { key, cipher, applicationId, fresh: true });
    try {
      file.run('create table scratch (text text not null) strict');
      file.run('insert into scratch (text) values (?)', [canary]);
      assertNoPlainText(folder, canary);
    } finally {
      file.close();
    }
    assertNoPlainText(folder, canary);
    assertWrongKeyFails(path, cipher);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function assertNoPlainText(folder: string, canary: string): void {
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    // The shared-memory index (-shm) holds page numbers and checksums only.
    if (bytes.includes(canary) || bytes.includes('SQLite format 3')) throw notEncrypted();
  }
}

function assertWrongKeyFails(path: string, cipher: PageCipher): void {
  try {
    openFile(path, { key: systemRandom.bytes(32), cipher, applicationId }).close();
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.unreadable') return;
    throw error;
  }
  throw notEncrypted();
}

function notEncrypted(): AppError {
  return new AppError(
    'storage.not-encrypted',
    'permanent',
    'This SQLite build writes plain text. Install the dependencies anew with: npm ci',
  );
}
