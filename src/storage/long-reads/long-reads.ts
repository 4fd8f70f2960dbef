import { deserialize } from 'node:v8';
import type { Clock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import type { LongReadOptions } from '#src/storage/long-reader.ts';
import type { ThreadAnswer } from '#src/storage/long-reads/protocol.ts';
import { ReaderThread } from '#src/storage/long-reads/reader-thread.ts';
import { ownKey } from '#src/storage/own-key.ts';
import type { SpareThreads } from '#src/storage/long-reads/spare-threads.ts';
import { storageClosed } from '#src/storage/storage-closed.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';

/** Threads that were given up and are still in a statement; more would take the machine from the event loop. */
const mostLeaving = 2;
const mostWaitingOfTenant = 50;
/** So long a tenant's reads may follow one another while others wait: to open a file takes longer than most of them. */
const turnMs = 25;
const defaultLimitMs = 10_000;
/** How long a read that was asked to end may take until its thread is given up. */
const graceMs = 500;
/** Files that nobody has read for so long are closed: those of suspended tenants too. */
const idleMs = 60_000;

/** What long reads stand on. */
export interface LongReadsParts {
  readonly dir: string;
  readonly keys: TenantKeys;
  readonly clock: Clock;
  /** How many threads read at one time. */
  readonly longReadThreads: number;
  /** Where threads come from, and go to at the end; without it they are this store's own. */
  readonly spareThreads?: SpareThreads | undefined;
  /** A thread found this tenant's file to be bad. */
  onDamage(tenantId: TenantId, code: string): void;
}

/** A tenant reads, one after another, since a time (steady ms). */
interface Turn {
  readonly tenantId: TenantId;
  readonly since: number;
}

interface Read {
  readonly tenantId: TenantId;
  readonly query: LongQuery<never, unknown>;
  readonly args: unknown;
  readonly end: (error: AppError | null, result?: unknown) => void;
  thread: ReaderThread | null;
  ended: boolean;
}

/**
 * The threads for long reads and who waits for them. A read is
 *
 * - waiting, until a thread is free, its tenant has no other read running and its file is not being closed; tenants take turns
 *   of 25 ms, or of one read that takes longer;
 * - running; a read that is ended early (limit, signal, release) tells its caller at once, and its thread has half a second
 *   to come out of its statement, or is given up: it ends by itself as soon as SQLite lets it, and another takes its place.
 */
export class LongReads {
  readonly #parts: LongReadsParts;
  readonly #threads = new Set<ReaderThread>();
  readonly #busy = new Map<ReaderThread, Read>();
  /** By tenant, in the order in which tenants have their turn. */
  readonly #waiting = new Map<TenantId, Read[]>();
  readonly #paused = new Set<TenantId>();
  #leaving = 0;
  #cancelTidy: (() => void) | null = null;
  #closed = false;

  constructor(parts: LongReadsParts) {
    this.#parts = parts;
  }

  /** See LongReader. The caller has made sure that the file is this tenant's and fit for use. */
  read<Args, Result>(
    tenantId: TenantId,
    query: LongQuery<Args, Result>,
    args: Args,
    { limitMs = defaultLimitMs, signal }: LongReadOptions = {},
  ): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    if (this.#closed) reject(storageClosed());
    else if (signal?.aborted) reject(cancelled());
    else if ((this.#waiting.get(tenantId)?.length ?? 0) >= mostWaitingOfTenant) reject(busy());
    else {
      const abort = () => this.#endEarly(read, cancelled());
      const cancelLimit = this.#parts.clock.after(limitMs, () => this.#endEarly(read, late()));
      signal?.addEventListener('abort', abort);
      const read: Read = {
        tenantId,
        query,
        args,
        thread: null,
        ended: false,
        end(error, result) {
          if (read.ended) return;
          read.ended = true;
          cancelLimit();
          signal?.removeEventListener('abort', abort);
          if (error) reject(error);
          else resolve(result as Result);
        },
      };
      this.#line(tenantId).push(read);
      this.#next();
    }
    return promise;
  }

  /**
   * Ends this tenant's reads, closes its file in every thread and begins no other read of it until the answer is called.
   * A thread that is stuck in a statement is given up; its handle goes with it.
   */
  async pause(tenantId: TenantId): Promise<() => void> {
    this.#paused.add(tenantId);
    for (const read of this.#readsOf(tenantId)) this.#endEarly(read, cancelled());
    await Promise.all([...this.#threads].map((thread) => thread.close(tenantId)));
    return () => {
      this.#paused.delete(tenantId);
      this.#next();
    };
  }

  /** Ends all reads and all threads. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTidy?.();
    for (const line of this.#waiting.values()) for (const read of line) read.end(storageClosed());
    for (const read of this.#busy.values()) read.end(storageClosed());
    this.#waiting.clear();
    const spare = this.#parts.spareThreads;
    await Promise.all(
      [...this.#threads].map((thread) =>
        spare && !this.#busy.has(thread) ? spare.keep(thread) : thread.end(),
      ),
    );
  }

  /** Begins what can be read now; `going`: whose turn is not over. */
  #next(going?: Turn): void {
    let turn = going;
    while (!this.#closed) {
      const next = this.#nextTurn(turn);
      const thread = next && this.#freeThread(next.tenantId);
      if (!thread) return;
      turn = undefined;
      const { tenantId } = next;
      const line = this.#line(tenantId);
      const read = line.shift();
      this.#waiting.delete(tenantId);
      // Behind the other tenants.
      if (line.length > 0) this.#waiting.set(tenantId, line);
      if (read) void this.#run(read, thread, next);
    }
  }

  async #run(read: Read, thread: ReaderThread, turn: Turn): Promise<void> {
    const { dir, keys, clock } = this.#parts;
    const { tenantId, query, args } = read;
    read.thread = thread;
    this.#busy.set(thread, read);
    try {
      const key = thread.has(tenantId) ? null : await ownKey(keys, tenantId);
      if (read.ended) return;
      const { module, name } = query;
      const order = { do: 'read', tenantId, dir, key, module, name, args } as const;
      this.#tell(read, await thread.read(order, clock.steady()));
    } catch (error) {
      read.end(error as AppError);
    } finally {
      this.#busy.delete(thread);
      if (thread.dead) this.#threads.delete(thread);
      this.#tidyLater();
      this.#next(clock.steady() - turn.since < turnMs ? turn : undefined);
    }
  }

  #tell(read: Read, answer: ThreadAnswer): void {
    if (!('ok' in answer)) return;
    if (answer.ok) {
      read.end(null, deserialize(answer.result));
      return;
    }
    const error = new AppError(answer.code, answer.kind, answer.message);
    error.stack = `AppError: ${answer.message}\n${answer.frames}`;
    const early = read.ended;
    read.end(error);
    // While it is being erased a file is missing for good reason.
    if (answer.kind === 'permanent' && !early) this.#parts.onDamage(read.tenantId, answer.code);
  }

  #endEarly(read: Read, error: AppError): void {
    if (read.ended) return;
    read.end(error);
    const { thread, tenantId } = read;
    if (!thread) {
      const rest = (this.#waiting.get(tenantId) ?? []).filter((other) => other !== read);
      if (rest.length > 0) this.#waiting.set(tenantId, rest);
      else this.#waiting.delete(tenantId);
      return;
    }
    thread.stopReading();
    this.#parts.clock.after(graceMs, () => {
      if (this.#busy.get(thread) === read) this.#giveUp(thread);
    });
  }

  #giveUp(thread: ReaderThread): void {
    this.#leaving += 1;
    void thread.end().then(() => {
      this.#threads.delete(thread);
      this.#leaving -= 1;
      this.#next();
    });
  }

  /** Whose turn it is: the one's that is going on while there is more to read, else that of who waits longest. */
  #nextTurn(going: Turn | undefined): Turn | undefined {
    const running = new Set([...this.#busy.values()].map((read) => read.tenantId));
    const mayRead = (tenantId: TenantId) => !running.has(tenantId) && !this.#paused.has(tenantId);
    if (going && this.#waiting.has(going.tenantId) && mayRead(going.tenantId)) return going;
    for (const tenantId of this.#waiting.keys()) {
      if (mayRead(tenantId)) return { tenantId, since: this.#parts.clock.steady() };
    }
    return undefined;
  }

  /** A thread that is free: best one that has the file open, then any, then a new one. */
  #freeThread(tenantId: TenantId): ReaderThread | undefined {
    const free = [...this.#threads].filter((thread) => !this.#busy.has(thread) && !thread.dead);
    const found = free.find((thread) => thread.has(tenantId)) ?? free[0];
    if (found) return found;
    const alive = [...this.#threads].filter((thread) => !thread.dead).length;
    if (alive >= this.#parts.longReadThreads || this.#leaving >= mostLeaving) return undefined;
    const thread = this.#parts.spareThreads?.take() ?? new ReaderThread();
    this.#threads.add(thread);
    return thread;
  }

  #tidyLater(): void {
    if (this.#closed) return;
    this.#cancelTidy ??= this.#parts.clock.after(idleMs, () => {
      this.#cancelTidy = null;
      const since = this.#parts.clock.steady() - idleMs;
      for (const thread of this.#threads) {
        for (const tenantId of thread.unusedSince(since)) void thread.close(tenantId);
        if (thread.unusedSince(Infinity).length > 0) this.#tidyLater();
      }
    });
  }

  #readsOf(tenantId: TenantId): Read[] {
    const running = [...this.#busy.values()].filter((read) => read.tenantId === tenantId);
    return [...(this.#waiting.get(tenantId) ?? []), ...running];
  }

  #line(tenantId: TenantId): Read[] {
    let line = this.#waiting.get(tenantId);
    if (!line) {
      line = [];
      this.#waiting.set(tenantId, line);
    }
    return line;
  }
}

const cancelled = () => new AppError('storage.read-cancelled', 'transient', 'The read was ended.');
const late = () =>
  new AppError('storage.read-timeout', 'transient', 'The read took too long. Ask for less.');
const busy = () =>
  new AppError('storage.read-busy', 'transient', 'Too many reads of this tenant wait. Try again.');
