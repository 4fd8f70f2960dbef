import { errorCode } from '#src/core/error-code.ts';
import type { PlanRow } from '#src/core/plans.ts';
import { lateEventMs, type MappedCustomer } from '#src/core/stripe-book.ts';
import { isPassing } from './fault-of-error.ts';
import type { WorkerParts } from './event-worker.ts';
import { logFault, syncCustomer } from './sync-customer.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How far back Stripe lists events (API reference, "Events"). */
const listedMs = 30 * dayMs;
/** Events stand in the list a moment late. */
const overlapMs = 2 * hourMs;
const keptMs = 60 * dayMs;
const silentMs = 8 * dayMs;
/** A customer who has bought nothing so long after the checkout was begun will not have done so unseen. */
const abandonedMs = 45 * dayMs;

/** What a reconcile found. */
export interface Reconciled {
  readonly synced: number;
  readonly failed: number;
  /** Events in Stripe's list that had not been delivered. */
  readonly missed: number;
  /** Whom to go through once more soon: those who failed by a fault that passes, or the same as now since Stripe was away. */
  readonly again: Customers;
}

/** Customers by their ids, or everybody and Stripe's list of events. */
export type Customers = 'all' | readonly string[];

/**
 * Brings everything in line with Stripe without relying on deliveries: goes through Stripe's list of events since the last time,
 * and syncs every customer whose subscription has not ended; of `whom` alone when they are named. Says in the log when deliveries do
 * not come.
 */
export async function reconcile(
  parts: WorkerParts,
  stopping: AbortSignal,
  whom: Customers,
): Promise<Reconciled> {
  const { book, clock, log } = parts;
  if (whom !== 'all') {
    const { away, passing, ...counts } = await syncDue(parts, stopping, whom);
    log.info('stripe.reconciled-again', counts);
    return { ...counts, missed: 0, again: away ? whom : passing };
  }
  const began = clock.now();
  const { missed, away: listAway } = await takeListed(parts, began, stopping);
  const { away, passing, ...counts } = await syncDue(parts, stopping, whom);
  await book.purgeEvents(began - keptMs);
  if (missed > 0) log.warn('stripe.events-missed', { events: missed });
  await warnOfSilence(parts, began);
  log.info('stripe.reconciled', { ...counts, missed });
  return { ...counts, missed, again: listAway || away ? 'all' : passing };
}

/** How syncing customers went. `passing`: who failed by a fault that passes. */
interface SyncedDue {
  readonly synced: number;
  readonly failed: number;
  readonly passing: readonly string[];
  /** Stripe was away, so nobody after that was asked for. */
  readonly away: boolean;
}

async function syncDue(
  parts: WorkerParts,
  stopping: AbortSignal,
  whom: Customers,
): Promise<SyncedDue> {
  const { book, plans, clock, log } = parts;
  const began = clock.now();
  const passing: string[] = [];
  let synced = 0;
  let failed = 0;
  let inARow = 0;
  for (const customer of await book.customers()) {
    if (stopping.aborted) break;
    if (whom !== 'all' && !whom.includes(customer.customerId)) continue;
    const gone = !(await parts.tenantExists(customer.tenantId));
    if (!gone && !isDue(customer, plans.of(customer.tenantId), began)) continue;
    const { customerId } = customer;
    const outcome = await parts.turns
      .take(customerId, () => syncCustomer(parts, customerId))
      .catch((error: unknown) => {
        log.error('stripe.sync-failed', { key: customerId, code: errorCode(error) });
        return { ok: false, reason: 'refused' } as const;
      });
    if (outcome.ok) synced += 1;
    else failed += 1;
    const isAway =
      !outcome.ok && outcome.reason !== 'unknown-customer' && isPassing(outcome.reason);
    inARow = isAway ? inARow + 1 : 0;
    if (isAway) passing.push(customerId);
    // While Stripe is away there is no point in asking for the others; the next events or the next hour will.
    if (inARow === awayAfter) return { synced, failed, passing, away: true };
  }
  return { synced, failed, passing, away: false };
}

/** Faults that pass in a row from which on Stripe is away; one alone may be this customer's. */
const awayAfter = 3;

/** Whether a customer may have another state than the one that is stored. One that was never read in this mode may. */
export function isDue({ createdAt }: MappedCustomer, row: PlanRow | null, now: number): boolean {
  if (row && row.syncedAt === null) return true;
  const subscription = row?.subscription;
  if (!subscription) return now - createdAt < abandonedMs;
  return subscription.endedAt === null;
}

/** Stores listed events that did not come; the list is gone through from where it was left. Gives how many are late. */
async function takeListed(
  { api, book, log }: WorkerParts,
  now: number,
  stopping: AbortSignal,
): Promise<{ readonly missed: number; readonly away: boolean }> {
  const until = (await book.listedUntil()) ?? (await book.customers())[0]?.createdAt ?? now;
  const oldest = now - listedMs;
  // Our clock was ahead then: nobody knows how far the list was gone through.
  const from = until > now ? oldest : Math.max(oldest, until - overlapMs);
  let after: string | null = null;
  let missed = 0;
  do {
    const page: Awaited<ReturnType<typeof api.eventsSince>> = await api.eventsSince(from, after);
    if (!page.ok) {
      logFault(log, page, { what: 'events' });
      return { missed, away: isPassing(page.reason) };
    }
    for (const event of page.value.events) {
      const added = await book.storeEvent(event, 'listed');
      if (added && now - event.createdAt > lateEventMs) missed += 1;
    }
    after = page.value.next;
  } while (after !== null && !stopping.aborted);
  if (after === null) await book.setListedUntil(now);
  return { missed, away: false };
}

/** Subscriptions run, nothing was delivered for long, and Stripe's list has what should have been. */
async function warnOfSilence({ book, plans, log }: WorkerParts, now: number): Promise<void> {
  const { deliveredAt, missedAt } = await book.eventCounts();
  if (missedAt === null || (deliveredAt !== null && missedAt < deliveredAt)) return;
  const mapped = await book.customers();
  const since = deliveredAt ?? Math.min(now, ...mapped.map(({ createdAt }) => createdAt));
  const live = mapped.some(({ tenantId }) => plans.of(tenantId)?.subscription?.endedAt === null);
  if (!live || now - since < silentMs) return;
  log.error('stripe.no-events', { days: Math.floor((now - since) / dayMs) });
}
