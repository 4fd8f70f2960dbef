import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import { allTenants, type Share } from '#src/core/share.ts';
import type { DueChange, DueTenant, DueTimes } from '#src/storage/due-times.ts';

/** How long changes are gathered before they are written; what is done within that time costs the control file nothing. */
const gatherMs = 250;
const retryMs = 5_000;

type Unwritten = Pick<DueChange, 'dueAt' | 'how'>;

/**
 * When each tenant's next work is due, so that nobody opens the files of idle tenants to find out. The truth is in the
 * tenants' files; this index in the control file follows their commits within a quarter of a second. A process that
 * dies in between leaves a time that is too early (harmless) or too late: whoever runs the work looks through all tenants at
 * its start and now and then (`bringForward` with what it finds).
 */
export class DueIndex {
  readonly #times: DueTimes;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #share: Share;
  /** Newer than the control file. */
  readonly #unwritten = new Map<TenantId, Unwritten>();
  /** What stands in the control file, as far as this process has seen; other processes only ever bring it forward. */
  readonly #written = new Map<TenantId, number | null>();
  #listener: ((due: DueTenant) => void) | null = null;
  #cancelFlush: (() => void) | null = null;
  #flushing: Promise<void> = Promise.resolve();

  /** Finds due work of this share's tenants only; all unless given. */
  constructor(parts: { times: DueTimes; clock: Clock; log: Log; share?: Share }) {
    this.#times = parts.times;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#share = parts.share ?? allTenants;
  }

  /** Tells the one that runs the work at once of everything that comes forward; null when it stops. */
  listen(listener: ((due: DueTenant) => void) | null): void {
    this.#listener = listener;
  }

  /** Work of this tenant is due at this time (epoch ms), or something else before. Called after the commit. */
  bringForward(tenantId: TenantId, dueAt: number): void {
    const stands = this.#standing(tenantId);
    if (typeof stands !== 'number' || stands > dueAt) {
      this.#unwritten.set(tenantId, { dueAt, how: 'forward' });
      this.#flushLater(gatherMs);
    }
    this.#listener?.({ tenantId, dueAt });
  }

  /** All work of this tenant that was due is done; the rest is due at this time, or there is none (null). */
  settle(tenantId: TenantId, dueAt: number | null): void {
    if (this.#written.get(tenantId) === dueAt) {
      this.#unwritten.delete(tenantId);
      return;
    }
    this.#unwritten.set(tenantId, { dueAt, how: 'settle' });
    this.#flushLater(gatherMs);
  }

  /** Tenants whose work was due at this time, longest due first, `limit` at most. */
  async dueBefore(now: number, limit: number): Promise<DueTenant[]> {
    const rows = await this.#times.dueBefore(now, limit + this.#unwritten.size, this.#share);
    for (const { tenantId, dueAt } of rows) this.#written.set(tenantId, dueAt);
    const standing = rows.filter(({ tenantId }) => this.#unwritten.get(tenantId)?.how !== 'settle');
    const newer = [...this.#unwritten].flatMap(([tenantId, { dueAt }]) =>
      dueAt !== null && dueAt <= now ? [{ tenantId, dueAt }] : [],
    );
    return [...standing, ...newer].toSorted((a, b) => a.dueAt - b.dueAt).slice(0, limit);
  }

  /** The first due time after this one; too early for a tenant that stands still, never too late. */
  async nextDueAfter(now: number): Promise<number | null> {
    let next = await this.#times.nextDueAfter(now, this.#share);
    for (const { dueAt } of this.#unwritten.values()) {
      if (dueAt !== null && dueAt > now && (next === null || dueAt < next)) next = dueAt;
    }
    return next;
  }

  /** Writes what has been gathered; what cannot be written now is kept and tried again. */
  flush(): Promise<void> {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  /** Writes the last changes. Nothing may come after. */
  async close(): Promise<void> {
    await this.flush();
    this.#cancelFlush?.();
    this.#cancelFlush = null;
  }

  /** What is known to stand for a tenant. Without somebody who runs the work another process does, and may put it off. */
  #standing(tenantId: TenantId): number | null | undefined {
    const unwritten = this.#unwritten.get(tenantId);
    if (unwritten) return unwritten.dueAt;
    return this.#listener ? this.#written.get(tenantId) : undefined;
  }

  async #write(): Promise<void> {
    const batch = [...this.#unwritten];
    if (batch.length === 0) return;
    const changes = batch.map(([tenantId, change]) => ({
      ...change,
      tenantId,
      expected: this.#written.get(tenantId),
    }));
    try {
      await this.#times.writeDue(changes);
    } catch (error) {
      this.#log.warn('storage.due-not-written', { code: errorCode(error), tenants: batch.length });
      this.#flushLater(retryMs);
      return;
    }
    for (const [tenantId, change] of batch) {
      this.#written.set(tenantId, change.dueAt);
      if (this.#unwritten.get(tenantId) === change) this.#unwritten.delete(tenantId);
    }
  }

  #flushLater(ms: number): void {
    this.#cancelFlush ??= this.#clock.after(ms, () => {
      this.#cancelFlush = null;
      void this.flush();
    });
  }
}
