import type { MessageEntity } from 'grammy/types';
import type { Fault, FileInput, MessageView, Screen } from './screen.ts';
import type { Unready } from './until.ts';

/** How a sandbox is started. Everything has a default. */
export interface SandboxOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Seeds ids, tokens and dice. Two sandboxes with one seed hand out the same ids. */
  seed?: number;
  /** Epoch milliseconds; the clock of the whole sandbox. */
  now?: () => number;
  /** Runs `fn` after `ms` and returns how to call it off. All waiting inside the sandbox goes through it. */
  afterMs?: (ms: number, fn: () => void) => () => void;
  /** False: check requests as where the schema file is missing. */
  useSchema?: boolean;
  /** Keep only the newest calls. Absent: all of them. */
  keepCalls?: number;
  /** Hears of every call once it has ended, also of those that are not kept. */
  onCall?: (call: RecordedCall) => void;
}

/** One Bot API request, as it came and as it was answered. */
export interface RecordedCall {
  /** Epoch milliseconds. */
  at: number;
  /** Username of the bot; its token is never kept here. */
  bot: string;
  method: string;
  params: Readonly<Record<string, unknown>>;
  /** `dropped`: the connection was cut, before or after the call took effect (then `result` is there). */
  outcome: 'ok' | 'error' | 'dropped';
  errorCode?: number;
  description?: string;
  /** What came along with the error. */
  parameters?: { retry_after?: number; migrate_to_chat_id?: number } | undefined;
  result?: unknown;
}

/** What a person sends. Without files, text is a message; with files it is the caption. */
export interface Outgoing {
  text?: string;
  /** Absent: those that Telegram finds by itself (commands, links, mentions, hashtags). */
  entities?: MessageEntity[];
  file?: FileInput;
  /** Two to ten make an album. */
  files?: FileInput[];
  location?: { latitude: number; longitude: number };
  venue?: { latitude: number; longitude: number; title: string; address: string };
  contact?: { phoneNumber: string; firstName: string; lastName?: string };
  /** A quiz of somebody else cannot be copied by a bot. */
  poll?: { question: string; options: string[]; quiz?: boolean };
  dice?: { emoji: string };
  /** Message id in that chat. */
  replyTo?: number;
  /** Forum topic; absent or 0 is General. */
  topic?: number;
  /** The original sender's name, for a forward of a hidden user. */
  forwardedFrom?: string;
}

/** What a bot or a person may do in a group. `pinMessages` and `deleteMessages` come with `admin`, `manageTopics` does not. */
export interface GroupRights {
  admin?: boolean;
  manageTopics?: boolean;
  pinMessages?: boolean;
  deleteMessages?: boolean;
}

/** A bot as BotFather made it. */
export interface SandboxBot {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  /** The token in force. */
  readonly token: string;
  /** A new token; the old one answers 401 from now on. */
  revokeToken(): string;
  readonly webhook:
    | { url: string; secretToken?: string; maxConnections: number; lastError?: string }
    | undefined;
  /** Updates that nobody has confirmed yet. */
  readonly pendingUpdates: number;
}

/** Where a person writes: the private chat with a bot, or a group. */
export type SandboxChat = SandboxBot | SandboxGroup;

