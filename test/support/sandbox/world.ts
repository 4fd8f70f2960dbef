import { FileStore } from './files.ts';
import { type SeededRandom, seededRandom } from './random.ts';
import type { BotState, ChatState, Content, MessageState, UserState } from './state.ts';
import { UpdateQueue } from './updates/queue.ts';

/** The clock and timers of a sandbox. */
export interface Timing {
  now: () => number;
  afterMs: (ms: number, fn: () => void) => () => void;
}

/** A tap on a button that waits for the bot's answer. */
export interface CallbackState {
  bot: BotState;
  user: UserState;
  chat: ChatState;
  /** Epoch milliseconds. */
  at: number;
  answer: { text?: string; alert: boolean } | undefined;
}

/** Something typed after the bot's @name, and what the bot offered. */
export interface InlineQueryState {
  bot: BotState;
  user: UserState;
  answer: { id: string; title: string; content: Content }[] | undefined;
}

/** Everything there is: accounts, chats, files. No HTTP in here. */
export class World {
  readonly random: SeededRandom;
  readonly files: FileStore;
  readonly bots = new Map<number, BotState>();
  readonly botsByToken = new Map<string, BotState>();
  readonly users = new Map<number, UserState>();
  readonly groups = new Map<number, ChatState>();
  readonly callbacks = new Map<string, CallbackState>();
  readonly inlineQueries = new Map<string, InlineQueryState>();
  readonly now: () => number;
  readonly #afterMs: Timing['afterMs'];
  readonly #timers = new Set<() => void>();
  readonly #listeners = new Set<(changed: ReadonlySet<UserState>) => void>();
  #changed = new Set<UserState>();
  #flush: NodeJS.Immediate | undefined;
  #activity = 0;
  #closed = false;

  constructor(seed: number, timing: Timing) {
    this.random = seededRandom(seed);
    this.files = new FileStore(this.random);
    this.now = timing.now;
    this.#afterMs = timing.afterMs;
  }

  /** Unix seconds. */
  date(): number {
    return Math.floor(this.now() / 1000);
  }

  /** A timer that `close` takes back. Returns how to call it off. */
  later(ms: number, fn: () => void): () => void {
    if (this.#closed) return () => {};
    const cancel = () => {
      this.#timers.delete(cancel);
      stop();
    };
    const stop = this.#afterMs(ms, () => {
      this.#timers.delete(cancel);
      fn();
    });
    this.#timers.add(cancel);
    return cancel;
  }

  createUser(
    input: Partial<Pick<UserState, 'firstName' | 'lastName' | 'username' | 'languageCode'>>,
  ) {
    const user: UserState = {
      isBot: false,
      // Above 32 bits, as Telegram warns.
      id: this.#freeId(5_100_000_000, 6_900_000_000, this.users),
      firstName: input.firstName ?? `Person ${this.users.size + 1}`,
      lastName: input.lastName,
      username: input.username,
      languageCode: input.languageCode ?? 'en',
      deactivated: false,
      seq: 1,
      chats: new Set(),
    };
    this.users.set(user.id, user);
    this.touchUser(user);
    return user;
  }

  createBot(
    input: Pick<BotState, 'username' | 'firstName' | 'canJoinGroups'> & {
      readsAllGroupMessages: boolean;
      topicsEnabled: boolean;
      inlineMode: boolean;
    },
  ): BotState {
    const id = this.#freeId(7_000_000_000, 8_900_000_000, this.bots);
    const bot: BotState = {
      isBot: true,
      id,
      ...input,
      token: '',
      privateChats: new Map(),
      groups: new Set(),
      queue: new UpdateQueue(this),
      commands: new Map(),
      profile: new Map(),
    };
    this.bots.set(id, bot);
    this.newToken(bot);
    return bot;
  }

  /** Replaces the token; the old one is unknown from now on. */
  newToken(bot: BotState): string {
    this.botsByToken.delete(bot.token);
    bot.token = `${bot.id}:${this.random.text(35)}`;
    this.botsByToken.set(bot.token, bot);
    return bot.token;
  }

  /** The chat of a bot and a person; made on first use. */
  privateChat(bot: BotState, user: UserState): ChatState {
    const known = bot.privateChats.get(user.id);
    if (known !== undefined) return known;
    const chat = this.#newChat({
      id: user.id,
      type: 'private',
      title: bot.firstName,
      isForum: bot.topicsEnabled,
    });
    chat.bot = bot;
    chat.user = user;
    bot.privateChats.set(user.id, chat);
    user.chats.add(chat);
    return chat;
  }

  createGroup(input: { title: string; isForum: boolean; type: 'group' | 'supergroup' }): ChatState {
    const number = this.#freeId(1_500_000_000, 3_900_000_000, {
      has: (n) => this.groups.has(-n) || this.groups.has(-1_000_000_000_000 - n),
    });
    const id = input.type === 'supergroup' ? -1_000_000_000_000 - number : -number;
    const chat = this.#newChat({ ...input, id });
    this.groups.set(id, chat);
    return chat;
  }

  /** Marks the chat as the one with the newest message. */
  bump(chat: ChatState): void {
    this.#activity += 1;
    chat.activity = this.#activity;
  }

  /** The screens of all people in this chat have changed. */
  touch(chat: ChatState): void {
    if (chat.user !== undefined) this.touchUser(chat.user);
    for (const member of chat.members.values())
      if (!member.person.isBot) this.touchUser(member.person);
  }

  /** One person's screen has changed. */
  touchUser(user: UserState): void {
    user.seq += 1;
    this.#changed.add(user);
    this.wake();
  }

  /** Something happened: listeners hear of it once, after the present step. */
  wake(): void {
    if (this.#closed) return;
    this.#flush ??= setImmediate(() => {
      this.#flush = undefined;
      const changed = this.#changed;
      this.#changed = new Set();
      for (const listener of this.#listeners) listener(changed);
    });
  }

  /** Hears of changes, with the people whose screens changed. Returns how to stop. */
  onChange(listener: (changed: ReadonlySet<UserState>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A message of a chat, or undefined when it never was or is deleted. */
  message(chat: ChatState, id: unknown): MessageState | undefined {
    return typeof id === 'number' ? chat.messages.get(id) : undefined;
  }

  close(): void {
    this.#closed = true;
    if (this.#flush !== undefined) clearImmediate(this.#flush);
    for (const cancel of this.#timers) cancel();
    for (const bot of this.bots.values()) bot.queue.close();
    this.#listeners.clear();
  }

  #newChat(input: Pick<ChatState, 'id' | 'type' | 'title' | 'isForum'>): ChatState {
    return {
      ...input,
      bot: undefined,
      user: undefined,
      blocked: false,
      // Far apart, so that an id of one chat is hardly ever valid in another.
      nextMessageId: this.random.integer(1, 9_000) * 1_000 + this.random.integer(1, 999),
      messages: new Map(),
      topics: new Map(),
      pinned: [],
      members: new Map(),
      actions: [],
      drafts: [],
      toasts: [],
      migratedTo: undefined,
      activity: 0,
      chatInstance: String(this.random.integer(1_000_000_000, 9_000_000_000_000)),
    };
  }

  #freeId(min: number, max: number, taken: { has(id: number): boolean }): number {
    for (;;) {
      const id = this.random.integer(min, max);
      if (!taken.has(id)) return id;
    }
  }
}
