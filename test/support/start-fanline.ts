import { features } from '#src/app/features.ts';
import { lookForWork } from '#src/app/look-for-work.ts';
import { followPlans } from '#src/app/follow-plans.ts';
import { systemClock } from '#src/core/clock.ts';
import type { Clock } from '#src/core/clock.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import type { Llm } from '#src/core/llm.ts';
import { type Log, silentLog } from '#src/core/log.ts';
import type { AccountLink, PlanBook } from '#src/core/plans.ts';
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
import { createTelegram } from '#src/telegram/runtime.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { newTenant } from '#test/support/new-tenant.ts';
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
  /** What plans rest on; read it anew after a restart. */
  readonly plans: PlanBook;
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
    /** Where its lines go; nowhere unless given. */
    log?: Log;
    /** What they may cost in a day; as much as it comes to unless given. */
    dailyCaps?: DailyCaps;
    /** Plans are billed; otherwise everything is allowed. */
    billing?: boolean;
    accountLink?: AccountLink;
  } = {},
): Promise<Fanline> {
  const clock = options.clock ?? systemClock;
  const sandbox = await startSandbox(
    options.ownTime ? { now: () => clock.now(), afterMs: (ms, task) => clock.after(ms, task) } : {},
  );
  const storage = await openTestStorage({ clock, inMemory: options.inMemory ?? false });
  const { llm, dailyCaps = { tenant: null, total: null } } = options;
  let plans: PlanBook;
  const services: Services = {
    clock,
    random: systemRandom,
    log: options.log ?? silentLog,
    texts: createTexts(),
    llm,
    // A restart opens the control file anew.
    get usage() {
      return storage.storage.usageBook(dailyCaps);
    },
    get plans() {
      return plans;
    },
    accountLink: options.accountLink,
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
      // Bots are polled.
      door: { onHook() {}, onKept() {} },
      features: all,
      hasWork: lookForWork({ store, due: opened.due }),
      watchMs: options.watchMs ?? 50,
    });
    const jobs = createScheduler({
      control,
      store,
      due: opened.due,
      services: { ...services, preview: telegram.preview },
      kinds: collectKinds(all),
      onRan: (tenantId) => telegram.wake(tenantId),
      isBusy: () => telegram.isBusy(),
    });
    return { telegram, jobs };
  };
  let running: ReturnType<typeof build> | undefined;
  let stopFollowing = async () => {};
  const start = async () => {
    plans = await storage.storage.planBook({
      billing: options.billing ?? false,
      lookEveryMs: options.watchMs ?? 50,
    });
    running = build();
    await running.telegram.start();
    running.jobs.start();
    stopFollowing = followPlans({ plans, store: storage.store, services });
  };
  const stop = async () => {
    await stopFollowing();
    plans.close();
    await running?.jobs.stop();
    await running?.telegram.stop();
  };
  await start();

  async function addTenant(slug: string, { claimed = true } = {}): Promise<TestTenant> {
    const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug, inlineMode: true });
    const creator = sandbox.createUser({ firstName: `${slug} owner` });
    const record = await newTenant(storage, { slug, bot });
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
    get plans() {
      return plans;
    },
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
