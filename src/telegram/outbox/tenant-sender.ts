import type { Api } from 'grammy';
import type { ChatId, OutboxId, TenantId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Durable, TenantStore } from '#src/storage/tenant-store.ts';
import { errorCode } from '#src/core/error-code.ts';
import { backoffMs, fraction } from '#src/telegram/outbox/backoff.ts';
import { callWithFiles } from '#src/telegram/outbox/call-with-files.ts';
import { claim, type ClaimResult, type ClaimState } from '#src/telegram/outbox/claim.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { afterOutcome, freePacing, isFree } from '#src/telegram/outbox/pacing.ts';
import { recover } from '#src/telegram/outbox/recover.ts';
import { NextRuns } from '#src/telegram/outbox/next-runs.ts';
import type { Answered, Claimed, KindParts, Run } from '#src/telegram/outbox/sender-parts.ts';
import { settle } from '#src/telegram/outbox/settle.ts';
import type { Slots } from '#src/telegram/outbox/slots.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** What one tenant's sender works with. */
export interface TenantSenderParts extends KindParts {
  readonly store: TenantStore;
  readonly slots: Slots;
  /** Resolves when a pass may begin; an urgent one goes before others. */
  turn(isUrgent: () => boolean): Promise<void>;
  readonly apiRoot: string;
  /** The tenant's client; undefined while nothing may be sent (suspended, quarantined, disconnected). */
  apiOf(tenantId: TenantId): Api | undefined;
  onUnauthorized(tenantId: TenantId): void;
}

/** Work of others that shares a pass. */
interface Joining {
  readonly durable: 'at-commit' | 'with-next';
  /** The answer is to be called once its commit is as durable as asked for. */
  run(tx: Tx): Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/** Calls in flight for one bot. */
const mostPerBot = 30;
/** Of these, broadcasts take so many at most: a reply always finds room. */
const mostBroadcasts = 20;
/** How long the answers of a run that goes on wait to be written down; a crash within it shows them again, marked. */
const answersWaitMs = 250;
/** The longest wait for another try to write down answers while the program stops. */
const stoppingWaitMs = 500;
/** Node's timers fire at once for more than about 24 days; a look too early costs nothing. */
const longestTimerMs = 3_600_000;

/**
 * Sends one tenant's outbox. It goes round in passes, one at a time; a pass is ONE transaction that
 *
 * 1. does what is to be done before it (the dispatcher handles updates, which enqueue rows),
 * 2. takes up what an earlier process left behind (the first pass only),
 * 3. settles every answer that has come meanwhile,
 * 4. claims what may go now, and what follows the last calls of full runs, which join them;
 *
 * after its commit the claimed calls start, and every answer asks for another pass. So under load one commit settles
 * and claims many rows. When the file fails, the answers are kept and the pass is tried again, growing slower; nothing
 * new is claimed until they are written down.
 */
export class TenantSender {
  readonly #tenantId: TenantId;
  readonly #parts: TenantSenderParts;
  readonly #inFlight = new Map<OutboxId, Claimed>();
  readonly #preludes = new Map<OutboxId, number>();
  /** Runs whose last answer is not settled yet: a slot each. */
  #runs = 0;
  /** Of these, how many have ended. */
  #endedRuns = 0;
  /** Full runs whose last call is under way: the next pass claims what follows. */
  readonly #nextRuns = new NextRuns();
  /** What the next pass begins with. */
  readonly #joining: Joining[] = [];
  #cancelSoon: (() => void) | null = null;
  #answers: Answered[] = [];
  #state: Pick<ClaimState, 'pacing' | 'cursors'> = {
    pacing: freePacing,
    cursors: { 0: '', 1: '', 2: '' },
  };
  #recovered = false;
  #scheduled = false;
  #passing = false;
  #again = false;
  #faults = 0;
  #stopped = false;
  #cancelTimer: (() => void) | null = null;
  #onQuiet: (() => void) | null = null;
  /** When it last had something to do (epoch ms). */
  activeAt: number;

