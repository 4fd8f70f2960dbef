import { closeSync, existsSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { systemClock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';

/** What nobody waits for is flushed after this long at the latest. */
const soonMs = 500;

/**
 * Flushes a file's commits to the disk without the event loop standing still. The commit itself (synchronous=NORMAL) has
 * written them to the WAL; what synchronous=FULL would do then, an fdatasync of the WAL, runs in the thread pool. What was
 * committed is durable once a `flushed()` that was called afterwards has resolved. Commits that come while a flush runs share
 * the next one.
 *
 * A flush that fails ends the process: the system may have dropped what it could not write and would report the next flush
 * as good (as PostgreSQL, wiki.postgresql.org/wiki/Fsync_Errors). The next start finds what is really there.
 */
export class WalFlush {
  readonly #path: string;
  #handle: number | undefined;
  #active = 0;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #closed = false;
  #cancelSoon: (() => void) | undefined;

  constructor(databasePath: string) {
    // SQLite holds no locks on the WAL, so that opening and closing it by ourselves drops none; and it stays the same file
    // as long as the database is open (sqlite.org/howtocorrupt.html, 2.2; sqlite.org/walformat.html).
    this.#path = `${databasePath}-wal`;
  }

  /** Resolves once everything committed before is on the disk. */
  flushed(): Promise<void> {
    // What close() has flushed needs nothing more.
    if (this.#closed) return Promise.resolve();
    if (!this.#running) return this.#start();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#closed ? undefined : this.#start();
    });
    return this.#next;
  }

  /** Flushes everything committed before within half a second, with another flush where one comes meanwhile. */
  flushSoon(): void {
    if (this.#closed || this.#next) return;
    this.#cancelSoon ??= systemClock.after(soonMs, () => {
      this.#cancelSoon = undefined;
      // One that fails ends the process by itself.
      this.flushed().catch(() => {});
    });
  }

  /** Flushes what is not flushed yet and lets go of the file. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#cancelSoon) this.#openForLast();
    this.#noSoon();
    if (this.#handle !== undefined) fdatasyncSync(this.#handle);
    this.#letGo();
  }

  #start(): Promise<void> {
    const running = this.#flush().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  /** What was to be flushed soon may be the first that is; a WAL that is gone by now has nothing to keep. */
  #openForLast(): void {
    if (existsSync(this.#path)) this.#handle ??= openSync(this.#path, 'r+');
  }

  #noSoon(): void {
    this.#cancelSoon?.();
    this.#cancelSoon = undefined;
  }

  async #flush(): Promise<void> {
    // It covers what was to be flushed soon.
    this.#noSoon();
    this.#active += 1;
    try {
      this.#handle ??= openSync(this.#path, 'r+');
      const handle = this.#handle;
      await new Promise<void>((resolve, reject) => {
        fdatasync(handle, (error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      throw endProcess(error);
    } finally {
      this.#active -= 1;
      this.#letGo();
    }
  }

  /** Closes the handle, but not while a flush uses it: its number would be given to another file. */
  #letGo(): void {
    if (!this.#closed || this.#active > 0 || this.#handle === undefined) return;
    closeSync(this.#handle);
    this.#handle = undefined;
  }
}

/** Ends the process for a flush that failed; the answer is the error to throw until then. */
export function endProcess(cause: unknown): AppError {
  const error = new AppError('storage.not-flushed', 'permanent', 'The disk does not keep data.', {
    cause,
  });
  setImmediate(() => {
    throw error;
  });
  return error;
}
