import { setTimeout as delay } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import { lookForWork } from '#src/app/look-for-work.ts';
import { AppError } from '#src/core/errors.ts';
import type { Log, LogFields } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import { createHttpServer, type HttpServer } from '#src/http/server.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import type { Feature } from '#src/telegram/feature.ts';
import type { ArrivalJournal } from '#src/storage/arrival-journal.ts';
import type { WebhookAnswer, WebhookRequest } from '#src/telegram/ingest/webhook.ts';
import { createWebhookDoor, type WebhookDoor } from '#src/telegram/ingest/webhook-door.ts';
import { createTelegram, type TelegramRuntime } from '#src/telegram/runtime.ts';
import type { OutboxTable, StoredUpdateTable } from '#src/telegram/tables.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { type Sandbox, type SandboxBot, startSandbox } from '#test/support/sandbox/sandbox.ts';

/** A line that was logged. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

/** A tenant of the bed with its bot in the sandbox. */
export interface BedTenant {
  readonly record: TenantRecord;
  readonly bot: SandboxBot;
}

/** The Telegram side of the product on real storage, against the sandbox, on one clock that the test moves. */
export interface TelegramBed extends AsyncDisposable {
  readonly clock: ManualClock;
  readonly sandbox: Sandbox;
  readonly storage: TestStorage;
  readonly lines: readonly LogLine[];
  readonly telegram: TelegramRuntime;
  addTenant(username: string): Promise<BedTenant>;
  /** Starts the runtime: with webhooks or with polling. */
  start(how?: 'polling' | 'webhooks'): Promise<void>;
  stop(): Promise<void>;
  /** Stops, closes every file and starts anew on the same files. */
  restart(): Promise<void>;
  /** While it is on, every write to a tenant's file fails as on a full disk. */
  fillDisk(on: boolean): void;
  /** How many transactions the runtime has begun. */
  readonly transactions: number;
  /** Runs as another process would, beside the runtime. */
  transact<T>(tenant: BedTenant, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One request to a tenant's webhook, with its secret unless told otherwise. */
  post(tenant: BedTenant, body: unknown, change?: Partial<WebhookRequest>): Promise<WebhookAnswer>;
  updates(tenant: BedTenant): Promise<Selectable<StoredUpdateTable>[]>;
  outbox(tenant: BedTenant): Promise<Selectable<OutboxTable>[]>;
  record(tenant: BedTenant): Promise<TenantRecord>;
  /** Moves the clock in steps until `check` holds; throws after an hour of the clock. */
  advanceUntil(what: string, check: () => unknown, stepMs?: number): Promise<void>;
}

const noTexts: Services['texts'] = { languages: ['en'], for: () => (key) => key };

/** Sets up a bed; nothing runs before `start`. */
export async function openTelegramBed(options: {
  features: readonly Feature[];
}): Promise<TelegramBed> {
  const clock = manualClock();
  const lines: LogLine[] = [];
  const log = recordingLog(lines);
  const sandbox = await startSandbox({
    now: () => clock.now(),
    afterMs: (ms, fn) => clock.after(ms, fn),
  });
  const storage = await openTestStorage({ clock, log });
  let telegram: TelegramRuntime | null = null;
  let http: HttpServer | null = null;
  let journal: ArrivalJournal | null = null;
  let door: WebhookDoor | null = null;
  let chosen: 'polling' | 'webhooks' = 'polling';
  let diskFull = false;
  let transactions = 0;
  let port = 0;
  const store: TenantStore = {
    read: (id, work) => storage.store.read(id, work),
    transact: (id, work) => {
      transactions += 1;
      return storage.store.transact(id, async (tx) => {
        const result = await work(tx);
        if (diskFull) throw new AppError('storage.full', 'transient', 'The disk is full.');
        return result;
      });
    },
    peek: (id, query) => storage.store.peek(id, query),
    create: (id) => storage.store.create(id),
    release: (id) => storage.store.release(id),
    erase: (id) => storage.store.erase(id),
    close: () => storage.store.close(),
  };
  const running = (): TelegramRuntime => started(telegram);
  /** The journal lies on the same disk. */
  const openJournal = (): ArrivalJournal => {
    const opened = storage.storage.arrivalJournal();
    return {
      seal: (given) => opened.seal(given),
      commit(added, forgotten) {
        if (diskFull) throw new AppError('storage.full', 'transient', 'The disk is full.');
        opened.commit(added, forgotten);
      },
      left: () => opened.left(),
      tidy: () => opened.tidy(),
      dropKey: (tenantId) => opened.dropKey(tenantId),
      close: () => opened.close(),
    };
  };

  const bed: TelegramBed = {
    clock,
    sandbox,
    storage,
    lines,
    get telegram() {
      return running();
    },
    get transactions() {
      return transactions;
    },
    async addTenant(username) {
      const bot = sandbox.createBot({ username });
      const { tenantId } = await storage.addTenant(username.replaceAll('_', '-'), bot.id);
      const record = await storage.control.change(tenantId, { token: bot.token });
      return { record, bot };
    },
    async start(how = chosen) {
      let publicUrl: string | null = null;
      chosen = how;
      if (how === 'webhooks') {
        http = createHttpServer({
          host: '127.0.0.1',
          port,
          log,
          handleHook: (call) => started(door).handle(call),
        });
        publicUrl = (await http.start()).url;
        // The same address after a restart.
        port = Number(new URL(publicUrl).port);
      }
      journal = openJournal();
      door = createWebhookDoor({
        journal,
        clock,
        log,
        deliver: (arrivals) => running().take(arrivals),
      });
      telegram = createTelegram({
        door,
        control: storage.control,
        store,
        services: { clock, random: systemRandom, log, texts: noTexts },
        apiRoot: sandbox.url,
        publicUrl,
        features: options.features,
        hasWork: lookForWork({ store, due: storage.storage.due }),
      });
      await door.start();
      await telegram.start();
      http?.open();
    },
    async stop() {
      await http?.drain();
      if (telegram) await whileTimePasses(clock, telegram.stop());
      door?.stop();
      journal?.close();
      journal = null;
      door = null;
      await http?.stop();
      http = null;
      telegram = null;
    },
    async restart() {
      await bed.stop();
      await storage.reopen();
      await bed.start();
    },
    fillDisk(on) {
      diskFull = on;
    },
    transact: ({ record }, work) => storage.store.transact(record.tenantId, work),
    async post({ record }, body, change) {
      const { webhookSecret } = await storage.control.secretsOf(record.tenantId);
      return await started(door).handle({
        path: record.webhookPath,
        secret: webhookSecret,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...change,
      });
    },
    updates: ({ record }) =>
      storage.store.read(record.tenantId, (reader) =>
        reader.db.selectFrom('stored_update').selectAll().orderBy('id').execute(),
      ),
    outbox: ({ record }) =>
      storage.store.read(record.tenantId, (reader) =>
        reader.db.selectFrom('outbox').selectAll().orderBy('id').execute(),
      ),
    async record({ record }) {
      const found = await storage.control.get(record.tenantId);
      if (!found) throw new Error('The tenant is gone.');
      return found;
    },
    async advanceUntil(what, check, stepMs = 1_000) {
      const before = clock.now();
      while (!(await check())) {
        if (clock.now() - before > 3_600_000) throw new Error(`In vain for an hour: ${what}`);
        await clock.advance(stepMs);
        await roundTrips();
      }
    },
    async [Symbol.asyncDispose]() {
      await bed.stop();
      await storage[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
  return bed;
}

function started<T>(part: T | null): T {
  if (!part) throw new Error('The bed was not started.');
  return part;
}

/** Time for a few loopback requests: what is under way has no clock to be moved by. */
function roundTrips(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

/** Waits for what may itself wait for a timer: after a second in vain the clock goes on. */
async function whileTimePasses(clock: ManualClock, awaited: Promise<void>): Promise<void> {
  const ended = awaited.then(() => true);
  let waitMs = 1_000;
  while (!(await Promise.race([ended, delay(waitMs, false, { ref: false })]))) {
    await clock.advance(100);
    waitMs = 5;
  }
}

function recordingLog(lines: LogLine[]): Log {
  const at =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