  constructor(tenantId: TenantId, parts: TenantSenderParts) {
    this.#tenantId = tenantId;
    this.#parts = parts;
    this.activeAt = parts.services.clock.now();
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  /** Whether nothing is under way and no timer runs. */
  get idle(): boolean {
    return !this.#scheduled && !this.#passing && this.#inFlight.size === 0 && !this.#cancelTimer;
  }

  /** Whether Telegram slows nothing down in this chat. */
  isFree(chatId: ChatId): boolean {
    return isFree(this.#state.pacing, chatId, this.#parts.services.clock.steady());
  }

  /** Something may have been enqueued. */
  wake(): void {
    this.activeAt = this.#parts.services.clock.now();
    this.look();
  }

  /** Looks whether something was enqueued, without counting as active for that. */
  look(): void {
    if (!this.#stopped && this.#faults === 0) this.#schedule();
  }

  /**
   * Runs `work` in the next pass, so that what it enqueues is claimed by the same commit; while none may run, in a transaction of
   * its own, which a pass follows once one may. The commit is at least as `durable` as asked for.
   */
  async passWith<T>(work: (tx: Tx) => Promise<T>, durable: 'at-commit' | 'with-next'): Promise<T> {
    this.activeAt = this.#parts.services.clock.now();
    if (this.#stopped || this.#faults > 0 || !this.#parts.apiOf(this.#tenantId)) {
      const result = await this.#parts.store.transact(this.#tenantId, work, {
        durable,
        savepoints: 'after-a-fault',
      });
      this.look();
      return result;
    }
    const done = Promise.withResolvers<T>();
    this.#joining.push({
      durable,
      async run(tx) {
        const result = await work(tx);
        return () => done.resolve(result);
      },
      fail: done.reject,
    });
    this.#again = true;
    if (!this.#passing && !this.#scheduled) void this.#run();
    return await done.promise;
  }

  /** Claims nothing more; resolves when every call under way has been answered and settled. */
  stop(): Promise<void> {
    this.#stopped = true;
    if (this.#quiet) {
      this.#clearTimer();
      return Promise.resolve();
    }
    // What a full disk held up is written down at once: the next try may lie beyond the time that a stop has.
    if (this.#answers.length > 0) this.#schedule();
    return new Promise((resolve) => {
      this.#onQuiet = resolve;
    });
  }

  get #quiet(): boolean {
    return this.#inFlight.size === 0 && this.#answers.length === 0 && !this.#passing;
  }

