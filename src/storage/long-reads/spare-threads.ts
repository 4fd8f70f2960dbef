import { ReaderThread } from '#src/storage/long-reads/reader-thread.ts';

/** Threads that have nothing to do and have no file open. */
const mostSpare = 2;

/**
 * Threads for long reads that outlive the store they were started by: one takes 300 ms of processor time to start, and tests
 * open hundreds of stores in a process, one after another.
 */
export class SpareThreads {
  readonly #threads: ReaderThread[] = [];

  /** A thread that was kept, or a new one. */
  take(): ReaderThread {
    for (let thread = this.#threads.pop(); thread; thread = this.#threads.pop()) {
      if (!thread.dead) return thread;
    }
    return new ReaderThread();
  }

  /** Closes what this thread has open and keeps it, or ends it. It must not be reading. */
  async keep(thread: ReaderThread): Promise<void> {
    await Promise.all(thread.unusedSince(Infinity).map((tenantId) => thread.close(tenantId)));
    if (thread.dead || this.#threads.length >= mostSpare) await thread.end();
    else this.#threads.push(thread);
  }
}
