import type { CrashPoint } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log, LogFields } from '#src/core/log.ts';
import type { PlanBook, SubscriptionState } from '#src/core/plans.ts';
import type { StripeBook, StripeEvent } from '#src/core/stripe-book.ts';
import { createStripe, type StripeSide } from '#src/stripe/create-stripe.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { delivery, eventBody } from './signed-event.ts';
import { SmallStripe } from './small-stripe.ts';

/** Stripe's side of the program on real storage, beside an account in memory. */
export interface StripeBed extends AsyncDisposable {
  readonly storage: TestStorage;
  readonly clock: ManualClock;
  readonly account: SmallStripe;
  readonly book: StripeBook;
  readonly plans: PlanBook;
  readonly side: StripeSide;
  /** Lines of the log, as `event {fields}`. */
  readonly lines: string[];
  readonly goneTenants: Set<TenantId>;
  /** A sync that passes this step ends there, as if the program died. */
  diesAt: CrashPoint | null;
  /** A tenant with a customer of the account. */
  addTenant(): Promise<{ tenantId: TenantId; customerId: string }>;
  /** Delivers an event, signed now or at another time (epoch ms); `more` goes into its object. */
  deliver(
    event: StripeEvent,
    how?: { readonly more?: object; readonly signedAt?: number },
  ): Promise<{ readonly status: 200 | 400 }>;
  /** Delivers what was not delivered before, in its order, and waits until it is worked off. */
  hear(): Promise<void>;
  /** The state of the subscription that the tenant's plan rests on. */
  stateOf(tenantId: TenantId): SubscriptionState | null;
  /** Moves both clocks. */
  advance(ms: number): Promise<void>;
  /** Stops and starts Stripe's side, as a restart does. */
  restart(): Promise<void>;
}

const dayMs = 86_400_000;

/** The first of the secrets that the bed's endpoint takes. */
export const bedSecret = 'whsec_first0000000000';

const usual: StripeConfig = {
  secretKey: 'sk_test_bed00000',
  webhookSecrets: [bedSecret],
  apiBase: 'http://127.0.0.1:9',
  trialDays: 14,
  tax: false,
};

/** Opens it. `start` is left to the test. */
export async function openStripeBed(config: Partial<StripeConfig> = {}): Promise<StripeBed> {
  const clock = manualClock(Date.UTC(2026, 10, 20, 12));
  const storage = await openTestStorage({ clock, inMemory: true });
  const account = new SmallStripe(clock.now());
  const lines: string[] = [];
  const line = (event: string, fields: LogFields = {}) =>
    void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const book = storage.storage.stripeBook();
  const plans = await storage.storage.planBook({ billing: true, lookEveryMs: 1_000 * dayMs });
  const goneTenants = new Set<TenantId>();
  let diesAt: CrashPoint | null = null;
  const make = () =>
    createStripe(
      { ...usual, ...config },
      {
        book,
        plans,
        clock,
        log,
        api: account,
        crashPoints: {
          reach(point) {
            if (point === diesAt) throw new Error(`dies at ${point}`);
          },
        },
        tenantExists: (tenantId) => Promise.resolve(!goneTenants.has(tenantId)),
      },
    );
  let side = make();
  let tenants = 0;
  const delivered = new Set<string>();
  const deliver: StripeBed['deliver'] = async (event, { more, signedAt = clock.now() } = {}) => {
    const taken = await side.takeEvent(delivery(eventBody(event, more), bedSecret, signedAt));
    // What was refused comes again.
    if (taken.status === 200) delivered.add(event.eventId);
    return taken;
  };
  return {
    storage,
    clock,
    account,
    book,
    plans,
    get side() {
      return side;
    },
    lines,
    goneTenants,
    get diesAt() {
      return diesAt;
    },
    set diesAt(point) {
      diesAt = point;
    },
    async addTenant() {
      tenants += 1;
      const tenantId = `t-${tenants}` as TenantId;
      const customerId = account.addCustomer();
      await book.addCustomer(tenantId, customerId);
      return { tenantId, customerId };
    },
    deliver,
    async hear() {
      for (const event of account.events) if (!delivered.has(event.eventId)) await deliver(event);
      await side.idle();
    },
    stateOf: (tenantId) => plans.of(tenantId)?.subscription ?? null,
    async advance(ms) {
      account.now += ms;
      await clock.advance(ms);
      await side.idle();
    },
    async restart() {
      await side.stop();
      side = make();
    },
    async [Symbol.asyncDispose]() {
      await side.stop();
      plans.close();
      await storage[Symbol.asyncDispose]();
    },
  };
}