  #schedule(): void {
    this.#again = true;
    if (this.#scheduled || this.#passing) return;
    this.#scheduled = true;
    // After this turn of the event loop, so that answers read in the same turn share the commit.
    setImmediate(() => {
      this.#scheduled = false;
      if (!this.#passing) void this.#run();
    });
  }

  /** A pass that fails lets the next one wait. */
  async #run(): Promise<void> {
    this.#passing = true;
    try {
      while (this.#again) {
        // Others have theirs, and answers that have arrived are read, before it.
        await this.#parts.turn(() => this.#nextRuns.isAsked);
        await this.#pass();
      }
      this.#faults = 0;
    } catch (error) {
      this.#rest(error);
      // The next pass may be a minute away; who joined this one or waits for that tries again in their own time.
      for (const { fail } of this.#joining.splice(0)) fail(error);
    } finally {
      this.#passing = false;
      if (this.#stopped && this.#quiet) {
        this.#clearTimer();
        this.#onQuiet?.();
      } else if (this.#again && this.#faults === 0) this.#schedule();
    }
  }

  async #pass(): Promise<void> {
    this.#again = false;
    this.#clearTimer();
    this.#cancelSoon?.();
    this.#cancelSoon = null;
    const { store, slots } = this.#parts;
    const answers = this.#answers.slice();
    const refused = answers.some(({ outcome }) => outcome?.outcome === 'unauthorized');
    const endedRuns = this.#endedRuns;
    const api = this.#stopped || refused ? undefined : this.#parts.apiOf(this.#tenantId);
    const joined = this.#joining.slice();
    if (!api && answers.length === 0 && joined.length === 0) return;
    // Runs that have ended keep their slots until their last answers are written down.
    const free = Math.max(0, mostPerBot - this.#runs + endedRuns);
    const room = api ? slots.take(free, () => this.#schedule()) : 0;
    const asking = api ? this.#nextRuns.take() : [];
    let used = 0;
    try {
      const { results, claimed } = await store.transact(
        this.#tenantId,
        async (tx) => {
          const results: (() => void)[] = [];
          for (const one of joined) results.push(await one.run(tx));
          if (!this.#recovered) await recover(tx, this.#parts);
          for (const answer of answers) await settle(tx, answer, this.#parts);
          if (answers.length > 0) this.#parts.services.crashPoints?.reach('before-mark');
          if (!api) return { results, claimed: null };
          const lastCalls = asking.map(({ last }) => last);
          const given = { ...this.#room(answers, room), lastCalls };
          const state = this.#claimState(answers);
          return { results, claimed: await claim(tx, state, given, this.#parts) };
        },
        // What is called must be known as called after a power failure; how calls ended, the next start asks for.
        {
          durable: ({ claimed }) => durableOf(joined, claimed),
          savepoints: 'after-a-fault',
        },
      );
      this.#recovered = true;
      this.#joining.splice(0, joined.length);
      this.#forget(answers, endedRuns);
      if (claimed && api) {
        used = claimed.runs.length;
        this.#start(claimed, api);
        for (const { last, tell } of asking) tell(claimed.ahead.get(last.row.id));
      }
      for (const tell of results) tell();
    } finally {
      for (const { tell } of asking) tell(undefined);
      slots.giveBack(room - used);
    }
  }

  #claimState(answers: readonly Answered[]): ClaimState {
    const ended = new Set(answers.map(({ claimed }) => claimed.row.id));
    const busy = [...this.#inFlight.values()].filter(({ row }) => !ended.has(row.id));
    return {
      ...this.#state,
      busyLanes: new Set(busy.map(({ row }) => row.lane)),
      preludes: this.#preludes,
    };
  }

  #room(answers: readonly Answered[], slots: number): { slots: number; broadcasts: number } {
    const under = [...this.#inFlight.values()].filter(
      ({ row }) => row.priority === priority.broadcast,
    );
    const ended = answers.filter(({ claimed }) => claimed.row.priority === priority.broadcast);
    return { slots, broadcasts: Math.max(0, mostBroadcasts - under.length + ended.length) };
  }

  #forget(answers: readonly Answered[], endedRuns: number): void {
    this.#answers.splice(0, answers.length);
    for (const { claimed, outcome } of answers) {
      this.#inFlight.delete(claimed.row.id);
      if (outcome === null) continue;
      this.#countPrelude(claimed, outcome);
      if (outcome.outcome === 'unauthorized') this.#parts.onUnauthorized(this.#tenantId);
    }
    this.#endedRuns -= endedRuns;
    this.#runs -= endedRuns;
    this.#parts.slots.giveBack(endedRuns);
  }

  /** Only what was done counts: Telegram may be away for long before the first of them succeeds. */
  #countPrelude({ row, done }: Claimed, { outcome }: SendOutcome): void {
    if (!done || outcome === 'refused') this.#preludes.delete(row.id);
    else if (outcome === 'ok') this.#preludes.set(row.id, (this.#preludes.get(row.id) ?? 0) + 1);
  }

  #start(result: ClaimResult, api: Api): void {
    const { clock } = this.#parts.services;
    this.#state = result.state;
    // The claim began with the pace of before; answers that came during its transaction change it too.
    for (const answer of this.#answers) this.#notePace(answer);
    this.#runs += result.runs.length;
    for (const { calls } of [...result.runs, ...result.ahead.values()]) {
      for (const claimed of calls) this.#inFlight.set(claimed.row.id, claimed);
    }
    for (const run of result.runs) void this.#callRun(run, api);
    if (result.runs.length + result.ahead.size > 0) this.activeAt = clock.now();
    if (result.lookInMs !== null) this.#timer(result.lookInMs);
  }

  /**
   * Makes the calls of a run one after another, and of what was claimed meanwhile to follow a full one; from the first that
   * was not done on, the others are not made.
   */
  async #callRun(first: Run, api: Api): Promise<void> {
    let going = true;
    let run: Run | undefined = first;
    while (run) {
      const { calls, isFull }: Run = run;
      run = undefined;
      for (const claimed of calls) {
        going &&= claimed === first.calls[0] || this.#mayGoOn(api);
        const askedNext: (() => Promise<Run | undefined>) | null =
          going && isFull && claimed === calls.at(-1) ? this.#askNext(claimed) : null;
        const outcome: SendOutcome | null = going ? await this.#call(claimed, api) : null;
        going &&= outcome?.outcome === 'ok';
        this.#answer({ claimed, outcome });
        if (askedNext) run = await askedNext();
        if (going) this.#scheduleSoon();
      }
    }
    this.#endedRuns += 1;
    this.#schedule();
  }

  #mayGoOn(api: Api): boolean {
    return !this.#stopped && this.#parts.apiOf(this.#tenantId) === api;
  }

  #answer(answer: Answered): void {
    this.#logTrouble(answer);
    this.#notePace(answer);
    this.#answers.push(answer);
  }

  #askNext(last: Claimed): () => Promise<Run | undefined> {
    const next = this.#nextRuns.ask(last);
    this.#schedule();
    return next;
  }

  async #call(claimed: Claimed, api: Api): Promise<SendOutcome> {
    const { store, services, apiRoot } = this.#parts;
    services.crashPoints?.reach('before-call');
    const from = { store, tenantId: this.#tenantId, apiRoot };
    const outcome = await callWithFiles(api, claimed, from);
    services.crashPoints?.reach('after-call');
    return outcome;
  }

  /** Answers in the middle of a run wait a moment for the rest of it, so that they share its commit. */
  #scheduleSoon(): void {
    this.#cancelSoon ??= this.#parts.services.clock.after(answersWaitMs, () => {
      this.#cancelSoon = null;
      this.#schedule();
    });
  }

  #notePace({ claimed, outcome }: Answered): void {
    if (outcome === null) return;
    const { clock, random } = this.#parts.services;
    const { pacing } = this.#state;
    this.#state = {
      ...this.#state,
      pacing: afterOutcome(pacing, claimed.row.chatId, outcome, {
        now: clock.steady(),
        restMs: (troubles) => backoffMs(troubles, fraction(random)),
      }),
    };
  }

  #logTrouble({ claimed, outcome }: Answered): void {
    if (outcome === null) return;
    const { log } = this.#parts.services;
    const row = { tenantId: this.#tenantId, row: claimed.row.id, method: claimed.call.method };
    if (outcome.outcome === 'flood') {
      log.warn('telegram.flood', { ...row, retryAfterMs: outcome.retryAfterMs });
    } else if (outcome.outcome === 'transient' || outcome.outcome === 'unknown') {
      log.warn(`telegram.send_${outcome.outcome}`, { ...row, description: outcome.description });
    }
  }

  #rest(error: unknown): void {
    const { random, log } = this.#parts.services;
    this.#faults += 1;
    // The program ended before this call did: the next start finds the row as it is.
    if (errorCode(error) === 'storage.closed') return;
    const backoff = backoffMs(this.#faults, fraction(random));
    const waitMs = this.#stopped ? Math.min(backoff, stoppingWaitMs) : backoff;
    log.error('telegram.send_pass_failed', {
      tenantId: this.#tenantId,
      code: errorCode(error),
      waitMs,
    });
    this.#timer(waitMs);
  }

  #timer(ms: number): void {
    this.#clearTimer();
    this.#cancelTimer = this.#parts.services.clock.after(Math.min(ms, longestTimerMs), () => {
      this.#cancelTimer = null;
      this.#schedule();
    });
  }

  #clearTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }
}

function durableOf(joined: readonly Joining[], claimed: ClaimResult | null): Durable {
  const claimsAny = claimed !== null && claimed.runs.length + claimed.ahead.size > 0;
  return claimsAny || joined.some(({ durable }) => durable === 'at-commit') ? 'at-commit' : 'soon';
}