/** A person with a phone. Everything happens at once; what is impossible on a phone throws. */
export interface SandboxUser {
  readonly id: number;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string | undefined;
  readonly username: string | undefined;
  /** Opens the chat and presses Start; a payload makes it `/start payload`. */
  start(bot: SandboxBot, payload?: string): number;
  /**
   * Has written to this bot before the sandbox's time: the bot may write to them, and hears nothing now. `peopleOf` leaves
   * such a person out until a message stands in one of their chats.
   */
  wroteBefore(bot: SandboxBot, options?: { blocked?: boolean }): void;
  /** The id of the message (of an album: the first). */
  sends(chat: SandboxChat, what: string | Outgoing): number;
  sendsAlbum(
    chat: SandboxChat,
    files: FileInput[],
    options?: { caption?: string; replyTo?: number; topic?: number },
  ): number[];
  /** Text of a text message, caption of another. */
  edits(
    chat: SandboxChat,
    messageId: number,
    text: string | { text: string; entities?: MessageEntity[] },
  ): void;
  deletes(chat: SandboxChat, messageId: number): void;
  /** Sets all reactions of this person on the message; none takes them away. */
  reacts(chat: SandboxChat, messageId: number, ...emoji: string[]): void;
  /** Presses an inline button, found by its text or its callback data. Returns the id of the callback query. */
  taps(chat: SandboxChat, messageId: number, button: string): string;
  /** A changed client sends callback data that no button has. */
  sendsForgedCallback(chat: SandboxChat, messageId: number, data: string): string;
  /** Takes another name or handle; bots learn it with the next update. */
  renames(to: { firstName?: string; lastName?: string; username?: string }): void;
  /** Types the bot's @name and some words in any chat. Returns the id of the inline query. */
  queries(bot: SandboxBot, words: string): string;
  /** What the bot offered for an inline query, once it did. */
  offered(inlineQueryId: string): { id: string; title: string }[] | undefined;
  /** Sends an offered result; the id of the message. */
  sendsOffered(
    inlineQueryId: string,
    resultId: string,
    chat: SandboxChat,
    options?: { replyTo?: number; topic?: number },
  ): number;
  pins(chat: SandboxChat, messageId: number): void;
  blocks(bot: SandboxBot): void;
  unblocks(bot: SandboxBot): void;
  /** Deletes the account. */
  deactivates(): void;
  /** Oldest first. */
  sees(chat: SandboxChat): MessageView[];
  /** Only texts and captions, service messages left out. */
  seesTexts(chat: SandboxChat): string[];
  screen(): Screen;
  /** What the bot answered to a tap, once it did. */
  answersTo(callbackQueryId: string): { text?: string; alert: boolean } | undefined;
}

/** A group. The people and bots in it act through their own handles. */
export interface SandboxGroup {
  /** As the Bot API shows it; changes when the group becomes a supergroup. */
  readonly id: number;
  readonly title: string;
  adds(member: SandboxBot | SandboxUser, rights?: GroupRights): void;
  promotes(member: SandboxBot | SandboxUser, rights: GroupRights): void;
  /** Back to a plain member. */
  demotes(member: SandboxBot | SandboxUser): void;
  /** Removes and bans. */
  removes(member: SandboxBot | SandboxUser): void;
  /** The new chat id. The old one answers with `migrate_to_chat_id`. Topics do not come along. */
  becomesSupergroup(options?: { forum?: boolean }): number;
  /** A person makes a topic; returns its id. */
  createsTopic(by: SandboxUser, name: string): number;
  renamesTopic(by: SandboxUser, topicId: number, name: string): void;
  closesTopic(by: SandboxUser, topicId: number): void;
  /** A person deletes the topic with all its messages. Bots hear nothing of it, as in Telegram. */
  deletesTopic(topicId: number): void;
  readonly topics: readonly { topicId: number; name: string; closed: boolean }[];
}

/** A running fake of Telegram. */
export interface Sandbox extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, the product's TELEGRAM_API_ROOT. */
  readonly url: string;
  createBot(input: {
    username: string;
    name?: string;
    canJoinGroups?: boolean;
    /** Privacy mode off: sees everything in groups. */
    readsAllGroupMessages?: boolean;
    /** Threaded Mode: topics in private chats. */
    topicsEnabled?: boolean;
    /** Inline mode, which BotFather turns on; off unless given. */
    inlineMode?: boolean;
  }): SandboxBot;
  createUser(input?: {
    firstName?: string;
    lastName?: string;
    username?: string;
    languageCode?: string;
  }): SandboxUser;
  createGroup(input: {
    title: string;
    forum: boolean;
    owner: SandboxUser;
    type?: 'group' | 'supergroup';
  }): SandboxGroup;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Telegram's published pace, answered with 429: 1 message a second in a private chat (bursts of 3), 20 a minute in a group, 30 a second for a bot. Off at first. */
  limits(on: boolean): void;
  /** True while a getUpdates of this bot is waiting. */
  polls(bot: SandboxBot): boolean;
  readonly calls: readonly RecordedCall[];
  /** Requests that do not fit the Bot API's schema or use what the sandbox lacks. They were refused too. */
  readonly violations: readonly string[];
  /** Resolves once `check()` is truthy, asked again after each change and every 20 ms; rejects after `timeoutMs` (10 s). */
  until<T>(
    what: string,
    check: () => Unready<T> | Promise<Unready<T>>,
    timeoutMs?: number,
  ): Promise<T>;
  close(): Promise<void>;
}
