import type { Clock } from '#src/core/clock.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { OpenStripeEvent } from '#src/core/stripe-book.ts';
import type { Turns } from '#src/storage/turns.ts';
import { syncCustomer, type SyncOutcome, type SyncParts } from './sync-customer.ts';

/** What the worker stands on. */
export interface WorkerParts extends Omit<SyncParts, 'clock'> {
  readonly clock: Clock;
  /** One sync of a customer at a time, whoever asks for it. */
  readonly turns: Turns<string>;
}

/** Works off stored events. */
export interface EventWorker {
  /** There may be events. */
  wake(): void;
  /** Takes up nothing more and waits for what is under way. */
  stop(): Promise<void>;
  /** Resolves when all events are done or wait for their next try. */
  idle(): Promise<void>;
}

/** Events that are looked at together; those of one customer are one sync. */
const batch = 1_000;
/** Customers at one time. */
const atOnce = 4;
const firstRestMs = 5_000;
const longestRestMs = 15 * 60_000;

/** How long a customer is left alone after so many failed tries, in ms. */
export function restAfter(attempts: number): number {
  return Math.min(longestRestMs, firstRestMs * 2 ** Math.min(attempts, 20));
}

/** Makes the worker, which does nothing before the first `wake`. */
export function createEventWorker(parts: WorkerParts): EventWorker {
  const { book, clock, log } = parts;
  /** Until when customers and charges rest whose last try failed, by the steady clock. */
  const resting = new Map<string, number>();
  const timers = new Set<() => void>();
  let running: Promise<void> | undefined;
  let woken = false;
  let stopped = false;

  const wake = (): void => {
    woken = true;
    if (stopped || running) return;
    running = run()
      .catch((error: unknown) => {
        log.error('stripe.worker-failed', { code: errorCode(error) });
        wakeAfter(firstRestMs);
      })
      .finally(() => {
        running = undefined;
        if (woken) wake();
      });
  };

  const wakeAfter = (ms: number): void => {
    if (stopped) return;
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      wake();
    });
    timers.add(cancel);
  };

  async function run(): Promise<void> {
    while (woken && !stopped) {
      woken = false;
      const groups = await nextGroups();
      const queue = [...groups];
      const work = async () => {
        for (let group = queue.shift(); group && !stopped; group = queue.shift())
          await settle(group);
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
      // Others may have come, or stand behind this batch.
      if (groups.length > 0) woken = true;
    }
  }

  /** Of those who do not rest, the ones that wait longest: who rests must not stand in the way of others. */
  async function nextGroups(): Promise<EventGroup[]> {
    for (let skip = 0; ; skip += batch) {
      const open = await book.openEvents(batch, skip);
      const groups = groupEvents(open).filter(({ key }) => !rests(key));
      if (groups.length > 0 || open.length < batch) return groups;
    }
  }

  function rests(key: string): boolean {
    const until = resting.get(key);
    if (until === undefined) return false;
    if (until > clock.steady()) return true;
    resting.delete(key);
    return false;
  }

  async function settle({ key, events, attempts }: EventGroup): Promise<void> {
    const ids = events.map(({ eventId }) => eventId);
    const outcome = await attempt(events).catch((error: unknown) => {
      log.error('stripe.sync-failed', { key, code: errorCode(error) });
      return { ok: false, reason: errorCode(error) } as const;
    });
    if (outcome.ok) return await book.settleEvents(ids);
    if (outcome.reason === 'unknown-customer' || outcome.reason === 'no-customer') {
      log.info('stripe.event-of-nobody', { key, reason: outcome.reason, events: ids.length });
      return await book.settleEvents(ids, outcome.reason);
    }
    await book.failEvents(ids, outcome.reason);
    const rest = restAfter(attempts);
    resting.set(key, clock.steady() + rest);
    wakeAfter(rest);
  }

  async function attempt(
    events: readonly OpenStripeEvent[],
  ): Promise<SyncOutcome | { readonly ok: false; readonly reason: 'no-customer' }> {
    const [first] = events;
    let customerId = first?.customerId ?? null;
    if (first && customerId === null && first.chargeId !== null) {
      const asked = await parts.api.customerOfCharge(first.chargeId);
      if (!asked.ok && asked.reason !== 'no-such-object')
        return { ok: false, reason: asked.reason };
      customerId = asked.ok ? asked.value : null;
      // A warning is found again by its customer.
      if (customerId !== null) {
        for (const { eventId } of events) await book.nameCustomer(eventId, customerId);
      }
    }
    if (customerId === null) return { ok: false, reason: 'no-customer' };
    const id = customerId;
    return await parts.turns.take(id, () => syncCustomer(parts, id));
  }

  return {
    wake,
    async stop() {
      stopped = true;
      for (const cancel of timers) cancel();
      await running;
    },
    async idle() {
      while (running) await running;
    },
  };
}

/** Events that one sync settles. */
interface EventGroup {
  readonly key: string;
  readonly events: readonly OpenStripeEvent[];
  /** The most tries of any. */
  readonly attempts: number;
}

function groupEvents(open: readonly OpenStripeEvent[]): EventGroup[] {
  const groups = Map.groupBy(open, ({ customerId, chargeId }) => customerId ?? chargeId ?? '');
  return [...groups].map(([key, events]) => ({
    key,
    events,
    attempts: Math.max(...events.map(({ attempts }) => attempts)),
  }));
}
