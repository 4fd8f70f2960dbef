import { Breather } from '#src/core/breather.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { errorCode } from '#src/core/error-code.ts';
import { onceATurn } from '#src/core/once-a-turn.ts';
import { handleArrivals } from '#src/telegram/ingest/handle-batch.ts';
import type { BatchResult } from '#src/telegram/ingest/handle-batch.ts';
import type { HandlingParts, HandlingScope } from '#src/telegram/ingest/handle-update.ts';
import { storeArrivals } from '#src/telegram/ingest/store-updates.ts';
import { longestUpdateWaitMs } from '#src/telegram/ingest/update-retry.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import { purgeFinished } from '#src/telegram/purge-finished.ts';

/**
 * Takes updates to their handlers: what has arrived by webhook, which it stores first, and what is stored already. A tenant is
 *
 * - idle -> (wake) -> ready: in the round; a tenant is in it once, and goes to its end after each batch;
 * - ready -> (its turn) -> running: what has arrived is stored and a batch is handled, in one transaction (see `handleArrivals`);
 * - running -> ready (more waits, or a wake came meanwhile), or idle with a timer for its next retry;
 * - running -> resting (its file failed): a timer that grows; wakes do not shorten it. What has arrived waits meanwhile;
 * - running -> idle (its file is quarantined): what has arrived waits for the wake after the mending; when the tenant is gone for good
 *   it is dropped.
 *
 * What waits at a stop is left to the journal.
 */
export interface Dispatcher {
  /** Takes what has arrived, in its order; `onKept` tells when it is stored. */
  take(arrivals: readonly Arrival[]): void;
  /** Something may wait for this tenant. Cheap, may be called at any time. */
  wake(tenantId: TenantId): void;
  /** Takes no new batch and resolves when those that run have ended. */
  stop(): Promise<void>;
  /** Tenants whose turn has not come yet, and tenants running. */
  readonly load: number;
}

/** What the dispatcher is made of. */
export interface DispatcherParts extends HandlingParts {
  readonly store: TenantStore;
  /** The tenant to handle for; undefined while it must stand still. */
  scopeOf(tenantId: TenantId): HandlingScope | undefined;
  /** These arrivals are in their tenants' files, or nobody will ever have them: their tenants are gone for good. */
  onKept(seqs: readonly number[]): void;
  /**
   * Runs a batch in one transaction and sees to it that its outbox rows leave. `with-next`: the commit need not be flushed, since what
   * a power failure undoes is done again from the stored updates, and nobody has seen it by then.
   */
  transact<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    durable: 'at-commit' | 'with-next',
  ): Promise<T>;
}

interface Turn {
  state: 'idle' | 'ready' | 'running' | 'resting';
  again: boolean;
  /** What has arrived and is not stored. */
  arrivals: Arrival[];
  faults: number;
  purgeAt: number;
  /** When its last batch ended (steady ms). */
  handledAt: number;
  cancelTimer: (() => void) | null;
}

/** Tenants handled at one time: more than one, so that a file that is held for long (a backup) holds up nobody else. */
const parallelTenants = 8;
/** In a rush all but the quiet give way after a turn of the event loop that took longer than this, for so many times as long. */
const turnRests = { shortMs: 3, times: 5, longestMs: 25 };
/** A rush is over when nothing has arrived for so long. */
const rushGapMs = 100;
/** A tenant for whom nothing was handled for so long goes first: a rush of others holds up nobody's first message. */
const quietMs = 500;
/** Arrivals that are stored in one turn. More than a batch has: in a rush they come into the file sooner than they are handled. */
const storedAtOnce = 64;
const nothingHandled: BatchResult = { handled: 0, more: false, nextAt: null };
const hourMs = 3_600_000;
const firstPurgeMs = 60_000;

