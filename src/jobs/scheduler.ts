import { Breather } from '#src/core/breather.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { TenantId } from '#src/core/ids.ts';
import { onceATurn } from '#src/core/once-a-turn.ts';
import type { Services } from '#src/core/services.ts';
import type { Share } from '#src/core/share.ts';
import { ApartJobs } from '#src/jobs/apart-jobs.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import { LeapGuard } from '#src/jobs/leap-guard.ts';
import { prepareJob } from '#src/jobs/prepare-job.ts';
import { type PreparedJob, runDue } from '#src/jobs/run-due.ts';
import { keepSweeping } from '#src/jobs/sweep.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { DueIndex } from '#src/storage/due-index.ts';
import type { LongReader } from '#src/storage/long-reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What the scheduler is made of. */
export interface SchedulerParts {
  readonly control: ControlStore;
  readonly store: TenantStore & LongReader;
  readonly due: DueIndex;
  /** Whose work; that of `due`. All tenants' unless given. */
  readonly share?: Share | undefined;
  readonly services: Services;
  readonly kinds: ReadonlyMap<string, JobKind>;
  /** After a commit in which jobs ran: their outbox rows may leave. */
  onRan(tenantId: TenantId): void;
  /** Whether messages are on their way in this thread: long passes give way to them then. */
  isBusy(): boolean;
  /** How often the index is looked at for what other processes (scripts) have scheduled; 5,000 unless given. In ms. */
  readonly lookEveryMs?: number;
}

/** Does all tenants' due work. */
export interface Scheduler {
  start(): void;
  /** Begins nothing more, ends what is being prepared and resolves when what ran is committed. */
  stop(): Promise<void>;
}

/** Tenants whose jobs run at one time; the others wait their turn. */
const parallelTenants = 4;
/** Tenants taken up with one look into the index. */
const mostTaken = 64;
/** How often a tenant that may not work is asked for again. */
const askAgainMs = 5_000;
const longestRestMs = 60_000;
/** While messages are on their way nothing is begun after a pass that took longer than this, for so many times as long. */
const passRests = { shortMs: 5, times: 3, longestMs: 50 };

interface Turn {
  readonly tenantId: TenantId;
  /** The earliest time that has come forward while its pass ran. */
  forward: number | null;
  prepared: PreparedJob | null;
}

