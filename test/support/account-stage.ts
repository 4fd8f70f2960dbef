import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '#src/app/config.ts';
import { createApp } from '#src/app/create-app.ts';
import { type Clock, systemClock } from '#src/core/clock.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import type { Llm } from '#src/core/llm.ts';
import { type Log, type LogFields, silentLog } from '#src/core/log.ts';
import type { PlanRow } from '#src/core/plans.ts';
import { systemRandom } from '#src/core/random.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { freePort, type Settings } from '#test/support/program.ts';
import {
  type Sandbox,
  type SandboxBot,
  type SandboxUser,
  startSandbox,
} from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import { usualPrices } from '#src/llm/prices.ts';

/** A creator with a bot. */
export interface Star {
  readonly record: TenantRecord;
  readonly bot: SandboxBot;
  readonly creator: SandboxUser;
  /** Sends /plan and waits for the answer. */
  plan(): Promise<MessageView>;
  /** The address behind the button of a new /plan. */
  link(): Promise<string>;
  /** Waits until the bot says this to the creator. */
  told(words: string): Promise<MessageView>;
  /** What the bot has said by itself since it stands, oldest first, once there are as many and nothing more is under way. */
  news(atLeast: number): Promise<string[]>;
  /** What is known of the creator's plan, once what Stripe told was worked off. */
  row(): Promise<PlanRow | null>;
  /** From now on the bot speaks this language to the creator. */
  hears(language: string): Promise<void>;
}

/** The whole program in this process, a Telegram and a Stripe that are played, and two creators: luna and mars. */
export interface AccountStage extends AsyncDisposable {
  readonly url: string;
  /** For scripts that are run beside the program. */
  readonly settings: Settings;
  readonly fake: FakeStripe;
  readonly sandbox: Sandbox;
  readonly luna: Star;
  readonly mars: Star;
  /** Lines of the log, as `event {fields}`. */
  readonly lines: readonly string[];
  /** How far the program's time of day is ahead of the machine's, in ms. */
  ahead: number;
  /** How long the program's waits of five seconds take here, in ms. */
  fiveSeconds: number;
  /** The program ends and starts again. */
  restart(): Promise<void>;
  /** The program was away while time passed, for it and at Stripe; what fell due is done by the time it has heard of it. */
  later(ms: number): Promise<void>;
  /** Opens the files beside the running program, as a script does. */
  withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  /** Makes somebody the owner of a tenant in place of whoever was. */
  handOver(star: Star, to: SandboxUser): Promise<void>;
}

const planTitle = /^(Your plan|Dein Tarif|Tu plan|Ваш тариф):/u;

/**
 * Starts it. `stripe: false`: without Stripe settings; `trialDays`: 14 unless given. Disposing fails when a request was not as
 * Stripe takes it.
 */