/** Makes the dispatcher; nothing runs until a tenant is woken, or something arrives for one. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { clock, random, log } = parts.services;
  const turns = new Map<TenantId, Turn>();
  const round: TenantId[] = [];
  /** Those who were quiet before; they go first. */
  const fresh: TenantId[] = [];
  let running = 0;
  let stopped = false;
  let onIdle: (() => void) | null = null;
  /** When the turn of the event loop was asked for that comes next (steady ms). */
  let askedAt: number | null = null;
  /** When something arrived last (steady ms). */
  let lastArrivalAt = -Infinity;
  const breather = new Breather(clock, turnRests, () => next());

  const turnOf = (tenantId: TenantId): Turn => {
    let turn = turns.get(tenantId);
    if (!turn) {
      const purgeAt = clock.now() + firstPurgeMs;
      const handledAt = -Infinity;
      turn = {
        state: 'idle',
        again: false,
        arrivals: [],
        faults: 0,
        purgeAt,
        handledAt,
        cancelTimer: null,
      };
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
  const inNextTurn = onceATurn(() => {
    noteTurn();
    next();
  });
  const nextSoon = (): void => {
    askedAt ??= clock.steady();
    inNextTurn();
  };

  /** While updates come in, a thread whose turns are long gives way in between: those who take them in need the processors as well. */
  const noteTurn = (): void => {
    const now = clock.steady();
    const tookMs = now - (askedAt ?? now);
    askedAt = null;
    if (now - lastArrivalAt <= rushGapMs) breather.restAfter(tookMs);
  };

  const isYielding = (): boolean => round.length > 0 && breather.isResting();

  const next = (): void => {
    if (stopped || running >= parallelTenants) return;
    const tenantId = fresh.shift() ?? (isYielding() ? undefined : round.shift());
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

  const takeTurn = async (tenantId: TenantId, turn: Turn): Promise<void> => {
    const scope = parts.scopeOf(tenantId);
    const arrived = turn.arrivals.slice(0, storedAtOnce);
    if (!scope && arrived.length === 0) {
      turn.state = 'idle';
      return;
    }
    turn.state = 'running';
    try {
      const result = await parts.transact(
        tenantId,
        async (tx) => {
          if (scope) return await handleArrivals(tx, arrived, scope, parts);
          await storeArrivals(tx, arrived);
          return nothingHandled;
        },
        arrived.length > 0 ? 'at-commit' : 'with-next',
      );
      forgetArrivals(turn, arrived);
      turn.faults = 0;
      if (result.handled > 0) parts.services.crashPoints?.reach('update-handled');
      turn.state = 'idle';
      if (stopped) return;
      if (result.more || turn.again || turn.arrivals.length > 0) {
        ready(tenantId, turn);
        return;
      }
      if (result.nextAt !== null) {
        const waitMs = Math.max(0, result.nextAt - clock.now());
        later(tenantId, turn, Math.min(waitMs, longestUpdateWaitMs));
      }
    } catch (error) {
      if (isGone(error)) {
        turn.state = 'idle';
        forgetArrivals(turn, turn.arrivals);
        return;
      }
      if (errorCode(error) === 'storage.quarantined') {
        // It is woken when somebody has mended it.
        turn.state = 'idle';
        return;
      }
      turn.faults += 1;
      turn.state = 'resting';
      const waitMs = backoffMs(turn.faults, fraction(random));
      log.error('telegram.dispatch_failed', { tenantId, code: errorCode(error), waitMs });
      if (!stopped) later(tenantId, turn, waitMs);
    }
    if (turn.state === 'idle') await purge(tenantId, turn);
  };

  const forgetArrivals = (turn: Turn, arrived: readonly Arrival[]): void => {
    if (arrived.length === 0) return;
    const stored = new Set(arrived);
    turn.arrivals = turn.arrivals.filter((arrival) => !stored.has(arrival));
    parts.onKept(arrived.map(({ seq }) => seq));
  };

  /** In idle time, about once an hour. A failure only waits for the next hour. */
  const purge = async (tenantId: TenantId, turn: Turn): Promise<void> => {
    if (clock.now() < turn.purgeAt) return;
    turn.purgeAt = clock.now() + hourMs;
    try {
      let more = true;
      while (more && turn.state === 'idle' && !stopped) {
        more = await parts.store.transact(tenantId, (tx) => purgeFinished(tx, clock.now()));
      }
    } catch (error) {
      log.warn('telegram.purge_failed', { tenantId, code: errorCode(error) });
    }
  };

  const wake = (tenantId: TenantId): void => {
    if (stopped) return;
    const turn = turnOf(tenantId);
    if (turn.state === 'idle') ready(tenantId, turn);
    else if (turn.state === 'running') turn.again = true;
  };

  return {
    get load() {
      return round.length + fresh.length + running;
    },
    take(arrivals) {
      lastArrivalAt = clock.steady();
      for (const arrival of arrivals) {
        turnOf(arrival.tenantId).arrivals.push(arrival);
        wake(arrival.tenantId);
      }
    },
    wake,
    stop() {
      stopped = true;
      breather.end();
      for (const turn of turns.values()) turn.cancelTimer?.();
      if (running === 0) return Promise.resolve();
      return new Promise((resolve) => {
        onIdle = resolve;
      });
    },
  };
}

/** The tenant is gone for good, and with it whoever its updates were for. */
function isGone(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'storage.unknown-tenant' || code === 'keys.destroyed';
}
