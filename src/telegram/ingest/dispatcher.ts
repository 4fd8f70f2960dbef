import type { TenantId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { errorCode } from '#src/core/error-code.ts';
import { onceATurn } from '#src/core/once-a-turn.ts';
import type { BatchParts, HandlingScope } from '#src/telegram/ingest/handle-batch.ts';
import { handleBatch } from '#src/telegram/ingest/handle-batch.ts';
import { longestUpdateWaitMs } from '#src/telegram/ingest/update-retry.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import { purgeFinished } from '#src/telegram/purge-finished.ts';

/**
 * Takes stored updates to their handlers. A tenant is
 *
 * - idle -> (wake) -> ready: in the round; a tenant is in it once, and goes to its end after each batch;
 * - ready -> (its turn) -> running: one batch, one transaction;
 * - running -> ready (more waits, or a wake came meanwhile), or idle with a timer for its next retry;
 * - running -> resting (its file failed): a timer that grows; wakes do not shorten it.
 */
export interface Dispatcher {
  /** Something may wait for this tenant. Cheap, may be called at any time. */
  wake(tenantId: TenantId): void;
  /** Takes no new batch and resolves when those that run have ended. */
  stop(): Promise<void>;
  /** Tenants whose turn has not come yet, and tenants running. */
  readonly load: number;
}

/** What the dispatcher is made of. */
export interface DispatcherParts extends BatchParts {
  readonly store: TenantStore;
  /** The tenant to handle for; undefined while it must stand still. */
  scopeOf(tenantId: TenantId): HandlingScope | undefined;
  /** Whether updates wait to be stored at this moment. */
  isComing?(): boolean;
  /**
   * Runs a batch in one transaction and sees to it that its outbox rows leave. The commit need not be flushed: what a power failure
   * undoes is done again from the stored updates, and nobody has seen it by then.
   */
  transact<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>;
}

interface Turn {
  state: 'idle' | 'ready' | 'running' | 'resting';
  again: boolean;
  faults: number;
  purgeAt: number;
  /** When its last batch ended (steady ms). */
  handledAt: number;
  cancelTimer: (() => void) | null;
}

/** Tenants handled at one time: more than one, so that a file that is held for long (a backup) holds up nobody else. */
const parallelTenants = 8;
/** For each ms of handling, so many for updates that come in meanwhile. */
const waysForOne = 8;
const longestWayMs = 50;
/** A tenant for whom nothing was handled for so long does not give way: a rush of others holds up nobody's first message. */
const quietMs = 500;
const hourMs = 3_600_000;
const firstPurgeMs = 60_000;

/** Makes the dispatcher; nothing runs until a tenant is woken. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { clock, random, log } = parts.services;
  const turns = new Map<TenantId, Turn>();
  const round: TenantId[] = [];
  /** Those who were quiet before; they go first. */
  const fresh: TenantId[] = [];
  let running = 0;
  let stopped = false;
  let onIdle: (() => void) | null = null;
  let wayUntil = 0;
  let cancelWay: (() => void) | null = null;

  const turnOf = (tenantId: TenantId): Turn => {
    let turn = turns.get(tenantId);
    if (!turn) {
      const purgeAt = clock.now() + firstPurgeMs;
      const handledAt = -Infinity;
      turn = { state: 'idle', again: false, faults: 0, purgeAt, handledAt, cancelTimer: null };
      turns.set(tenantId, turn);
    }
    return turn;
  };

  const ready = (tenantId: TenantId, turn: Turn): void => {
    turn.cancelTimer?.();
    turn.cancelTimer = null;
    turn.state = 'ready';
    turn.again = false;
    const wasQuiet = clock.steady() - turn.handledAt > quietMs;
    (wasQuiet ? fresh : round).push(tenantId);
    nextSoon();
  };

  const later = (tenantId: TenantId, turn: Turn, ms: number): void => {
    turn.cancelTimer?.();
    turn.cancelTimer = clock.after(ms, () => {
      turn.cancelTimer = null;
      if (!stopped && (turn.state === 'idle' || turn.state === 'resting')) ready(tenantId, turn);
    });
  };

  /** One batch for each turn of the event loop, so that what comes in is read, and what leaves is sent, between two. */
  const nextSoon = onceATurn(() => next());

  const next = (): void => {
    if (stopped || running >= parallelTenants) return;
    const tenantId = fresh.shift() ?? (givingWay() ? undefined : round.shift());
    if (tenantId === undefined) return;
    running += 1;
    void takeTurn(tenantId, turnOf(tenantId)).finally(() => {
      running -= 1;
      if (stopped && running === 0) onIdle?.();
      turnOf(tenantId).handledAt = clock.steady();
      nextSoon();
    });
    if (round.length + fresh.length > 0) nextSoon();
  };

  /** While updates come in, most of the time is theirs: what is stored can wait, Telegram's connections cannot. */
  const givingWay = (): boolean => {
    const waitMs = wayUntil - clock.steady();
    if (waitMs <= 0 || round.length === 0 || !parts.isComing?.()) return false;
    cancelWay ??= clock.after(Math.ceil(waitMs), () => {
      cancelWay = null;
      next();
    });
    return true;
  };

  const takeTurn = async (tenantId: TenantId, turn: Turn): Promise<void> => {
    const scope = parts.scopeOf(tenantId);
    if (!scope) {
      turn.state = 'idle';
      return;
    }
    turn.state = 'running';
    try {
      const result = await parts.transact(tenantId, async (tx) => {
        const began = clock.steady();
        const handled = await handleBatch(tx, scope, parts);
        const now = clock.steady();
        wayUntil = now + Math.min(longestWayMs, (now - began) * waysForOne);
        return handled;
      });
      turn.faults = 0;
      if (result.handled > 0) parts.services.crashPoints?.reach('update-handled');
      turn.state = 'idle';
      if (stopped) return;
      if (result.more || turn.again) {
        ready(tenantId, turn);
        return;
      }
      if (result.nextAt !== null) {
        const waitMs = Math.max(0, result.nextAt - clock.now());
        later(tenantId, turn, Math.min(waitMs, longestUpdateWaitMs));
      }
      await purge(tenantId, turn);
    } catch (error) {
      turn.faults += 1;
      turn.state = 'resting';
      const waitMs = backoffMs(turn.faults, fraction(random));
      log.error('telegram.dispatch_failed', { tenantId, code: errorCode(error), waitMs });
      if (!stopped) later(tenantId, turn, waitMs);
    }
  };

  /** In idle time, about once an hour. A failure only waits for the next hour. */
  const purge = async (tenantId: TenantId, turn: Turn): Promise<void> => {
    if (clock.now() < turn.purgeAt) return;
    turn.purgeAt = clock.now() + hourMs;
    let more = true;
    while (more && turn.state === 'idle' && !stopped) {
      more = await parts.store.transact(tenantId, (tx) => purgeFinished(tx, clock.now()));
    }
  };

  return {
    get load() {
      return round.length + fresh.length + running;
    },
    wake(tenantId) {
      if (stopped) return;
      const turn = turnOf(tenantId);
      if (turn.state === 'idle') ready(tenantId, turn);
      else if (turn.state === 'running') turn.again = true;
    },
    stop() {
      stopped = true;
      cancelWay?.();
      for (const turn of turns.values()) turn.cancelTimer?.();
      if (running === 0) return Promise.resolve();
      return new Promise((resolve) => {
        onIdle = resolve;
      });
    },
  };
}
