import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#src/core/errors.ts';
import type { Flush, SqliteFile } from '#src/storage/open-file.ts';

/** Milliseconds between tries, as SQLite's own busy handler waits (sqlite3.c, sqliteDefaultBusyCallback). */
const delays = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50];
const longestDelay = 100;
const patience = 5_000;

/**
 * Begins a transaction that may write, once no other process (a server, a script) writes to the file. SQLite would wait
 * with the whole event loop standing still, and for ever if the other writer waits in this very process. Throws `storage.busy`
 * after 5 seconds.
 */
export async function beginImmediate(file: SqliteFile, flush: Flush = 'at-commit'): Promise<void> {
  for (let attempt = 0, waited = 0; ; attempt += 1) {
    try {
      file.beginWrite(flush);
      return;
    } catch (error) {
      const busy = error instanceof AppError && error.code === 'storage.busy';
      if (!busy || waited >= patience) throw error;
    }
    const delay = delays[attempt] ?? longestDelay;
    await wait(delay);
    waited += delay;
  }
}