export async function openAccountStage(
  options: {
    readonly stripe?: boolean;
    readonly language?: string;
    readonly trialDays?: number;
    readonly llm?: Llm;
  } = {},
): Promise<AccountStage> {
  const folder = makeTempDir({ inMemory: true });
  const dir = join(folder.path, 'tenants');
  const key = systemRandom.bytes(32);
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const sandbox = await startSandbox({ now });
  // Its own time runs ahead by what it is advanced.
  const fake = await startFakeStripe({ signedAt: now });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const line = (event: string, fields: LogFields = {}) =>
    void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  let fiveSeconds = 5_000;
  const clock: Clock = {
    ...systemClock,
    now,
    after: (ms, task) => systemClock.after(ms === 5_000 ? fiveSeconds : ms, task),
  };

  const withStorage = async <T>(work: (storage: Storage) => Promise<T>): Promise<T> => {
    const ports = { clock, random: systemRandom, log: silentLog };
    await using storage = await openStorage({
      dir,
      masterKey: new MasterKey(Buffer.from(key)),
      ...ports,
    });
    return await work(storage);
  };
  const handOver = (storage: Storage, record: TenantRecord, to: SandboxUser) =>
    storage.store.transact(record.tenantId, (tx) =>
      setOwner(tx, { userId: to.id as UserId, name: to.name }, clock.now()),
    );

  /** Waits until the program has worked off what Stripe told it. */
  const heard = async () => {
    await fake.settled();
    await withStorage(async (beside) => {
      const book = beside.stripeBook();
      while ((await book.openEvents(1)).length > 0) await setTimeout(10);
    });
  };

  /** How many messages there were when the stage stood, by bot. */
  const greeted = new Map<string, number>();
  const addStar = async (storage: Storage, slug: string): Promise<Star> => {
    const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug });
    const creator = sandbox.createUser({ firstName: `${slug} owner` });
    const record = await newTenant(
      { control: storage.control, store: storage.store, dir },
      { slug, bot },
    );
    await handOver(storage, record, creator);
    await storage.store.transact(record.tenantId, async (tx) => {
      const now = clock.now();
      await setPreference(tx, 'setUpAt', now, 'creator', now);
      await setPreference(tx, 'quietHours', { from: 0, to: 0 }, 'creator', now);
      await setPreference(tx, 'language', options.language ?? 'en', 'creator', now);
      const services = { clock, random: systemRandom, log: silentLog, texts: createTexts() };
      await openDesk(tx, { kind: 'private', chatId: creator.id as ChatId }, services);
    });
    creator.start(bot);
    const { tenantId } = record;
    const told: Star['told'] = (words) =>
      sandbox.until(`the creator is told ${words}`, () =>
        creator.sees(bot).findLast(({ from, text }) => from.isBot && text.includes(words)),
      );
    const plan: Star['plan'] = async () => {
      const asked = creator.sends(bot, '/plan');
      return await sandbox.until('the plan', () =>
        creator
          .sees(bot)
          .findLast(({ messageId, text }) => messageId > asked && planTitle.test(text)),
      );
    };
    return {
      record,
      bot,
      creator,
      told,
      plan,
      async news(atLeast) {
        const said = () =>
          creator
            .sees(bot)
            .slice(greeted.get(bot.username) ?? 0)
            .filter(({ from, text }) => from.isBot && !planTitle.test(text))
            .map(({ text }) => text);
        await heard();
        await sandbox.until(`${atLeast} news`, () => said().length >= atLeast);
        // Whatever was about to be said comes before the answer.
        await plan();
        return said();
      },
      async row() {
        await heard();
        return await withStorage(async (beside) => {
          const plans = await beside.planBook({ billing: true });
          const row = plans.of(tenantId);
          plans.close();
          return row;
        });
      },
      hears: (language) =>
        withStorage((beside) =>
          beside.store.transact(tenantId, (tx) =>
            setPreference(tx, 'language', language as 'en', 'creator', clock.now()),
          ),
        ),
      async link() {
        const address = (await plan()).buttons.flat().find((button) => button.url)?.url;
        if (address === undefined) throw new Error('/plan has no button with an address');
        return address;
      },
    };
  };
  const [luna, mars] = await withStorage(async (storage) => [
    await addStar(storage, 'luna'),
    await addStar(storage, 'mars'),
  ]);
  if (!luna || !mars) throw new Error('nobody is there');

  let secret = '';
  const settings = {
    secretKey: fake.secretKey,
    webhookSecrets: [],
    apiBase: fake.url,
    trialDays: options.trialDays ?? 14,
    tax: false,
  };
  const made = await setUpStripe(
    { stripe: settings, publicUrl: url },
    { prices: JSON.stringify(priceList), keepSecret: (told) => void (secret = told) },
  );
  if (!made.ok) throw new Error(`Stripe was not set up: ${made.reason}`);
  const config: Config = {
    tenantsDir: dir,
    masterKey: { key: key.toString('hex') },
    host: '127.0.0.1',
    port,
    publicUrl: null,
    telegramApiRoot: sandbox.url,
    shards: 1,
    logLevel: 'info',
    llm: {
      access: {},
      models: { draft: [], cheap: [] },
      allowPrivateUrls: false,
      prices: usualPrices,
    },
    stripe: options.stripe === false ? null : { ...settings, webhookSecrets: [secret] },
    dailyCaps: { tenant: null, total: null },
  };
  const startApp = async () => {
    const started = createApp(config, { clock, log, ...(options.llm ? { llm: options.llm } : {}) });
    await started.start();
    return started;
  };
  let app = await startApp();
  const restart = async (meanwhile = () => {}) => {
    await app.stop();
    meanwhile();
    app = await startApp();
  };
  for (const { creator, bot } of [luna, mars]) {
    await sandbox.until('the first word', () => creator.seesTexts(bot).length > 1);
    greeted.set(bot.username, creator.sees(bot).length);
  }
  return {
    url,
    settings: {
      TENANTS_DIR: dir,
      MASTER_KEY: key.toString('hex'),
      PORT: `${port}`,
      TELEGRAM_API_ROOT: sandbox.url,
      STRIPE_SECRET_KEY: settings.secretKey,
      STRIPE_WEBHOOK_SECRET: secret,
      STRIPE_API_BASE: settings.apiBase,
    },
    fake,
    sandbox,
    luna,
    mars,
    lines,
    get ahead() {
      return ahead;
    },
    set ahead(ms) {
      ahead = ms;
    },
    get fiveSeconds() {
      return fiveSeconds;
    },
    set fiveSeconds(ms) {
      fiveSeconds = ms;
    },
    restart: () => restart(),
    async later(ms) {
      await restart(() => {
        ahead += ms;
        fake.clock.advance(ms);
      });
      await fake.settled();
    },
    withStorage,
    handOver: (star, to) => withStorage((storage) => handOver(storage, star.record, to)),
    async [Symbol.asyncDispose]() {
      await app.stop();
      const { violations } = fake;
      await fake[Symbol.asyncDispose]();
      await sandbox.close();
      folder[Symbol.dispose]();
      if (violations.length > 0) throw new Error(`Stripe would not take: ${violations.join('; ')}`);
    },
  };
}
