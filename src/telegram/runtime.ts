import type { TenantId } from '#src/core/ids.ts';
import { inTime } from '#src/core/in-time.ts';
import type { Preview } from '#src/core/preview.ts';
import type { Services } from '#src/core/services.ts';
import { allTenants, type Share } from '#src/core/share.ts';
import { inLanes } from '#src/storage/in-lanes.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import type { ControlStore, TenantRecord } from '#src/storage/control-store.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { composeFeatures } from '#src/telegram/compose-features.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Feature } from '#src/telegram/feature.ts';
import { createDispatcher } from '#src/telegram/ingest/dispatcher.ts';
import { createIngestGate } from '#src/telegram/ingest/ingest-gate.ts';
import type { HookListener } from '#src/telegram/ingest/webhook-door.ts';
import { createLimiter } from '#src/telegram/limiter.ts';
import { createSender } from '#src/telegram/outbox/sender.ts';
import type { Fetch } from '#src/telegram/pooled-fetch.ts';
import { createPreview } from '#src/telegram/preview.ts';
import { countBots, type TelegramStatus } from '#src/telegram/status.ts';
import { TenantBot } from '#src/telegram/tenant-bot.ts';

/** What the Telegram side of the process is made of. */
export interface TelegramOptions {
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly services: Services;
  readonly apiRoot: string;
  /** In place of HTTP, for tests that simulate Telegram in their own process. */
  readonly fetch?: Fetch;
  /** Whose bots; all tenants' unless given. */
  readonly share?: Share | undefined;
  /** Hears of webhooks and of what is kept of what they brought. */
  readonly door: HookListener;
  /** Set: webhooks below this URL. Null: long polling. */
  readonly publicUrl: string | null;
  /** In the order in which their handlers are tried. */
  readonly features: readonly Feature[];
  /** Deliveries that Telegram may have under way for one bot, 1 to 100 (its own default is 40). */
  readonly webhookMaxConnections?: number;
  readonly pollTimeoutSeconds?: number;
  /** Whether an earlier process has left this tenant updates to handle or messages to send: looks into its file. */
  readonly hasWork: (tenantId: TenantId) => Promise<boolean>;
  /** How often the control store is asked for changed tenants. */
  readonly watchMs?: number;
}

/** All bots: updates in, calls out. */
export interface TelegramRuntime {
  /** Takes up every tenant. Resolves when all webhooks would be answered; registering and polling begin in the background. */
  start(): Promise<void>;
  /** Takes no more updates, lets calls under way end (up to 7 s) and writes down how they ended. */
  stop(): Promise<void>;
  /** Takes what came by webhook to its tenants' files and its handlers. */
  take(arrivals: readonly Arrival[]): void;
  /** Something may have been enqueued for this tenant by others than its handlers. Cheap, may be called at any time. */
  wake(tenantId: TenantId): void;
  /** Whether messages are on their way: updates wait for their handlers, or calls are under way. */
  isBusy(): boolean;
  /** What is shown for a moment, beside the outbox. */
  readonly preview: Preview;
  /** Counts for health. */
  status(): TelegramStatus;
}

/** How long a stop waits for calls under way; with all else that ends then, the program has ten seconds. */
const drainMs = 7_000;
/** Bots whose secrets are being read at one time. */
const takenUpAtOnce = 64;
/** Webhook registrations under way at one time. */
const registrationsAtOnce = 16;

