import type { Flush, SqliteFile } from '#src/storage/open-file.ts';
import { whileBusy } from '#src/storage/while-busy.ts';

/**
 * Begins a transaction that may write, once nobody else writes to the file: SQLite itself would wait for ever if the other
 * writer waits in this very thread. Throws `storage.busy` after 5 seconds.
 */
export async function beginImmediate(file: SqliteFile, flush: Flush = 'at-commit'): Promise<void> {
  await whileBusy(() => file.beginWrite(flush));
}
