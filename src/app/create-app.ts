import type { Clock } from '#src/core/clock.ts';
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { Llm } from '#src/core/llm.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import { systemRandom } from '#src/core/random.ts';
import { createHttpServer } from '#src/http/server.ts';
import { stripeWebhook } from '#src/http/stripe-webhook.ts';
import { lockDataDir } from '#src/storage/data-lock.ts';
import { loadMasterKey } from '#src/storage/load-master-key.ts';
import { controlFileExists } from '#src/storage/open-control-store.ts';
import type { Disk } from '#src/storage/open-file.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { proveEncryption } from '#src/storage/self-test.ts';
import { createWebhookDoor } from '#src/telegram/ingest/webhook-door.ts';
import { enterMode } from '#src/stripe/enter-mode.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { migrateAtStart } from './migrate-at-start.ts';
import { openStripe } from './open-stripe.ts';
import { openShardThreads } from './shards/open-shard-threads.ts';
import { isBilled } from './stripe-settings.ts';
import { warnOfProviders } from './warn-of-providers.ts';
import { warnOfStripe } from './warn-of-stripe.ts';

/** Ports that tests replace. They do not cross into other threads: with any of them all tenants are worked on in this one. */
export interface AppOverrides {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  /** In place of the configured providers. */
  readonly llm?: Llm;
  /** Where the process dies. */
  readonly crashPoints?: CrashPoints;
  /** What the disk under the tenants' files says to writes. */
  readonly disk?: Disk;
}

/** The whole program. */
export interface App {
  /** Opens everything and takes updates. What was opened is closed again when it throws (an AppError tells why). */
  start(): Promise<void>;
  /** Takes nothing more, finishes what is under way, closes everything. Safe to call at any time, also twice. */
  stop(): Promise<void>;
  /** Where the HTTP server listens; empty before the start. */
  readonly url: string;
}

/** The one composition root: the only place that knows every part. */
export function createApp(config: Config, overrides: AppOverrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const random = overrides.random ?? systemRandom;
  const log = overrides.log ?? createLog({ level: config.logLevel });
  /** What must be undone, newest last. */
  const opened: (() => Promise<void> | void)[] = [];
  let url = '';

  async function open(): Promise<void> {
    const { tenantsDir: dir, host, port, publicUrl } = config;
    const masterKey = loadMasterKey(config.masterKey, {
      dataDir: dir,
      controlExists: controlFileExists(dir),
    });
    const lock = lockDataDir(dir);
    opened.push(() => lock.release());
    proveEncryption();
    const { crashPoints, disk } = overrides;
    const alone = config.shards === 1 || Object.keys(overrides).length > 0;
    const storage = await openStorage({
      dir,
      masterKey,
      clock,
      random,
      log,
      disk,
      // A clock that somebody moves by hand does not wait for the disk.
      flushInBackground: clock === systemClock,
      // Shards in threads have the files open themselves.
      ...(alone ? {} : { maxOpen: 0 }),
    });
    opened.push(() => storage.close());
    const { control, store, migrator } = storage;
    await migrateAtStart(migrator, log);
    const stripeBook = storage.stripeBook();
    if (isBilled(config.stripe)) await enterMode(config.stripe, { book: stripeBook, log });
    const plans = await storage.planBook({ billing: isBilled(config.stripe) });
    const stripe = await openStripe(config.stripe, {
      book: stripeBook,
      plans,
      clock,
      log,
      crashPoints,
      tenantExists: async (tenantId) => (await control.get(tenantId)) !== undefined,
    });
    // Loaded where something is billed: features, which otherwise only shards need.
    const account =
      stripe &&
      (await import('./open-account.ts')).openAccount(config, {
        book: storage.accountBook(),
        control,
        store,
        services: {
          clock,
          random,
          log,
          texts: (await import('#src/telegram/texts.ts')).createTexts(),
          usage: storage.usageBook(config.dailyCaps),
          plans,
          stripe: stripe.port,
          crashPoints,
        },
        serverUrl: () => url,
      });
    const journal = storage.arrivalJournal();
    opened.push(() => journal.close());
    const door = createWebhookDoor({
      journal,
      clock,
      log,
      crashPoints,
      deliver: (arrivals) => shards.take(arrivals),
    });
    const http = createHttpServer({
      host,
      port,
      log,
      handleHook: (call) => door.handle(call),
      isWell: () => shards.ping(),
      routes: [
        ...(stripe ? [stripeWebhook((delivery) => stripe.takeEvent(delivery))] : []),
        ...(account ? [account] : []),
      ],
      ...(crashPoints ? { onAnswered: () => crashPoints.reach('update-acknowledged') } : {}),
    });
    opened.push(() => http.stop());
    // What works for tenants is loaded where it works.
    const shards = alone
      ? (await import('./shards/open-shard-here.ts')).openShardHere(config, {
          ...overrides,
          door,
          clock,
          random,
          log,
          storage,
          plans,
        })
      : await openShardThreads({ ...config, masterKey }, { door, onFailure: rethrow });
    opened.push(() => door.stop());
    opened.push(() => shards.stop());
    // Listens before any bot is touched, so that a port in use changes nothing at Telegram.
    url = (await http.start()).url;
    // What arrived earlier is on its way before any bot is polled.
    await door.start();
    await shards.start(url);
    opened.push(() => http.drain());
    http.open();
    if (stripe) {
      // Before the drain, which waits for pages that wait for Stripe.
      opened.push(() => stripe.stop());
      stripe.start();
    }
    if (!overrides.llm) opened.push(warnOfProviders(config.llm, clock, log));

    const tenants = await control.count();
    if (tenants === 0) {
      log.info('app.no-tenants', {
        hint: 'No tenant yet. Create one: npm run tenant -- create <slug> --token-file <file>. It is taken up at once.',
      });
    }
    log.info('app.started', {
      url,
      tenants,
      shards: alone ? 1 : config.shards,
      updates: publicUrl ? 'webhook' : 'polling',
    });
    if (isBilled(config.stripe)) {
      const parts = { config: config.stripe, publicUrl, book: stripeBook, clock, log };
      const warning = warnOfStripe(parts);
      opened.push(() => warning.stop());
    }
  }

  async function close(): Promise<void> {
    for (let undo = opened.pop(); undo; undo = opened.pop()) await undo();
  }

  return {
    async start() {
      try {
        await open();
      } catch (error) {
        await close();
        throw error;
      }
    },
    async stop() {
      await close();
      log.info('app.stopped');
    },
    get url() {
      return url;
    },
  };
}

/** An error of another thread ends the process as one of this thread does. */
function rethrow(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