/** Makes the Telegram side of the process: one middleware tree, one dispatcher and one sender for all bots. */
export function createTelegram(options: TelegramOptions): TelegramRuntime {
  const { control, store, services, share = allTenants } = options;
  const { clock, log } = services;
  const composed = composeFeatures(options.features);
  const bots = new Map<TenantId, TenantBot>();
  const limit = createLimiter(registrationsAtOnce);
  let revision = 0;
  let stopped = false;
  /** Tenants that the sweep has passed by, or found work for, before their bots were ready. */
  const passed = new Set<TenantId>();
  let swept = false;
  let sweeping: Promise<void> = Promise.resolve();
  let cancelWatch: (() => void) | null = null;
  let watching: Promise<void> = Promise.resolve();

  const gate = createIngestGate({
    store,
    clock,
    onStored: (id) => dispatcher.wake(id),
    crashPoints: services.crashPoints,
  });
  const sender = createSender({
    store,
    services,
    kinds: composed.kinds,
    hooks: composed.hooks,
    apiRoot: options.apiRoot,
    apiOf: (id) => bots.get(id)?.api,
    onUnauthorized: (id) => bots.get(id)?.refuse(),
  });
  const preview = createPreview({
    services,
    apiOf: (id) => bots.get(id)?.api,
    isFree: (id, chatId) => sender.isFree(id, chatId),
  });
  const dispatcher = createDispatcher({
    store,
    services,
    middleware: composed.middleware,
    scopeOf: (id) => bots.get(id)?.scope,
    onKept: (seqs) => options.door.onKept(seqs),
    transact: (id, work, durable) => sender.passWith(id, work, durable),
  });

  const wake = (tenantId: TenantId): void => {
    dispatcher.wake(tenantId);
    sender.wake(tenantId);
  };

  const botOf = (record: TenantRecord): TenantBot => {
    let bot = bots.get(record.tenantId);
    if (!bot) {
      bot = new TenantBot(record, {
        control,
        services,
        gate,
        onHook: (path, hook) => options.door.onHook(path, hook),
        apiRoot: options.apiRoot.replace(/\/+$/, ''),
        fetch: options.fetch,
        publicUrl: options.publicUrl,
        webhookMaxConnections: options.webhookMaxConnections ?? 40,
        pollTimeoutSeconds: options.pollTimeoutSeconds ?? 30,
        limit,
        // The sweep finds by itself what waits, one file after another; after it, every change may mean work.
        onReady: () => (swept || passed.has(record.tenantId)) && wake(record.tenantId),
      });
      bots.set(record.tenantId, bot);
    }
    return bot;
  };

  /** Takes up what has changed in the control store, and knows it at the end. So many at one time: each begins with a read. */
  const look = async (): Promise<void> => {
    const changes = await control.changesSince(revision, share);
    revision = changes.revision;
    await inLanes(
      changes.records,
      takenUpAtOnce,
      () => true,
      async (record) => {
        const bot = botOf(record);
        void bot.follow(record);
        await bot.known;
      },
    );
  };

  const watchLater = (): void => {
    if (stopped) return;
    cancelWatch = clock.after(options.watchMs ?? 1_000, () => {
      watching = look()
        .catch((error: unknown) => log.error('telegram.watch_failed', { code: errorCode(error) }))
        .finally(watchLater);
    });
  };

  /**
   * Finds what an earlier process left to do, one tenant after another and in the background: with ten thousand
   * tenants opening every file takes a while, and what comes in meanwhile goes first.
   */
  const sweep = async (): Promise<void> => {
    for (const [tenantId, bot] of bots) {
      if (stopped) return;
      if (!bot.active || (await mayHaveWork(tenantId))) {
        passed.add(tenantId);
        wake(tenantId);
      }
      await new Promise(setImmediate);
    }
    swept = true;
  };

  const mayHaveWork = async (tenantId: TenantId): Promise<boolean> => {
    try {
      return await options.hasWork(tenantId);
    } catch (error) {
      log.error('telegram.sweep_failed', { tenantId, code: errorCode(error) });
      // The file may be well again later: the dispatcher rests and tries.
      return true;
    }
  };

  const drained = async (): Promise<void> => {
    const stopping = dispatcher.stop().then(() => sender.stop());
    const ended = await inTime(
      clock,
      drainMs,
      stopping.then(() => true),
    );
    if (!ended) log.warn('telegram.stopped_with_calls', { inFlight: sender.inFlight });
  };

  return {
    async start() {
      await look();
      sweeping = sweep();
      watchLater();
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      cancelWatch?.();
      preview.stop();
      await Promise.all([watching, sweeping]);
      await Promise.all([...bots.values()].map((bot) => bot.close()));
      await drained();
    },
    take: (arrivals) => dispatcher.take(arrivals),
    wake: (tenantId) => sender.wake(tenantId),
    isBusy: () => dispatcher.load + sender.inFlight > 0,
    preview,
    status: () => ({
      ...countBots(bots.values()),
      updatesComing: gate.pending,
      tenantsHandled: dispatcher.load,
      callsInFlight: sender.inFlight,
    }),
  };
}
