import type { CrashPoints } from '#src/core/crash-points.ts';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { PlanBook } from '#src/core/plans.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import { topupDrafts } from '#src/core/stripe.ts';
import type { CustomerFacts } from './facts.ts';
import { type FaultReason, isPassing, type StripeFault } from './fault-of-error.ts';
import { cancellationsOf } from './rules/cancellations.ts';
import { holdChangesOf, warningHoldMs } from './rules/holds.ts';
import { endedState, stateOf } from './rules/state-of.ts';
import { isAlive, isLive } from './rules/statuses.ts';
import type { StripeApi } from './stripe-api.ts';
import type { Asked } from './stripe-client.ts';

/** What keeping the mirror stands on. */
export interface SyncParts {
  readonly api: StripeApi;
  readonly book: StripeBook;
  readonly plans: PlanBook;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** False once a tenant is purged. */
  tenantExists(tenantId: TenantId): Promise<boolean>;
  readonly crashPoints?: CrashPoints | undefined;
}

/** How it ended. `unknown-customer`: it is no tenant's of this installation, and nothing was read. */
export type SyncOutcome =
  | { readonly ok: true; readonly tenantId: TenantId }
  | { readonly ok: false; readonly reason: 'unknown-customer' | FaultReason };

/**
 * Reads everything about a customer at Stripe anew and stores what it means for the customer's tenant. Whose customer it is
 * only our own table says. Any number of times, in any order, after a crash anywhere: what counts is what Stripe says last.
 * Callers see to it that one customer is synced by one call at a time.
 */
export async function syncCustomer(parts: SyncParts, customerId: string): Promise<SyncOutcome> {
  const { book, plans, log, crashPoints } = parts;
  const tenantId = await book.tenantOf(customerId);
  if (tenantId === null) return { ok: false, reason: 'unknown-customer' };
  const there = await parts.tenantExists(tenantId);
  const read = await readSettled(parts, { customerId, tenantId, there });
  if (!read.ok) {
    logFault(log, read, { customerId, tenantId });
    if (!there) await book.noteEndFailed(customerId);
    return { ok: false, reason: read.reason };
  }
  const { facts } = read;
  crashPoints?.reach('stripe-read');

  if (!there) {
    if (facts.subscriptions.some(isAlive)) {
      // Not forgotten, so that each night tries again and the doctor tells of it. More tries would not help.
      await book.noteEndFailed(customerId);
      log.warn('stripe.purged-goes-on', { tenantId, customerId });
    } else await book.forgetCustomer(customerId);
    return { ok: true, tenantId };
  }
  const before = plans.of(tenantId)?.subscription ?? null;
  if (facts.deleted) {
    const subscription = endedState(before, parts.clock.now());
    await plans.store(tenantId, { subscription, oddity: null });
    crashPoints?.reach('stripe-end-stored');
    // Last, so that a crash in between has it done again.
    await book.forgetCustomer(customerId);
    log.info('stripe.customer-deleted', { tenantId, customerId });
    return { ok: true, tenantId };
  }

  if (facts.subscriptions.some(({ trialEnd }) => trialEnd !== null)) {
    await book.useTrial(tenantId);
    crashPoints?.reach('stripe-trial-used');
  }
  for (const topup of facts.topups) {
    if (await plans.addTopup(tenantId, topup)) {
      log.info('stripe.topup-added', { tenantId, drafts: topup.drafts });
      crashPoints?.reach('stripe-topup-added');
    }
  }
  const state = stateOf(facts, before);
  const stored = await plans.store(tenantId, state);
  if (state.oddity !== null && stored.before?.oddity !== state.oddity) {
    log.warn('stripe.oddity', { tenantId, oddity: state.oddity });
  }
  crashPoints?.reach('stripe-row-stored');
  for (const { id, isCreditedDuplicate } of facts.subscriptions) {
    if (isCreditedDuplicate && (await plans.addDuplicate(tenantId, id))) {
      log.info('stripe.duplicate-credited', { tenantId, subscriptionId: id });
      crashPoints?.reach('stripe-duplicate-added');
    }
  }
  if (facts.subscriptions.some(({ status }) => isLive(status))) {
    await closeOtherTabs(parts, tenantId);
  }
  return { ok: true, tenantId };
}

