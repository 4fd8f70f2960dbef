import type { Clock } from '#src/core/clock.ts';
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoints } from '#src/core/crash-points.ts';
import type { Llm } from '#src/core/llm.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantId } from '#src/core/ids.ts';
import { createHttpServer } from '#src/http/server.ts';
import { stripeWebhook } from '#src/http/stripe-webhook.ts';
import { collectKinds } from '#src/jobs/collect-kinds.ts';
import { createScheduler } from '#src/jobs/scheduler.ts';
import { createLlm } from '#src/llm/create-llm.ts';
import { lockDataDir } from '#src/storage/data-lock.ts';
import { loadMasterKey } from '#src/storage/load-master-key.ts';
import { controlFileExists } from '#src/storage/open-control-store.ts';
import type { Disk } from '#src/storage/open-file.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { proveEncryption } from '#src/storage/self-test.ts';
import { enterMode } from '#src/stripe/enter-mode.ts';
import { createTelegram } from '#src/telegram/runtime.ts';
import { createTexts } from '#src/telegram/texts.ts';
import type { Config } from './config.ts';
import { features } from './features.ts';
import { followPlans } from './follow-plans.ts';
import { createLog } from './log.ts';
import { lookForWork } from './look-for-work.ts';
import { migrateAtStart } from './migrate-at-start.ts';
import { openAccount } from './open-account.ts';
import { isBilled, openStripe } from './open-stripe.ts';
import { purgeDaily } from './purge-daily.ts';
import { warnOfProviders } from './warn-of-providers.ts';

/** Ports that tests replace. */
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
    const { tenantsDir: dir, host, port, publicUrl, telegramApiRoot: apiRoot } = config;
    const masterKey = loadMasterKey(config.masterKey, {
      dataDir: dir,
      controlExists: controlFileExists(dir),
    });
    const lock = lockDataDir(dir);
    opened.push(() => lock.release());
    proveEncryption();
    const { crashPoints, disk } = overrides;
    // A clock that somebody moves by hand does not wait for the disk.
    const flushInBackground = clock === systemClock;
    const storage = await openStorage({
      dir,
      masterKey,
      clock,
      random,
      log,
      disk,
      flushInBackground,
    });
    opened.push(() => storage.close());
    const { control, store, due, migrator } = storage;
    await migrateAtStart(migrator, log);
    const usage = storage.usageBook(config.dailyCaps);
    const stripeBook = storage.stripeBook();
    if (isBilled(config.stripe)) await enterMode(config.stripe, { book: stripeBook, log });
    const plans = await storage.planBook({ billing: isBilled(config.stripe) });

    const llm = overrides.llm ?? openLlm();
    const stripe = openStripe(config.stripe, {
      book: stripeBook,
      plans,
      clock,
      log,
      crashPoints,
      tenantExists: async (tenantId) => (await control.get(tenantId)) !== undefined,
    });
    const base = {
      clock,
      random,
      log,
      texts: createTexts(),
      llm,
      usage,
      plans,
      stripe: stripe?.port,
      crashPoints,
    };
    const account = openAccount(config, {
      book: storage.accountBook(),
      control,
      store,
      services: base,
      serverUrl: () => url,
    });
    const services = { ...base, accountLink: account?.link };
    const hasWork = lookForWork({ store, due });
    const telegram = createTelegram({
      control,
      store,
      services,
      apiRoot,
      publicUrl,
      features,
      hasWork,
    });
    const http = createHttpServer({
      host,
      port,
      log,
      handleHook: (call) => telegram.handleWebhook(call),
      routes: [
        ...(stripe ? [stripeWebhook((delivery) => stripe.takeEvent(delivery))] : []),
        ...(account ? [account.route] : []),
      ],
      ...(crashPoints ? { onAnswered: () => crashPoints.reach('update-acknowledged') } : {}),
    });
    opened.push(() => http.stop());
    // Listens before any bot is touched, so that a port in use changes nothing at Telegram.
    url = (await http.start()).url;
    opened.push(() => telegram.stop());
    await telegram.start();
    opened.push(() => http.drain());
    http.open();
    if (stripe) {
      // Before the drain, which waits for pages that wait for Stripe.
      opened.push(() => stripe.stop());
      stripe.start();
    }
    const onRan = (tenantId: TenantId) => telegram.wake(tenantId);
    const kinds = collectKinds(features);
    const forJobs = { ...services, preview: telegram.preview };
    const jobs = createScheduler({ control, store, due, services: forJobs, kinds, onRan });
    opened.push(() => jobs.stop());
    jobs.start();
    opened.push(followPlans({ plans, store, services }));
    opened.push(purgeDaily({ control, store, clock, log }));

    const tenants = await control.list();
    if (tenants.length === 0) {
      log.info('app.no-tenants', {
        hint: 'No tenant yet. Create one: npm run tenant -- create <slug> --token-file <file>. It is taken up at once.',
      });
    }
    log.info('app.started', {
      url,
      tenants: tenants.length,
      updates: publicUrl ? 'webhook' : 'polling',
    });
  }

  function openLlm(): Llm {
    const llm = createLlm(config.llm, { clock, random, log });
    opened.push(() => llm.close());
    opened.push(warnOfProviders(config.llm, clock, log));
    return llm;
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
