import { SHARE_ENV, Worker } from 'node:worker_threads';
import { AppError, type ErrorKind } from '#src/core/errors.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { HookListener } from '#src/telegram/ingest/webhook-door.ts';
import type { ShardOrder, ShardStart, ShardWord } from './protocol.ts';
import type { Shard } from './shard.ts';

/** What the first thread hears of a shard's. */
export interface ShardListener {
  readonly door: HookListener;
  /** An error that nobody took has ended the thread while it worked: nothing of its share goes on. */
  onFailure(error: unknown): void;
}

/** What handling a message takes is thrown away after it; with as much as V8 takes by itself a shard's memory is half as large again. */
const youngMb = 24;

type Step = 'opened' | 'started' | 'stopped';

/** A shard in a thread of its own, which opens its files for itself. */
export class ShardThread implements Shard {
  readonly #worker: Worker;
  readonly #listener: ShardListener;
  /** Who waits for the next sign of life. */
  #ping: PromiseWithResolvers<void> | null = null;
  /** What the thread was told to do, until it has said that it is done. */
  readonly #steps = new Map<Step, PromiseWithResolvers<void>>();
  #failure: { readonly error: unknown } | null = null;
  #stopped = false;

  private constructor(start: ShardStart, listener: ShardListener, entry: URL) {
    this.#listener = listener;
    this.#worker = new Worker(entry, {
      workerData: start,
      name: `shard ${start.share.number}`,
      // Names the cache of compiled code, where there is one.
      env: SHARE_ENV,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    this.#worker.on('message', (word: ShardWord) => this.#hear(word));
    this.#worker.on('error', (error) => this.#fail(revived(error)));
    this.#worker.on('exit', () => this.#fail(ended()));
  }

  /** Starts a thread; resolves once it has opened what it works with. `entry`: its module; only tests bring another. */
  static async open(
    start: ShardStart,
    listener: ShardListener,
    entry = new URL('thread.ts', import.meta.url),
  ): Promise<ShardThread> {
    const thread = new ShardThread(start, listener, entry);
    await thread.#until('opened');
    return thread;
  }

  start(serverUrl: string): Promise<void> {
    const started = this.#until('started');
    this.#tell({ do: 'start', serverUrl });
    return started;
  }

  take(arrivals: readonly Arrival[]): void {
    if (!this.#failure) this.#tell({ do: 'take', arrivals });
  }

  ping(): Promise<void> {
    if (this.#failure) return Promise.reject(ended());
    if (!this.#ping) {
      this.#ping = Promise.withResolvers();
      this.#tell({ do: 'ping' });
    }
    return this.#ping.promise;
  }

  async stop(): Promise<void> {
    if (!this.#failure) {
      const stopped = this.#until('stopped');
      this.#tell({ do: 'stop' });
      await stopped;
      this.#stopped = true;
    }
    await this.#worker.terminate();
  }

  #tell(order: ShardOrder): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- only windows have one
    this.#worker.postMessage(order);
  }

  #until(step: Step): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    const said = Promise.withResolvers<void>();
    this.#steps.set(step, said);
    return said.promise;
  }

  #hear(word: ShardWord): void {
    switch (word.said) {
      case 'hooks':
        for (const [path, hook] of word.hooks) this.#listener.door.onHook(path, hook);
        return;
      case 'kept':
        this.#listener.door.onKept(word.seqs);
        return;
      case 'pong':
        this.#ping?.resolve();
        this.#ping = null;
        return;
      case 'opened':
      case 'started':
      case 'stopped':
        this.#steps.get(word.said)?.resolve();
        this.#steps.delete(word.said);
    }
  }

  #fail(error: unknown): void {
    if (this.#stopped || this.#failure) return;
    this.#failure = { error };
    this.#ping?.reject(ended());
    this.#ping = null;
    if (this.#steps.size === 0) this.#listener.onFailure(error);
    for (const step of this.#steps.values()) step.reject(error);
    this.#steps.clear();
  }
}

function ended(): AppError {
  return new AppError('app.shard-ended', 'transient', 'A thread of the program has ended.');
}

/** Between threads an AppError keeps what it holds, but not its class. */
function revived(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'AppError') return error;
  const { code, kind } = error as Error & { code: string; kind: ErrorKind };
  const revivedError = new AppError(code, kind, error.message);
  // Where it came from.
  if (error.stack !== undefined) revivedError.stack = error.stack;
  return revivedError;
}
