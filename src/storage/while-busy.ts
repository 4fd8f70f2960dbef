import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#src/core/errors.ts';

/** Milliseconds between tries, as SQLite's own busy handler waits (sqlite3.c, sqliteDefaultBusyCallback). */
const delays = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50];
const longestDelay = 100;
const patience = 5_000;

/**
 * Tries again while another connection (of a script, of another thread) is in the way, as long as the attempt throws `storage.busy`.
 * SQLite would wait with the whole event loop standing still. Throws `storage.busy` after 5 seconds.
 */
export async function whileBusy<T>(attempt: () => T): Promise<T> {
  for (let tries = 0, waited = 0; ; tries += 1) {
    try {
      return attempt();
    } catch (error) {
      const busy = error instanceof AppError && error.code === 'storage.busy';
      if (!busy || waited >= patience) throw error;
    }
    const delay = delays[tries] ?? longestDelay;
    await wait(delay);
    waited += delay;
  }
}
