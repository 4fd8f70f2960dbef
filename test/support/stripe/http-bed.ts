import type { CrashPoints } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import { type Log, type LogFields, silentLog } from '#src/core/log.ts';
import type { PlanBook } from '#src/core/plans.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import { createHttpServer } from '#src/http/server.ts';
import { stripeWebhook } from '#src/http/stripe-webhook.ts';
import { createStripe, type StripeSide } from '#src/stripe/create-stripe.ts';
import { enterMode } from '#src/stripe/enter-mode.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

/** Stripe's side of the program with its real client, beside a fake Stripe over HTTP that delivers to it. */
export interface HttpBed extends AsyncDisposable {
  readonly fake: FakeStripe;
  readonly storage: TestStorage;
  readonly clock: ManualClock;
  readonly book: StripeBook;
  readonly plans: PlanBook;
  readonly side: StripeSide;
  readonly config: StripeConfig;
  readonly lines: string[];
  /** Origin of our server. */
  readonly url: string;
  /** Waits until everything was delivered and worked off. */
  settled(): Promise<void>;
  /** Moves our clock and Stripe's. */
  advance(ms: number): Promise<void>;
}

const secret = 'whsec_httpbed00000000';
const start = Date.UTC(2026, 10, 20, 12);
const decadeMs = 3_650 * 86_400_000;

/** What a bed may be opened on. */
export interface HttpBedOn {
  /** Stays open afterwards, so that another bed can go on with it, as a restart with other settings does. */
  readonly storage?: TestStorage;
  readonly clock?: ManualClock;
  /** The key that the fake takes; one of live mode makes it play live mode. Not named: the fake's own. */
  readonly accountKey?: string;
  readonly crashPoints?: CrashPoints;
}

/** Opens it, with our prices for sale. */
export async function openHttpBed(
  more: Partial<StripeConfig> = {},
  on: HttpBedOn = {},
): Promise<HttpBed> {
  const clock = on.clock ?? manualClock(start);
  const storage = on.storage ?? (await openTestStorage({ clock, inMemory: true }));
  const lines: string[] = [];
  const line = (event: string, fields: LogFields = {}) =>
    void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const book = storage.storage.stripeBook();
  const begin = clock.now();
  const fake = await startFakeStripe({
    now: () => begin,
    signedAt: () => clock.now(),
    // Ids of two accounts are never the same.
    seed: on.accountKey?.startsWith('sk_live') ? 2 : 1,
    ...(on.accountKey === undefined ? {} : { secretKey: on.accountKey }),
  });
  const config: StripeConfig = {
    secretKey: fake.secretKey,
    webhookSecrets: [secret],
    apiBase: fake.url,
    trialDays: 14,
    tax: false,
    ...more,
  };
  await enterMode(config, { book, log });
  const plans = await storage.storage.planBook({ billing: true, lookEveryMs: decadeMs });
  const side = createStripe(config, {
    crashPoints: on.crashPoints,
    book,
    plans,
    clock,
    log,
    tenantExists: (tenantId: TenantId) => Promise.resolve(tenantId.startsWith('t-')),
  });
  const http = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    handleHook: () => Promise.resolve({ status: 200 }),
    routes: [stripeWebhook((delivery) => side.takeEvent(delivery))],
  });
  const { url } = await http.start();
  http.open();
  fake.addEndpoint(`${url}/stripe/webhook`, { secret });
  for (const [key, amount, every] of [
    ['pro_monthly', 1_900, 'month'],
    ['pro_yearly', 19_000, 'year'],
    ['studio_monthly', 4_900, 'month'],
    ['studio_yearly', 49_000, 'year'],
  ] as const) {
    fake.sell({ key, name: key, amount, every });
  }
  fake.sell({ key: 'drafts_topup_500', name: 'Drafts', amount: 900 });

  const settled = async () => {
    await fake.settled();
    await side.idle();
    // What a sync ended has events of its own.
    await fake.settled();
    await side.idle();
  };
  return {
    fake,
    storage,
    clock,
    book,
    plans,
    side,
    config,
    lines,
    url,
    settled,
    async advance(ms) {
      await clock.advance(ms);
      fake.clock.advance(ms);
      await settled();
    },
    async [Symbol.asyncDispose]() {
      await http.stop();
      await side.stop();
      await fake[Symbol.asyncDispose]();
      plans.close();
      if (!on.storage) await storage[Symbol.asyncDispose]();
    },
  };
}
