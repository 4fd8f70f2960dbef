import { Worker } from 'node:worker_threads';
import { bareThread } from '#src/core/bare-thread.ts';
import { AppError } from '#src/core/errors.ts';
import type {
  MigrationAnswer,
  MigrationOrder,
  MigrationsExport,
} from '#src/storage/migrate-threads/protocol.ts';

/** One worker thread, seen from the event loop. It takes one order after another, never two at once. */
export class MigrationThread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #order: PromiseWithResolvers<number> | undefined;
  #dead = false;

  constructor(steps: MigrationsExport) {
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: steps,
      ...bareThread,
    });
    this.#worker.on('message', (answer: MigrationAnswer) => this.#answered(answer));
    // Without a listener the death of a thread would be that of the process; 'exit' follows.
    this.#worker.on('error', () => {});
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ended = promise;
    this.#worker.on('exit', () => {
      this.#dead = true;
      this.#order?.reject(crashed());
      resolve();
    });
  }

  /** Whether it has ended, by whatever it was asked to do; it takes no more orders. */
  get dead(): boolean {
    return this.#dead;
  }

  /**
   * Migrates one file and gives the number of its newest step. The key is handed over: it must have a buffer of its own.
   * Throws as `migrateFile`, or `storage.migration-crashed` when the thread ends meanwhile.
   */
  async migrate(order: MigrationOrder): Promise<number> {
    if (this.#dead) throw crashed();
    const given = Promise.withResolvers<number>();
    this.#order = given;
    this.#worker.postMessage(order, [order.key.buffer as ArrayBuffer]);
    return given.promise;
  }

  /** Ends the thread, at the latest when the statement it is in has ended. */
  end(): Promise<void> {
    void this.#worker.terminate();
    return this.#ended;
  }

  #answered(answer: MigrationAnswer): void {
    const given = this.#order;
    this.#order = undefined;
    if (answer.ok) given?.resolve(answer.schemaNumber);
    else given?.reject(new AppError(answer.code, answer.kind, answer.message));
  }
}

function crashed(): AppError {
  return new AppError(
    'storage.migration-crashed',
    'transient',
    'The thread that migrated the file has ended; the file is as it was before the step.',
  );
}
