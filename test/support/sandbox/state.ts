import type { BotCommand, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { FileInput } from './screen.ts';
import type { UpdateQueue } from './updates/queue.ts';

/** JSON as it leaves the sandbox; the contract tests hold it against the Bot API's schema. */
export type Json = Record<string, unknown>;

/** A person's account. */
export interface UserState {
  isBot: false;
  id: number;
  firstName: string;
  lastName: string | undefined;
  username: string | undefined;
  languageCode: string | undefined;
  deactivated: boolean;
  /** Grows with each change of this person's screen. */
  seq: number;
  /** Every chat on the phone. */
  chats: Set<ChatState>;
}

/** A bot's account. */
export interface BotState {
  isBot: true;
  id: number;
  firstName: string;
  username: string;
  token: string;
  canJoinGroups: boolean;
  readsAllGroupMessages: boolean;
  topicsEnabled: boolean;
  /** BotFather's /setinline. */
  inlineMode: boolean;
  /** By user id. */
  privateChats: Map<number, ChatState>;
  groups: Set<ChatState>;
  queue: UpdateQueue;
  /** By scope and language, see commands.ts. */
  commands: Map<string, BotCommand[]>;
  /** Name, description and short description by field and language. */
  profile: Map<string, string>;
}

/** Somebody who can send. */
export type Person = UserState | BotState;

/** Somebody's standing in a group. */
export interface Member {
  person: Person;
  status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked';
  manageTopics: boolean;
  pinMessages: boolean;
  deleteMessages: boolean;
}

/** A forum topic; its id is the id of the message that announced it. */
export interface TopicState {
  id: number;
  name: string;
  iconColor: number;
  iconCustomEmojiId: string | undefined;
  closed: boolean;
}

/** A private chat of one bot and one person, or a group. */
export interface ChatState {
  /** As bots see it: in a private chat the person's id. */
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title: string;
  isForum: boolean;
  /** Both set in private chats. */
  bot: BotState | undefined;
  user: UserState | undefined;
  /** The person blocked the bot. */
  blocked: boolean;
  nextMessageId: number;
  /** In the order of their ids; a deleted message is gone. */
  messages: Map<number, MessageState>;
  topics: Map<number, TopicState>;
  /** Newest last. */
  pinned: number[];
  /** Empty in private chats. */
  members: Map<number, Member>;
  actions: { from: BotState; action: string; topicId: number | undefined; until: number }[];
  drafts: {
    from: BotState;
    id: number;
    text: string;
    topicId: number | undefined;
    until: number;
  }[];
  toasts: { userId: number; text: string; alert: boolean; until: number }[];
  migratedTo: number | undefined;
  /** Grows with each message in the sandbox; newest chat on top. */
  activity: number;
  chatInstance: string;
}

/** A stored file. Each bot knows it by ids of its own. */
export interface FileState {
  uniqueId: string;
  kind: FileInput['kind'];
  bytes: Buffer;
  size: number;
  fileName: string | undefined;
  mimeType: string;
  width: number;
  height: number;
  duration: number;
  emoji: string | undefined;
  title: string | undefined;
  performer: string | undefined;
  /** The `file_path` of getFile. */
  path: string;
}

/** What a poll asks. */
export interface PollState {
  id: string;
  question: string;
  options: string[];
  anonymous: boolean;
  multiple: boolean;
  quiz: boolean;
  /** Only its author's bot knows the right answer of a quiz. */
  author: number;
}

/** A file with its caption. */
export interface MediaContent {
  kind: FileInput['kind'];
  file: FileState;
  text: string;
  entities: MessageEntity[];
  captionAbove: boolean;
  spoiler: boolean;
}

/** What a message carries. */
export type Content =
  | { kind: 'text'; text: string; entities: MessageEntity[]; preview: Json | undefined }
  | MediaContent
  | { kind: 'location'; location: Json & { latitude: number; longitude: number } }
  | {
      kind: 'venue';
      location: { latitude: number; longitude: number };
      title: string;
      address: string;
      extra: Json;
    }
  | {
      kind: 'contact';
      phoneNumber: string;
      firstName: string;
      lastName: string | undefined;
      vcard: string | undefined;
    }
  | { kind: 'poll'; poll: PollState }
  | { kind: 'dice'; emoji: string; value: number }
  | {
      kind: 'service';
      /** The field of Message that tells what happened. */
      field: string;
      /** For the phone. */
      text: string;
      /** The value of that field, as one bot sees it. */
      value: (bot: BotState) => unknown;
    };

/** A message in a chat. */
export interface MessageState {
  id: number;
  chat: ChatState;
  /** Unix seconds. */
  date: number;
  editDate: number | undefined;
  from: Person;
  /** Undefined in General and outside forums. */
  topicId: number | undefined;
  content: Content;
  /** Only a real reply; the link of a topic message to its topic is made when rendering. */
  replyTo: MessageState | undefined;
  quote: { text: string; position: number } | undefined;
  albumId: string | undefined;
  markup: InlineKeyboardMarkup | undefined;
  /** A reply is asked for, of everybody or (`selective`) of whom the message answers or names. */
  forceReply: { placeholder?: string; selective: boolean } | undefined;
  /** Emoji by person. */
  reactions: Map<number, { person: Person; emoji: string[] }>;
  forward: { from: Person | string; date: number } | undefined;
  protect: boolean;
  /** The bot whose inline result this is. */
  viaBot: BotState | undefined;
}