type Read = { readonly ok: true; readonly facts: CustomerFacts } | StripeFault;

interface Whose {
  readonly customerId: string;
  readonly tenantId: TenantId;
  readonly there: boolean;
}

/** What is changed at Stripe is read again, and looked at again so often: something may have happened there meanwhile. */
const mostRounds = 3;

/** Reads, changes at Stripe what must not go on as it is, and reads again where something was changed. */
async function readSettled(parts: SyncParts, whose: Whose): Promise<Read> {
  const { api, book, clock } = parts;
  const { customerId } = whose;
  const warnings = await book.fraudWarnings(customerId, clock.now() - warningHoldMs);
  const refused = new Set<string>();
  let read = await api.readCustomer(customerId, warnings);
  for (let round = 0; read.ok && round < mostRounds; round += 1) {
    const changed = await settle(parts, { ...whose, refused }, read.value);
    if (!changed.ok) return changed;
    if (changed.value === 0) break;
    read = await api.readCustomer(customerId, warnings);
  }
  return read.ok ? { ok: true, facts: read.value } : read;
}

/**
 * Ends subscriptions that must not go on, and plans the ends of those that are held; gives how many changes were asked for. What
 * Stripe refuses is added to `refused` and not asked for again: somebody must do it by hand; what is known is stored all the same.
 */
async function settle(
  { api, log, crashPoints }: SyncParts,
  { customerId, tenantId, there, refused }: Whose & { readonly refused: Set<string> },
  facts: CustomerFacts,
): Promise<Asked<number>> {
  const isNew = (change: object) => !refused.has(JSON.stringify(change));
  const all = cancellationsOf(facts, there);
  const cancellations = all.filter(isNew);
  for (const cancellation of cancellations) {
    const { subscriptionId, why } = cancellation;
    const ended = await api.cancel(cancellation);
    if (ended.ok) {
      log.warn('stripe.subscription-cancelled', { tenantId, customerId, subscriptionId, why });
      crashPoints?.reach('stripe-subscription-cancelled');
      continue;
    }
    if (isPassing(ended.reason)) return ended;
    refused.add(JSON.stringify(cancellation));
    logFault(log, ended, { tenantId, subscriptionId, what: why });
  }
  const ended = new Set(all.map(({ subscriptionId }) => subscriptionId));
  const changes = holdChangesOf(facts)
    .filter(({ subscriptionId }) => !ended.has(subscriptionId))
    .filter(isNew);
  for (const change of changes) {
    const { subscriptionId, ...what } = change;
    const asked = await api.changeEnd(change);
    if (asked.ok) {
      log.warn('stripe.hold-changed', { tenantId, customerId, subscriptionId, ...what });
      crashPoints?.reach('stripe-end-changed');
      continue;
    }
    if (isPassing(asked.reason)) return asked;
    refused.add(JSON.stringify(change));
    logFault(log, asked, { tenantId, subscriptionId, what: 'hold' });
  }
  return { ok: true, value: cancellations.length + changes.length };
}

/** Pages that would buy a second subscription are ended. That Stripe cannot be asked now does no harm: a second one is ended, too. */
async function closeOtherTabs({ api, book }: SyncParts, tenantId: TenantId): Promise<void> {
  for (const { nonce, sessionId, priceKey, ...checkout } of await book.openCheckouts(
    tenantId,
    null,
  )) {
    if (checkout.tenantId !== tenantId || priceKey in topupDrafts) continue;
    const ended = await api.expireSession(sessionId);
    if (ended.ok) await book.closeCheckout(nonce);
  }
}

/** One line for a call that failed; ids and codes only. */
export function logFault(
  log: Log,
  { reason, code, requestId }: StripeFault,
  about: Readonly<Record<string, string>> = {},
): void {
  log.warn('stripe.call-failed', { ...about, reason, code, requestId });
}
