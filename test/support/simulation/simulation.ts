import type { Selectable } from 'kysely';
import type { ChatId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { ArrivalJournal } from '#src/storage/arrival-journal.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { OutboxTable } from '#src/telegram/tables.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import type { TestStorage } from '#test/support/open-test-storage.ts';
import { createGroup, setMember } from '#test/support/sandbox/groups.ts';
import type { SeededRandom } from '#test/support/sandbox/random.ts';
import { seededRandom } from '#test/support/sandbox/random.ts';
import type { BotState, ChatState, UserState } from '#test/support/sandbox/state.ts';
import { beginLife, type Mortal } from '#test/support/simulation/life.ts';
import {
  type SimulatedProcess,
  type StoreLoad,
  startProcess,
} from '#test/support/simulation/simulated-process.ts';
import { SimulatedTelegram } from '#test/support/simulation/simulated-telegram.ts';
import { SimulatedDelivery } from '#test/support/simulation/webhook-delivery.ts';

/** How a simulation begins. */
export interface SimulationOptions {
  readonly seed: number;
  readonly polling?: boolean;
  /** Where the desk is at first. */
  readonly desk?: 'private' | 'forum';
  readonly fans?: number;
  readonly tenants?: number;
}

/** A creator with a bot, a private chat and a forum, and fans. */
export interface SimulatedTenant {
  readonly record: TenantRecord;
  readonly webhookSecret: string;
  readonly bot: BotState;
  readonly creator: UserState;
  readonly forum: ChatState;
  readonly fans: readonly UserState[];
  readonly delivery: SimulatedDelivery;
}

/** Long enough that a relay with it in front may need a second message. */
const longName = 'of the house with the very long name that takes a second message';

/**
 * The product's runtime, its real features and real tenants' files, with a simulated clock and Telegram. Everything
 * that chance decides comes from one seed.
 */
export class Simulation implements AsyncDisposable {
  readonly clock: ManualClock;
  readonly random: SeededRandom;
  readonly telegram: SimulatedTelegram;
  readonly tenants: SimulatedTenant[] = [];
  readonly load: StoreLoad = { open: 0, total: 0, failing: 0 };
  /** The process ends at the so-manieth place from now where it may; 0: nowhere. */
  endsIn = 0;
  /** Processes that were started. */
  starts = 0;
  readonly #storage: TestStorage;
  readonly #journal: ArrivalJournal;
  readonly #polling: boolean;
  readonly #deskChats = new Set<number>();
  #life: Mortal = beginLife(() => false);
  #process: SimulatedProcess | undefined;

  private constructor(storage: TestStorage, options: SimulationOptions) {
    this.#storage = storage;
    this.#journal = storage.storage.arrivalJournal();
    this.#polling = options.polling ?? false;
    this.random = seededRandom(options.seed);
    this.clock = manualClock(undefined, () => this.settle());
    this.telegram = new SimulatedTelegram({
      seed: options.seed,
      clock: this.clock,
      isDesk: (chatId) => this.#deskChats.has(chatId),
    });
  }

  /** Makes the tenants and starts the first process. Disposing takes the tenants away again. */
  static async open(storage: TestStorage, options: SimulationOptions): Promise<Simulation> {
    const simulation = new Simulation(storage, options);
    for (let count = 0; count < (options.tenants ?? 1); count += 1) {
      await simulation.#addTenant(options);
    }
    await simulation.start();
    return simulation;
  }

  /** The first tenant. */
  get tenant(): SimulatedTenant {
    const [tenant] = this.tenants;
    if (!tenant) throw new Error('There is no tenant.');
    return tenant;
  }

  get alive(): boolean {
    return this.#life.alive;
  }

  /** Starts a process on what is stored, unless one runs. */
  async start(): Promise<void> {
    if (this.starts > 0 && this.#life.alive) return;
    this.starts += 1;
    this.#life = beginLife(() => {
      if (this.endsIn === 0) return false;
      this.endsIn -= 1;
      return this.endsIn === 0;
    });
    this.#process = startProcess(
      {
        clock: this.clock,
        control: this.#storage.control,
        store: this.#storage.store,
        journal: this.#journal,
        tenants: new Set(this.tenants.map(({ record }) => record.tenantId)),
        telegram: this.telegram,
        random: this.#bytes,
        log: silentLog,
        polling: this.#polling,
        load: this.load,
      },
      this.#life,
    );
    await this.settle();
  }

  /** Ends the process at once. */
  kill(): void {
    this.#life.end();
  }

  /** Stops the process as SIGTERM does; false when that took longer than ten seconds. */
  async stop(): Promise<boolean> {
    let ended = false;
    void this.#process?.stop().then(() => {
      ended = true;
    });
    await this.settle();
    for (let waited = 0; !ended && this.alive && waited < 10_000; waited += 250) {
      await this.clock.advance(250);
    }
    this.kill();
    return ended;
  }

  /** Moves the time on; webhooks are delivered before and after. */
  async advance(ms: number): Promise<void> {
    await this.deliver();
    await this.clock.advance(ms);
    await this.deliver();
  }

  /** Telegram delivers to webhooks what waits. */
  async deliver(options: { twice?: boolean; deaf?: boolean } = {}): Promise<void> {
    if (this.#polling) {
      await this.settle();
      return;
    }
    for (const { record, webhookSecret, delivery } of this.tenants) {
      const post = async (update: object): Promise<number> => {
        const life = this.#life;
        if (!this.#process || !life.alive) return 0;
        const answer = await this.#process.handleWebhook({
          path: record.webhookPath,
          secret: webhookSecret,
          body: JSON.stringify(update),
        });
        life.point();
        return life.alive ? answer.status : 0;
      };
      await delivery.deliver(post, () => this.settle(), {
        pick: () => this.random.next(),
        ...options,
      });
    }
  }

  /** Lets everything happen that can without time going on. Throws when that never ends. */
  async settle(): Promise<void> {
    const before = this.load.total;
    for (let calm = 0; calm < 4; ) {
      await new Promise(setImmediate);
      calm = this.load.open === 0 ? calm + 1 : 0;
      if (this.load.total - before > 5_000)
        throw new Error('A hot loop: 5,000 transactions in no time.');
    }
  }

  /**
   * Whether everything is done: all updates delivered, kept and handled, nothing to send, nothing under way.
   */
  async isQuiet(): Promise<boolean> {
    if (!this.alive || this.telegram.open > 0) return false;
    if ((await this.#journal.left()).length > 0) return false;
    for (const tenant of this.tenants) {
      if (tenant.delivery.size > 0 && !(this.#polling && tenant.bot.queue.size === 0)) return false;
      const waits = await this.read(tenant, async ({ db }) => {
        const update = db.selectFrom('stored_update').select('id').where('state', '=', 'waiting');
        const row = db
          .selectFrom('outbox')
          .select('id')
          .where('state', 'in', ['queued', 'sending']);
        return (await update.executeTakeFirst()) ?? (await row.executeTakeFirst());
      });
      if (waits) return false;
    }
    return true;
  }

  /** Goes on until everything is quiet; the answer is how long that took, in ms of the clock. Throws after `mostMs`. */
  async drain(mostMs: number): Promise<number> {
    const began = this.clock.steady();
    this.endsIn = 0;
    this.telegram.calm();
    this.load.failing = 0;
    for (let step = 100; ; step = Math.min(10_000, step * 2)) {
      await this.start();
      await this.deliver();
      if (await this.isQuiet()) return this.clock.steady() - began;
      if (this.clock.steady() - began > mostMs) {
        throw new Error(`Not quiet after ${mostMs} ms: ${await this.#whatWaits()}`);
      }
      await this.clock.advance(step);
    }
  }

  read<T>(tenant: SimulatedTenant, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#storage.store.read(tenant.record.tenantId, work);
  }

  outbox(tenant: SimulatedTenant = this.tenant): Promise<Selectable<OutboxTable>[]> {
    return this.read(tenant, ({ db }) =>
      db.selectFrom('outbox').selectAll().orderBy('id').execute(),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill();
    await this.settle();
    this.#journal.close();
    for (const { record } of this.tenants) {
      await this.#storage.store.erase(record.tenantId);
      await this.#storage.control.remove(record.tenantId);
    }
  }

  get #bytes(): Random {
    return {
      bytes: (count) =>
        Buffer.from(Array.from({ length: count }, () => this.random.integer(0, 255))),
    };
  }

  async #addTenant({ desk = 'private', fans = 3 }: SimulationOptions): Promise<void> {
    const { world } = this.telegram;
    const number = this.tenants.length + 1;
    const bot = world.createBot({
      username: `sim${number}_bot`,
      firstName: `Sim ${number}`,
      canJoinGroups: true,
      readsAllGroupMessages: false,
      topicsEnabled: false,
      inlineMode: false,
    });
    const creator = world.createUser({ firstName: 'Creator' });
    const forum = createGroup(world, { title: 'Desk', forum: true, owner: creator });
    world.privateChat(bot, creator);
    setMember(world, forum, creator, bot, 'member', { admin: true, manageTopics: true });
    this.#deskChats.add(creator.id).add(forum.id);
    const { tenantId } = await this.#storage.addTenant(`sim-${bot.id}`, bot.id);
    const record = await this.#storage.control.change(tenantId, { token: bot.token });
    const services = {
      clock: this.clock,
      random: this.#bytes,
      log: silentLog,
      texts: { languages: ['en'], for: () => (key: string) => key },
    };
    await this.#storage.store.transact(tenantId, async (tx) => {
      const now = this.clock.now();
      await setOwner(tx, { userId: creator.id as UserId, name: 'Creator' }, now);
      await setPreference(tx, 'setUpAt', now, 'creator', now);
      const chatId = (desk === 'private' ? creator.id : forum.id) as ChatId;
      await openDesk(tx, { kind: desk, chatId, title: 'Desk' }, services);
    });
    const { webhookSecret } = await this.#storage.control.secretsOf(tenantId);
    this.tenants.push({
      record,
      webhookSecret,
      bot,
      creator,
      forum,
      fans: Array.from({ length: fans }, (_, fan) =>
        world.createUser({ firstName: `Fan${fan}`, lastName: longName }),
      ),
      delivery: new SimulatedDelivery(bot),
    });
  }

  async #whatWaits(): Promise<string> {
    const rows = (await this.outbox()).filter(
      ({ state }) => state === 'queued' || state === 'sending',
    );
    const now = this.clock.now();
    const shown = rows.map(
      ({ id, kind, state, not_before, attempts }) =>
        `row ${id} ${kind} ${state} attempts ${attempts} due in ${not_before - now} ms`,
    );
    const updates = await this.read(this.tenant, ({ db }) =>
      db.selectFrom('stored_update').selectAll().where('state', '=', 'waiting').execute(),
    );
    const late = updates.map(
      ({ kind, attempts, last_error, not_before }) =>
        `update ${kind} attempts ${attempts} ${last_error} due in ${not_before - now} ms`,
    );
    const ways = `${this.tenant.delivery.size} undelivered, ${this.telegram.open} calls open`;
    return [...shown, ...late, ways].join('; ');
  }
}
