import type { Clock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import { features } from '#src/app/features.ts';
import { lookForWork } from '#src/app/look-for-work.ts';
import type { ArrivalJournal } from '#src/storage/arrival-journal.ts';
import type { ControlStore } from '#src/storage/control-store.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import type { WebhookAnswer, WebhookRequest } from '#src/telegram/ingest/webhook.ts';
import { createWebhookDoor } from '#src/telegram/ingest/webhook-door.ts';
import { createTelegram } from '#src/telegram/runtime.ts';
import type { ManualClock } from '#test/support/manual-clock.ts';
import type { Mortal } from '#test/support/simulation/life.ts';
import type { SimulatedTelegram } from '#test/support/simulation/simulated-telegram.ts';

/** What a simulated process works with; all of it outlives the process. */
export interface ProcessParts {
  readonly clock: ManualClock;
  readonly control: ControlStore;
  readonly store: TenantStore;
  readonly journal: ArrivalJournal;
  /** The tenants that this process knows. */
  readonly tenants: ReadonlySet<TenantId>;
  readonly telegram: SimulatedTelegram;
  readonly random: Random;
  readonly log: Log;
  readonly polling: boolean;
  readonly load: StoreLoad;
}

/** How the store is used, and what goes wrong with it. */
export interface StoreLoad {
  /** Reads and transactions under way. */
  open: number;
  /** Reads and transactions so far. */
  total: number;
  /** So many of the next transactions fail as on a full disk. */
  failing: number;
}

/** A process that takes webhooks. */
export interface SimulatedProcess {
  handleWebhook(request: WebhookRequest): Promise<WebhookAnswer>;
  stop(): Promise<void>;
}

/** Sentences by their keys. */
const keys: Services['texts'] = { languages: ['en'], for: () => (key) => key };

/**
 * The product's own runtime as one process that can die: once its life has ended it has no timers, its transactions are
 * rolled back, its reads give nothing and its calls get no answer.
 */
export function startProcess(parts: ProcessParts, life: Mortal): SimulatedProcess {
  const clock = mortalClock(parts.clock, life);
  const store = mortalStore(parts.store, parts.load, life);
  let isOpen = false;
  const door = createWebhookDoor({
    journal: mortalJournal(parts, life),
    clock,
    log: parts.log,
    deliver: (arrivals) => telegram.take(arrivals),
  });
  const telegram = createTelegram({
    door,
    control: mortalControl(parts.control, parts.tenants, life),
    store,
    services: { clock, random: parts.random, log: parts.log, texts: keys },
    apiRoot: 'https://telegram.example',
    fetch: parts.telegram.connect(life),
    publicUrl: parts.polling ? null : 'https://fanline.example',
    features,
    // Nothing here runs jobs.
    hasWork: lookForWork({ store, due: { bringForward() {} } }),
    watchMs: 60_000,
  });
  void door
    .start()
    .then(() => telegram.start())
    .then(() => {
      isOpen = true;
    });
  return {
    handleWebhook: async (request) => (isOpen ? await door.handle(request) : { status: 503 }),
    async stop() {
      isOpen = false;
      await telegram.stop();
      door.stop();
    },
  };
}

function mortalJournal({ journal, tenants, load }: ProcessParts, life: Mortal): ArrivalJournal {
  return {
    seal: (given) => (life.alive ? journal.seal(given) : never()),
    commit(added, forgotten) {
      life.point();
      if (!life.alive) throw killed();
      if (load.failing > 0) {
        load.failing -= 1;
        throw new AppError('storage.full', 'transient', 'The disk is full.');
      }
      journal.commit(added, forgotten);
      life.point();
      if (!life.alive) throw killed();
    },
    async left() {
      const left = await journal.left();
      return left.filter(({ tenantId }) => tenants.has(tenantId));
    },
    tidy: () => life.alive && journal.tidy(),
    dropKey: (tenantId) => journal.dropKey(tenantId),
    close() {},
  };
}

function mortalClock(clock: ManualClock, life: Mortal): Clock {
  const cancels = new Set<() => void>();
  life.onEnd(() => {
    for (const cancel of cancels) cancel();
  });
  return {
    now: () => clock.now(),
    steady: () => clock.steady(),
    after(ms, task) {
      if (!life.alive) return () => {};
      const stop = clock.after(ms, () => {
        cancels.delete(cancel);
        task();
      });
      const cancel = () => {
        cancels.delete(cancel);
        stop();
      };
      cancels.add(cancel);
      return cancel;
    },
  };
}

function mortalStore(store: TenantStore, load: StoreLoad, life: Mortal): TenantStore {
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    load.open += 1;
    load.total += 1;
    try {
      return await work();
    } finally {
      load.open -= 1;
      life.point();
    }
  };
  /** A dead process begins nothing and learns nothing of how it ended. */
  const onlyAlive = async <T>(work: () => Promise<T>): Promise<T> => {
    life.point();
    if (!life.alive) return await never();
    try {
      const result = await counted(work);
      return life.alive ? result : await never();
    } catch (error) {
      if (life.alive) throw error;
      return await never();
    }
  };
  return {
    read: (id, work) => onlyAlive(() => store.read(id, work)),
    transact: (id, work) =>
      onlyAlive(() =>
        store.transact(id, async (tx) => {
          if (!life.alive) throw killed();
          const result = await work(tx);
          life.point();
          if (!life.alive) throw killed();
          if (load.failing > 0) {
            load.failing -= 1;
            throw new AppError('storage.full', 'transient', 'The disk is full.');
          }
          return result;
        }),
      ),
    // Without a thread, whose answers come when they like.
    peek: (id, query) => onlyAlive(() => store.read(id, (reader) => query.run(reader, null))),
    create: (id) => store.create(id),
    release: (id) => store.release(id),
    erase: (id) => store.erase(id),
    close: () => store.close(),
  };
}

function mortalControl(
  control: ControlStore,
  tenants: ReadonlySet<TenantId>,
  life: Mortal,
): ControlStore {
  return {
    changesSince: async (...asked) => {
      if (!life.alive) return await never();
      const { records, revision } = await control.changesSince(...asked);
      return { records: records.filter(({ tenantId }) => tenants.has(tenantId)), revision };
    },
    list: (share) => control.list(share),
    count: () => control.count(),
    get: (id) => control.get(id),
    secretsOf: (id) => (life.alive ? control.secretsOf(id) : never()),
    change: (id, change) => (life.alive ? control.change(id, change) : never()),
    add: (tenant) => control.add(tenant),
    remove: (id) => control.remove(id),
    bySlug: (slug) => control.bySlug(slug),
    byBot: (botId) => control.byBot(botId),
    destroyKey: (id) => control.destroyKey(id),
    recordAct: (act, id, detail) => control.recordAct(act, id, detail),
    close: () => control.close(),
  };
}

function killed(): AppError {
  return new AppError('storage.closed', 'transient', 'The process was killed.');
}

function never(): Promise<never> {
  return new Promise(() => {});
}
