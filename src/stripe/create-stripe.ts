import type { Clock } from '#src/core/clock.ts';
import { inTime } from '#src/core/in-time.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { PlanBook } from '#src/core/plans.ts';
import { refuse } from '#src/core/result.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { PriceOffer, StripePort } from '#src/core/stripe.ts';
import { Turns } from '#src/storage/turns.ts';
import { ensureCustomer } from './customers.ts';
import { endSubscriptions } from './end-subscriptions.ts';
import { createEventWorker } from './event-worker.ts';
import { troubleOf } from './fault-of-error.ts';
import { createOffers, type FoundPrice } from './offers.ts';
import { openCheckout, openTopup } from './open-checkout.ts';
import { createConfigurationFinder, openPortal } from './open-portal.ts';
import { isLiveKey } from './key-mode.ts';
import { startNightly } from './nightly.ts';
import { previewChange } from './preview-change.ts';
import { type Customers, reconcile, type Reconciled } from './reconcile.ts';
import { resumeSubscription } from './resume-subscription.ts';
import { createStripeApi, type StripeApi } from './stripe-api.ts';
import { openStripeClient } from './stripe-client.ts';
import type { StripeConfig } from './stripe-config.ts';
import { logFault, syncCustomer } from './sync-customer.ts';
import { createEventIntake, type EventDelivery } from './take-event.ts';

/** What Stripe's side of the program stands on. */
export interface StripeParts {
  readonly book: StripeBook;
  readonly plans: PlanBook;
  readonly clock: Clock;
  readonly log: Log;
  readonly crashPoints?: CrashPoints | undefined;
  /** False once a tenant is purged. */
  tenantExists(tenantId: TenantId): Promise<boolean>;
  /** In place of the calls to Stripe that keep the mirror; only in tests. */
  readonly api?: StripeApi | undefined;
}

/** Stripe's side of the program: what others ask of it, events in, and the work that keeps its mirror. */
export interface StripeSide {
  readonly port: StripePort;
  /** Takes a delivery of Stripe's; throws when it cannot be stored. */
  takeEvent(delivery: EventDelivery): Promise<{ readonly status: 200 | 400 }>;
  /** Takes up stored events, and reconciles a minute from now and each night. */
  start(): void;
  /** Reconciles now. */
  reconcile(): Promise<Reconciled>;
  /** Resolves when all stored events are done or wait for their next try. */
  idle(): Promise<void>;
  /** Ends calls that are under way; what was not finished is taken up by the next start. */
  stop(): Promise<void>;
}

/** A stop waits no longer than this for calls that do not end. */
const mostStopMs = 3_000;

/** Makes it. Connects to nothing, and loads no client, before it is asked. */
export function createStripe(config: StripeConfig, given: StripeParts): StripeSide {
  const { book, clock, log } = given;
  const client = openStripeClient(config);
  const turns = new Turns<string>();
  const api = given.api ?? createStripeApi(client, given.crashPoints);
  const parts = { ...given, client, turns, api };
  const offers = createOffers(client, clock, log);
  const worker = createEventWorker(parts);
  const sync = (customerId: string) =>
    turns.take(customerId, () => syncCustomer(parts, customerId));
  const pages = { ...parts, offers, config, sync };
  const configurations = createConfigurationFinder(client, clock);
  const reconcileNow = async (stopping: AbortSignal, whom: Customers) => {
    const done = await reconcile(parts, stopping, whom);
    worker.wake();
    return done;
  };
  let endNightly = async () => {};

  const port: StripePort = {
    trialDays: config.trialDays,
    ensureCustomer: (tenantId, options) => ensureCustomer(parts, tenantId, options?.name),
    checkout: (tenantId, wish) => openCheckout(pages, tenantId, wish),
    topupCheckout: (tenantId, wish) => openTopup(pages, tenantId, wish),
    portal: (tenantId, wish) => openPortal({ ...pages, configurations }, tenantId, wish),
    previewChange: (tenantId, priceKey) =>
      previewChange({ ...pages, configurations }, tenantId, priceKey),
    resume: (tenantId) => resumeSubscription(pages, tenantId),
    async endSubscriptions(tenantId, when) {
      const customerId = await book.customerOf(tenantId);
      if (customerId === null) return { ok: true };
      const ended = await endSubscriptions(parts, customerId, when);
      // A customer that was deleted at Stripe has none; the sync finds that out.
      if (!ended.ok && ended.reason !== 'no-such-object') {
        logFault(log, ended, { tenantId, what: 'end-subscriptions' });
        return refuse(troubleOf(ended.reason));
      }
      const synced = await port.sync(tenantId);
      // What ended has ended, also where reading it failed: its events and the nightly look bring the state.
      return ended.ok ? { ok: true } : synced;
    },
    async sync(tenantId) {
      const customerId = await book.customerOf(tenantId);
      if (customerId === null) return { ok: true };
      const synced = await sync(customerId);
      if (synced.ok || synced.reason === 'unknown-customer') return { ok: true };
      return refuse(troubleOf(synced.reason));
    },
    async prices() {
      const found = await offers.all();
      if (!found.ok) return refuse(troubleOf(found.reason));
      return { ok: true, offers: found.prices.map(toOffer) };
    },
    trialUsed: (tenantId, userId) => book.trialUsed(tenantId, userId),
  };

  return {
    port,
    takeEvent: createEventIntake({
      book,
      secrets: config.webhookSecrets,
      livemode: isLiveKey(config.secretKey),
      clock,
      log,
      onStored: () => worker.wake(),
      crashPoints: given.crashPoints,
    }),
    start() {
      worker.wake();
      endNightly = startNightly({ clock, log, seed: config.secretKey }, reconcileNow);
    },
    reconcile: () => reconcileNow(new AbortController().signal, 'all'),
    idle: () => worker.idle(),
    async stop() {
      const ended = Promise.all([endNightly(), worker.stop()]);
      client.close();
      // The client makes a call again whose connection ended; nobody waits for that.
      await inTime(clock, mostStopMs, ended);
    },
  };
}

function toOffer({ key, currency, amount, interval }: FoundPrice): PriceOffer {
  return { key, currency, amount, interval };
}
