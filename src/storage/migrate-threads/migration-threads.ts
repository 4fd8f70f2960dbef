import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { MigrationThread } from '#src/storage/migrate-threads/migration-thread.ts';
import type { MigrationsExport } from '#src/storage/migrate-threads/protocol.ts';
import { ownKey } from '#src/storage/own-key.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';

/** What the threads need to know. */
export interface MigrationThreadsParts {
  readonly dir: string;
  readonly keys: TenantKeys;
  readonly clock: Clock;
  readonly steps: MigrationsExport;
  /** How many at most. */
  readonly count: number;
}

/**
 * Worker threads that migrate tenants' files, each one file at a time. They are started when they are needed; one that dies
 * takes only the file it was at with it, and another takes its place. Dispose them when no file is being migrated.
 */
export class MigrationThreads implements AsyncDisposable {
  readonly #parts: MigrationThreadsParts;
  readonly #free: MigrationThread[] = [];
  readonly #waiting: ((thread: MigrationThread) => void)[] = [];
  #alive = 0;

  constructor(parts: MigrationThreadsParts) {
    this.#parts = parts;
  }

  /**
   * Migrates a file that nobody has open, once a thread is free; gives the number of its newest step. Throws as
   * `fileKeyOf` and `MigrationThread.migrate`.
   */
  async migrate(tenantId: TenantId): Promise<number> {
    const { dir, keys, clock } = this.#parts;
    // Before there is a thread, so that none stands still for it.
    const key = await ownKey(keys, tenantId);
    const thread = await this.#take();
    try {
      return await thread.migrate({ dir, tenantId, key, now: clock.now() });
    } finally {
      this.#giveBack(thread);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#free.map((thread) => thread.end()));
  }

  #take(): Promise<MigrationThread> {
    for (let free = this.#free.pop(); free; free = this.#free.pop()) {
      if (!free.dead) return Promise.resolve(free);
      this.#alive -= 1;
    }
    if (this.#alive < this.#parts.count) return Promise.resolve(this.#start());
    const { promise, resolve } = Promise.withResolvers<MigrationThread>();
    this.#waiting.push(resolve);
    return promise;
  }

  #giveBack(thread: MigrationThread): void {
    if (thread.dead) this.#alive -= 1;
    const next = this.#waiting.shift();
    if (next) next(thread.dead ? this.#start() : thread);
    else if (!thread.dead) this.#free.push(thread);
  }

  #start(): MigrationThread {
    this.#alive += 1;
    return new MigrationThread(this.#parts.steps);
  }
}
