import { AppError } from '#src/core/errors.ts';
import type { Clock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import { onceATurn } from '#src/core/once-a-turn.ts';
import type { Arrival, ArrivalJournal, SealedArrival } from '#src/storage/arrival-journal.ts';

/**
 * The way in for updates from webhooks. An update is
 *
 * - coming: it waits for the commit of this turn of the event loop, which it shares with all that came in it;
 * - arrived: it stands in the journal, flushed, and may be acknowledged; it is on its way to its tenant's file;
 * - kept: its tenant's file has it, flushed; the journal forgets it with its next commit.
 *
 * After a crash whatever arrived and was not forgotten goes its way once more; a tenant's file takes an update only once.
 */
export interface Intake {
  /**
   * Resolves once the update has arrived. Rejects when it could not: with the storage's error, or with `ingest.full` when more is
   * on its way than memory should hold (Telegram delivers again).
   */
  add(tenantId: TenantId, botId: BotId, payload: string): Promise<void>;
  /** These are in their tenants' files. */
  kept(seqs: readonly number[]): void;
  /** Sends on its way what an earlier process left. Before anything else is added. */
  start(): Promise<void>;
  /** Forgets what was kept. Nothing may be added any more. */
  stop(): void;
}

/** What the intake is made of. */
export interface IntakeParts {
  readonly journal: ArrivalJournal;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes arrivals to those who keep them; in order for each tenant. */
  deliver(arrivals: readonly Arrival[]): void;
  /** Most updates that are not kept at one time, for one tenant and in all. */
  readonly limits?: { readonly tenant: number; readonly all: number };
  readonly crashPoints?: CrashPoints | undefined;
}

interface Coming {
  readonly sealed: SealedArrival;
  readonly arrived: PromiseWithResolvers<void>;
}

const usualLimits = { tenant: 5_000, all: 20_000 };
/** What is kept is forgotten with the next commit, and at the latest after this time. */
const longestForgettingMs = 500;
/** So many at most are forgotten by one commit: whatever comes waits for it. */
const mostForgotten = 200;
/** The next many after them. */
const soonMs = 10;
/** When nothing has come for so long, what was forgotten is taken off the disk. */
const quietMs = 5_000;

/** Makes the intake. */
export function createIntake(parts: IntakeParts): Intake {
  const { journal, clock, log, crashPoints, limits = usualLimits } = parts;
  /** What is coming or has arrived and is not kept, by tenant. */
  const onTheirWay = new Map<TenantId, number>();
  const tenantOf = new Map<number, TenantId>();
  let count = 0;
  let coming: Coming[] = [];
  let forgotten: number[] = [];
  let cancelForgetting: (() => void) | null = null;
  let cancelTidying: (() => void) | null = null;
  /** An earlier process may have ended before it tidied up. */
  let isTidy = false;
  let stopped = false;

  const enter = (tenantId: TenantId): void => {
    count += 1;
    onTheirWay.set(tenantId, (onTheirWay.get(tenantId) ?? 0) + 1);
  };
  const leave = (tenantId: TenantId): void => {
    count -= 1;
    const left = (onTheirWay.get(tenantId) ?? 1) - 1;
    if (left === 0) onTheirWay.delete(tenantId);
    else onTheirWay.set(tenantId, left);
  };

  const commit = (): void => {
    const added = coming;
    coming = [];
    const forgetting = forgotten.splice(0, mostForgotten);
    try {
      journal.commit(
        added.map(({ sealed }) => sealed),
        forgetting,
      );
    } catch (error) {
      forgotten = [...forgetting, ...forgotten];
      for (const { sealed, arrived } of added) {
        leave(sealed.arrival.tenantId);
        arrived.reject(error);
      }
      if (added.length === 0) log.warn('telegram.journal_failed', { code: errorCode(error) });
      forgetLater(longestForgettingMs);
      return;
    }
    isTidy = false;
    forgetLater(forgotten.length < mostForgotten ? longestForgettingMs : soonMs);
    tidyLater();
    if (added.length === 0) return;
    crashPoints?.reach('update-inserted');
    for (const { sealed, arrived } of added) {
      tenantOf.set(sealed.arrival.seq, sealed.arrival.tenantId);
      arrived.resolve();
    }
    parts.deliver(added.map(({ sealed }) => sealed.arrival));
  };
  const commitSoon = onceATurn(() => {
    if (coming.length > 0) commit();
  });

  /** Forgets what nothing that comes has taken along. */
  const forgetLater = (ms: number): void => {
    if (stopped || forgotten.length === 0) return;
    cancelForgetting ??= clock.after(ms, () => {
      cancelForgetting = null;
      if (forgotten.length > 0) commit();
    });
  };

  /** Tidies up when nothing has come or was forgotten for a while from now on. */
  const tidyLater = (): void => {
    cancelTidying?.();
    cancelTidying = null;
    if (stopped || isTidy) return;
    cancelTidying = clock.after(quietMs, () => {
      if (count === 0 && forgotten.length === 0) tidy();
      tidyLater();
    });
  };

  const tidy = (): void => {
    try {
      isTidy = journal.tidy();
    } catch (error) {
      log.warn('telegram.journal_failed', { code: errorCode(error) });
    }
  };

  return {
    async add(tenantId, botId, payload) {
      // Nobody takes more room than is left for others: a few tenants whose files fail leave some for all.
      if ((onTheirWay.get(tenantId) ?? 0) >= Math.min(limits.tenant, limits.all - count)) {
        throw new AppError('ingest.full', 'transient', 'Too many updates wait for storage.');
      }
      enter(tenantId);
      const arrived = Promise.withResolvers<void>();
      try {
        const sealed = await journal.seal({ tenantId, botId, payload, receivedAt: clock.now() });
        coming.push({ sealed, arrived });
      } catch (error) {
        leave(tenantId);
        throw error;
      }
      commitSoon();
      await arrived.promise;
    },
    kept(seqs) {
      for (const seq of seqs) {
        const tenantId = tenantOf.get(seq);
        if (tenantId === undefined) continue;
        tenantOf.delete(seq);
        leave(tenantId);
        forgotten.push(seq);
      }
      forgetLater(longestForgettingMs);
    },
    async start() {
      const left = await journal.left();
      for (const { seq, tenantId } of left) {
        enter(tenantId);
        tenantOf.set(seq, tenantId);
      }
      if (left.length > 0) parts.deliver(left);
      tidyLater();
    },
    stop() {
      stopped = true;
      cancelForgetting?.();
      cancelTidying?.();
      // One that fails leaves the rest to the next start, whose files know them.
      for (let before = Infinity; forgotten.length > 0 && forgotten.length < before; ) {
        before = forgotten.length;
        commit();
      }
    },
  };
}
