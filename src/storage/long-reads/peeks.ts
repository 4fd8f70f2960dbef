import { deserialize } from 'node:v8';
import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import { ReaderThread } from '#src/storage/long-reads/reader-thread.ts';
import { ownKey } from '#src/storage/own-key.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { Turns } from '#src/storage/turns.ts';

/** What peeks stand on. */
export interface PeeksParts {
  readonly dir: string;
  readonly keys: TenantKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a peek saw; null: it could not see, and whoever opens the file learns why. */
export type Seen<Result> = { readonly result: Result } | null;

/** A thread that nobody needed for so long is ended, and its memory goes with it. */
const idleMs = 1_000;
/** After a thread died files are opened on the event loop for so long, instead of starting one for each. */
const brokenMs = 60_000;
/** What one look takes is thrown away after it. */
const youngMb = 4;

/**
 * Looks into files that nobody has open, one after another, in a thread of its own: it opens one, asks one query, and closes
 * it. Thousands of files that were opened on the event loop would hold it up for some 3 ms each, and leave their memory behind.
 */
export class Peeks {
  readonly #parts: PeeksParts;
  #thread: ReaderThread | null = null;
  readonly #turns = new Turns<'thread'>();
  #cancelEnd: (() => void) | null = null;
  /** Until when no other thread is started, steady ms. */
  #brokenUntil = -Infinity;

  constructor(parts: PeeksParts) {
    this.#parts = parts;
  }

  /** The caller has made sure that nobody has this file open, or opens it meanwhile. */
  read<Result>(tenantId: TenantId, query: LongQuery<null, Result>): Promise<Seen<Result>> {
    return this.#turns.take('thread', () => this.#read(tenantId, query));
  }

  /** Ends the thread. Nothing may be read any more. */
  async close(): Promise<void> {
    this.#cancelEnd?.();
    await this.#thread?.end();
    this.#thread = null;
  }

  async #read<Result>(tenantId: TenantId, query: LongQuery<null, Result>): Promise<Seen<Result>> {
    const { dir, keys, clock, log } = this.#parts;
    const { module, name } = query;
    this.#cancelEnd?.();
    this.#cancelEnd = null;
    if (clock.steady() < this.#brokenUntil) return null;
    try {
      const key = await ownKey(keys, tenantId);
      if (!this.#thread || this.#thread.dead) this.#thread = new ReaderThread({ nice: 0, youngMb });
      const answer = await this.#thread.read(
        { do: 'read', tenantId, dir, key, module, name, args: null, alone: true },
        clock.steady(),
      );
      if (!('ok' in answer)) return null;
      if (answer.ok) return { result: deserialize(answer.result) as Result };
      // What is bad about a file is told by whoever opens it next.
      if (answer.kind !== 'permanent') {
        log.warn('storage.peek-failed', { tenantId, code: answer.code });
      }
      return null;
    } catch (error) {
      log.warn('storage.peek-failed', { tenantId, code: errorCode(error) });
      if (this.#thread?.dead) this.#brokenUntil = clock.steady() + brokenMs;
      return null;
    } finally {
      this.#endLater();
    }
  }

  #endLater(): void {
    this.#cancelEnd = this.#parts.clock.after(idleMs, () => {
      void this.#thread?.end();
      this.#thread = null;
    });
  }
}