/**
 * Makes the scheduler. A tenant is
 *
 * - idle: its next due time stands in the index; its file need not be open;
 * - due -> ready: in the round, once; after each pass (one transaction) it goes to the end of it while more is due;
 * - resting: its file failed, it may not work now, or the clock has just leapt; later it is ready again.
 *
 * A job whose kind is `apart` is prepared beside all this, and run in the next pass after that.
 *
 * While messages are on their way, much work (a feature that reads a whole history) takes a quarter of the thread, not all of it:
 * each step on a message's way would wait for a pass.
 *
 * One timer waits for the earliest of all due times, and what is scheduled by this process is heard of at its commit.
 */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { control, store, due, services, lookEveryMs = 5_000 } = parts;
  const { clock, log } = services;
  const guard = new LeapGuard(clock, log);
  const turns = new Map<TenantId, Turn>();
  const round: Turn[] = [];
  /** Until when (steady ms), and how often in a row its passes failed. */
  const resting = new Map<TenantId, { until: number; faults: number }>();
  const stopping = new AbortController();
  const apart = new ApartJobs();
  const apartKinds = [...parts.kinds.values()].flatMap(({ kind, apart: is }) => (is ? [kind] : []));
  let running = 0;
  let moreInIndex = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let cancelTimer: (() => void) | null = null;
  let timerAt = Infinity;
  let onIdle: (() => void) | null = null;
  let stopSweep = async () => {};

  const stopped = () => stopping.signal.aborted;

  const fillSoon = onceATurn(() => fill());
  const breather = new Breather(clock, passRests, fillSoon);

  const ready = (turn: Turn): void => {
    round.push(turn);
    fillSoon();
  };

  const takeUp = (tenantId: TenantId): void => {
    if (stopped() || turns.has(tenantId)) return;
    const turn: Turn = { tenantId, forward: null, prepared: null };
    turns.set(tenantId, turn);
    ready(turn);
  };

  const rests = (tenantId: TenantId): boolean =>
    (resting.get(tenantId)?.until ?? -Infinity) > clock.steady();

  const rest = (tenantId: TenantId, ms: number, faults: number): void => {
    resting.set(tenantId, { until: clock.steady() + ms, faults });
    timer(ms);
  };

  /** Looks into the index after so many ms, or sooner when it would anyway. */
  const timer = (ms: number): void => {
    const wait = Math.min(Math.max(0, ms), lookEveryMs);
    const at = clock.steady() + wait;
    if (stopped() || (cancelTimer && timerAt <= at)) return;
    cancelTimer?.();
    timerAt = at;
    cancelTimer = clock.after(wait, () => {
      cancelTimer = null;
      look();
    });
  };

  const look = (): void => {
    lookAgain = true;
    looking ??= (async () => {
      while (lookAgain && !stopped()) {
        lookAgain = false;
        await lookOnce();
      }
      looking = null;
    })();
  };

  const lookOnce = async (): Promise<void> => {
    guard.holdMs();
    try {
      const now = clock.now();
      const limit = mostTaken + resting.size + turns.size;
      const all = await due.dueBefore(now, limit);
      moreInIndex = all.length >= limit;
      for (const { tenantId } of all) if (!rests(tenantId)) takeUp(tenantId);
      const next = await due.nextDueAfter(now);
      if (next !== null) timer(next - clock.now());
    } catch (error) {
      log.error('jobs.look-failed', { code: errorCode(error) });
    }
    timer(lookEveryMs);
  };

  const fill = (): void => {
    while (!stopped() && running < parallelTenants) {
      if (round.length > 0 && breather.isResting()) return;
      const turn = round.shift();
      if (!turn) return;
      running += 1;
      void takeTurn(turn).finally(() => {
        running -= 1;
        if (stopped() && running === 0) onIdle?.();
        fillSoon();
      });
    }
  };

  const takeTurn = async (turn: Turn): Promise<void> => {
    const { tenantId } = turn;
    try {
      const more = await pass(turn);
      // What came forward after its last commit.
      if (more || (turn.forward !== null && turn.forward <= clock.now())) {
        ready(turn);
        return;
      }
      turns.delete(tenantId);
      if (turn.forward !== null) timer(turn.forward - clock.now());
      if (moreInIndex && turns.size < mostTaken / 2) look();
    } catch (error) {
      turns.delete(tenantId);
      if (stopped()) return;
      const faults = (resting.get(tenantId)?.faults ?? 0) + 1;
      const waitMs = Math.min(longestRestMs, 1_000 * 2 ** Math.min(faults - 1, 10));
      log.error('jobs.pass-failed', { tenantId, code: errorCode(error), waitMs });
      rest(tenantId, waitMs, faults);
    }
  };

  /** One transaction, and what must be prepared for the next. Whether more is due now. */
  const pass = async (turn: Turn): Promise<boolean> => {
    const { tenantId, prepared } = turn;
    if (!(await mayWork(tenantId))) {
      // Its due time stays, and is found again when it may.
      await due.flush();
      rest(tenantId, askAgainMs, 0);
      return false;
    }
    const holdMs = guard.holdMs();
    turn.forward = null;
    turn.prepared = null;
    const ready = [...(prepared ? [prepared] : []), ...apart.takeReady(tenantId)];
    const { ids, full } = apart.of(tenantId);
    const without = { ids, kinds: full ? apartKinds : [] };
    const began = clock.steady();
    const result = await store.transact(tenantId, (tx) =>
      runDue(tx, {
        kinds: parts.kinds,
        services,
        prepared: ready,
        without,
        urgentOnly: holdMs > 0,
      }),
    );
    if (parts.isBusy()) breather.restAfter(clock.steady() - began);
    resting.delete(tenantId);
    if (result.ran > 0) parts.onRan(tenantId);
    if (result.toPrepare) {
      await prepare(turn, result.toPrepare);
      return true;
    }
    const next = earliest(result.nextAt, turn.forward);
    turn.forward = null;
    if (next !== null && next <= clock.now()) {
      if (holdMs === 0 || result.ran > 0) return true;
      rest(tenantId, holdMs, 0);
    }
    due.settle(tenantId, next);
    if (next !== null) timer(next - clock.now());
    return false;
  };

  const prepare = async (turn: Turn, job: Job): Promise<void> => {
    const { tenantId } = turn;
    const { signal } = stopping;
    const work = () => prepareJob(job, { ...parts, tenantId, signal });
    if (!parts.kinds.get(job.kind)?.apart) {
      turn.prepared = await work();
      return;
    }
    apart.begin(tenantId, job, work, () => due.bringForward(tenantId, job.dueAt));
  };

  const mayWork = async (tenantId: TenantId): Promise<boolean> => {
    const record = await control.get(tenantId);
    return record?.state === 'active' && record.quarantine === null && record.schemaNumber > 0;
  };

  const cameForward = ({ tenantId, dueAt }: { tenantId: TenantId; dueAt: number }): void => {
    const turn = turns.get(tenantId);
    if (turn) turn.forward = earliest(turn.forward, dueAt);
    else if (dueAt > clock.now()) timer(dueAt - clock.now());
    else if (!rests(tenantId) || guard.holdMs() > 0) takeUp(tenantId);
  };

  return {
    start() {
      due.listen(cameForward);
      look();
      stopSweep = keepSweeping({ control, store, due, share: parts.share, clock, log });
    },
    async stop() {
      stopping.abort();
      due.listen(null);
      cancelTimer?.();
      await stopSweep();
      await looking;
      cancelTimer?.();
      breather.end();
      await apart.end();
      if (running > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      }
    },
  };
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
