import { features } from '#src/app/features.ts';
import { systemClock } from '#src/core/clock.ts';
import type { Clock } from '#src/core/clock.ts';
import type { ChatId, Slug, UserId } from '#src/core/ids.ts';
import type { Llm } from '#src/core/llm.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import type { DailyCaps } from '#src/core/usage.ts';
import type { AppFeature } from '#src/features/feature.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import { collectKinds } from '#src/jobs/collect-kinds.ts';
import { createScheduler } from '#src/jobs/scheduler.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Reader } from '#src/storage/reader.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { createTelegram } from '#src/telegram/runtime.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import type { TestStorage } from '#test/support/open-test-storage.ts';
import { startSandbox } from '#test/support/sandbox/sandbox.ts';
import type { Sandbox, SandboxBot, SandboxUser } from '#test/support/sandbox/sandbox.ts';

/** One creator with a bot, an owner and a private desk. */
export interface TestTenant {
  readonly record: TenantRecord;
  readonly bot: SandboxBot;
  readonly creator: SandboxUser;
  /** Texts in the creator's private chat since the tenant was made. */
  news(): string[];
  /** Reads the tenant's file. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
}

/** All features on real storage, talking over HTTP to a sandbox of their own. */
export interface Fanline extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly storage: TestStorage;
  addTenant(slug: string, options?: { claimed?: boolean }): Promise<TestTenant>;
  /** Stops the program and starts it on the same files, as a restart does. */
  restart(): Promise<void>;
  /** Stops the program; `start` goes on with the same files. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts everything but the HTTP server; bots take their updates by long polling. `extra` features come first. */
export async function startFanline(
  options: {
    clock?: Clock;
    extra?: readonly AppFeature[];
    inMemory?: boolean;
    /** The sandbox runs on `clock`, too. */
    ownTime?: boolean;
    /** How often new tenants are looked for; a clock that is moved by hand meets fewer timers with a long time. */
    watchMs?: number;
    /** The providers; without it there are none. */
    llm?: Llm;
    /** What they may cost in a day; as much as it comes to unless given. */
    dailyCaps?: DailyCaps;
  } = {},
): Promise<Fanline> {
  const clock = options.clock ?? systemClock;
  const sandbox = await startSandbox(
    options.ownTime ? { now: () => clock.now(), afterMs: (ms, task) => clock.after(ms, task) } : {},
  );
  const storage = await openTestStorage({ clock, inMemory: options.inMemory ?? false });
  const { llm, dailyCaps = { tenant: null, total: null } } = options;
  const services: Services = {
    clock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
    llm,
    // A restart opens the control file anew.
    get usage() {
      return storage.storage.usageBook(dailyCaps);
    },
  };
  const all = [...(options.extra ?? []), ...features];
  const build = () => {
    const { control, store, storage: opened } = storage;
    const telegram = createTelegram({
      control,
      store,
      services,
      apiRoot: sandbox.url,
      publicUrl: null,
      features: all,
      watchMs: options.watchMs ?? 50,
    });
    const jobs = createScheduler({
      control,
      store,
      due: opened.due,
      services,
      kinds: collectKinds(all),
      onRan: (tenantId) => telegram.wake(tenantId),
    });
    return { telegram, jobs };
  };
  let running: ReturnType<typeof build> | undefined;
  const start = async () => {
    running = build();
    await running.telegram.start();
    running.jobs.start();
  };
  const stop = async () => {
    await running?.jobs.stop();
    await running?.telegram.stop();
  };
  await start();

  async function addTenant(slug: string, { claimed = true } = {}): Promise<TestTenant> {
    const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug, inlineMode: true });
    const creator = sandbox.createUser({ firstName: `${slug} owner` });
    const record = await addRecord(storage, slug, bot);
    if (claimed) {
      // As claim and setup leave it; they have tests of their own.
      await storage.store.transact(record.tenantId, async (tx) => {
        const now = clock.now();
        await setOwner(tx, { userId: creator.id as UserId, name: creator.name }, now);
        await setPreference(tx, 'setUpAt', now, 'creator', now);
        await openDesk(tx, { kind: 'private', chatId: creator.id as ChatId }, services);
      });
      creator.start(bot);
      await sandbox.until('the first word', () => creator.seesTexts(bot).length > 1);
    }
    const before = creator.sees(bot).length;
    return {
      record,
      bot,
      creator,
      news: () => creator.seesTexts(bot).slice(before),
      read: (work) => storage.store.read(record.tenantId, work),
    };
  }

  return {
    sandbox,
    storage,
    addTenant,
    stop,
    start,
    async restart() {
      await stop();
      await storage.reopen();
      await start();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await storage[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

async function addRecord(
  storage: TestStorage,
  slug: string,
  bot: SandboxBot,
): Promise<TenantRecord> {
  const tenantId = newTenantId(systemRandom);
  const added = await storage.control.add({
    tenantId,
    slug: slug as Slug,
    name: bot.name,
    botId: bot.id as TenantRecord['botId'],
    botUsername: bot.username,
    botInfo: JSON.stringify({
      id: bot.id,
      is_bot: true,
      first_name: bot.name,
      username: bot.username,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }),
    token: bot.token,
    webhookPath: systemRandom.bytes(16).toString('base64url'),
    webhookSecret: systemRandom.bytes(32).toString('base64url'),
  });
  if (!added.ok) throw new Error(`cannot add ${slug}: ${added.reason}`);
  await storage.store.create(tenantId);
  const record = await storage.control.get(tenantId);
  if (!record) throw new Error(`${slug} is not there after it was added`);
  return record;
}
