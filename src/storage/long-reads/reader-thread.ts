import { Worker } from 'node:worker_threads';
import { bareThread } from '#src/core/bare-thread.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { ThreadAnswer, ThreadOrder, ThreadStart } from '#src/storage/long-reads/protocol.ts';

/** How many files a thread keeps open; the least recently used is closed. */
const mostOpen = 8;
/** Enough for what a long query may read; a thread that wants more dies alone. */
const heapMb = 256;

/** How a thread stands beside the event loop. */
export interface ReaderThreadOptions {
  /** How far it gives way, 0 to 19; 10 unless given. */
  readonly nice?: number;
  /** Memory for what is thrown away at once, in MB; as V8 sees fit unless given. */
  readonly youngMb?: number;
}

/** An order that is given, with what its answer does. */
interface Given {
  readonly order: ThreadOrder;
  readonly done: (answer: ThreadAnswer) => void;
  readonly died: (error: AppError) => void;
}

/**
 * One worker thread, seen from the event loop. It takes one order after another; `read` must not be called while a read
 * runs. When it dies, what it was at fails with `storage.reader-crashed`, and nothing else does.
 */
export class ReaderThread {
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #given: Given[] = [];
  /** Files that it has open, least recently used first, with the time of their last use. */
  readonly #open = new Map<TenantId, number>();
  #dead = false;
  /** Resolves when the thread has ended, however it came to that. */
  readonly ended: Promise<void>;

  constructor({ nice = 10, youngMb }: ReaderThreadOptions = {}) {
    const start: ThreadStart = { stop: this.#stop.buffer, nice };
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: start,
      ...bareThread,
      resourceLimits: {
        maxOldGenerationSizeMb: heapMb,
        ...(youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }),
      },
    });
    // It keeps the process alive only while somebody waits for it.
    this.#worker.unref();
    this.#worker.on('message', (answer: ThreadAnswer) => this.#answered(answer));
    this.#worker.on('error', () => this.#die());
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#worker.on('exit', () => {
      this.#die();
      resolve();
    });
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Whether it has this tenant's file open, so that it needs no key. */
  has(tenantId: TenantId): boolean {
    return this.#open.has(tenantId);
  }

  /** Tenants whose files it has open and has not used since this time. */
  unusedSince(time: number): TenantId[] {
    return [...this.#open].filter(([, usedAt]) => usedAt <= time).map(([tenantId]) => tenantId);
  }

  /** Runs one read; `now` in ms of a clock that only goes forwards. The key is handed over and not kept here. */
  async read(order: Extract<ThreadOrder, { do: 'read' }>, now: number): Promise<ThreadAnswer> {
    const { tenantId } = order;
    Atomics.store(this.#stop, 0, 0);
    const oldest = this.has(tenantId) ? undefined : this.#oldestTooMany();
    if (oldest !== undefined) void this.close(oldest);
    this.#open.delete(tenantId);
    this.#open.set(tenantId, now);
    let open = false;
    try {
      const answer = await this.#give(order);
      open = !order.alone && 'ok' in answer && (answer.ok || answer.open);
      return answer;
    } finally {
      if (!open) this.#open.delete(tenantId);
    }
  }

  /** Asks the running read to end; it does so at its next statement or row. */
  stopReading(): void {
    Atomics.store(this.#stop, 0, 1);
  }

  /** Closes a tenant's file once the running read has ended; also resolves when the thread dies. */
  async close(tenantId: TenantId): Promise<void> {
    if (!this.#open.delete(tenantId)) return;
    await this.#give({ do: 'close', tenantId }).catch(() => {});
  }

  /** Ends the thread, at the latest when the statement it is in has ended: SQLite does not listen before. */
  end(): Promise<void> {
    this.#die();
    void this.#worker.terminate();
    return this.ended;
  }

  #give(order: ThreadOrder): Promise<ThreadAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>();
    if (this.#dead) {
      reject(crashed());
      return promise;
    }
    const key = 'key' in order && order.key ? order.key.buffer : null;
    try {
      this.#worker.postMessage(order, key instanceof ArrayBuffer ? [key] : []);
    } catch {
      reject(
        new AppError(
          'storage.not-cloneable',
          'bug',
          'The arguments of a long query must be plain data.',
        ),
      );
      return promise;
    }
    this.#given.push({ order, done: resolve, died: reject });
    this.#worker.ref();
    return promise;
  }

  #answered(answer: ThreadAnswer): void {
    this.#given.shift()?.done(answer);
    if (this.#given.length === 0) this.#worker.unref();
  }

  #die(): void {
    this.#dead = true;
    this.#open.clear();
    for (const given of this.#given.splice(0)) given.died(crashed());
  }

  #oldestTooMany(): TenantId | undefined {
    if (this.#open.size < mostOpen) return undefined;
    for (const tenantId of this.#open.keys()) return tenantId;
    return undefined;
  }
}

function crashed(): AppError {
  return new AppError(
    'storage.reader-crashed',
    'transient',
    'The thread of a long read has ended. Try again.',
  );
}
