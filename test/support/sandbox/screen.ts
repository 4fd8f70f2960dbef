import type { MessageEntity } from 'grammy/types';

/**
 * What one person sees on a phone, as plain JSON. The sandbox builds it from its own ledger, never from what the
 * product believes it sent. The demo page and tests in other processes read it over HTTP.
 */
export interface Screen {
  /** The person whose phone this is. */
  user: PersonView;
  /** Newest activity first. */
  chats: ChatView[];
}

/** A person or a bot, as others see it. */
export interface PersonView {
  id: number;
  name: string;
  username?: string;
  isBot: boolean;
}

/** One chat on the phone: the private chat with a bot, or a group. */
export interface ChatView {
  /** What `Act.chat` takes: in a private chat the bot's id, in a group the group's. */
  chatId: number;
  type: 'private' | 'group' | 'supergroup';
  title: string;
  /** The bot of a private chat, or the bots in a group. */
  bots: PersonView[];
  isForum: boolean;
  /** Forum topics, oldest first; the General topic is `topicId: 0`. Empty outside forums. */
  topics: TopicView[];
  /** Ids of pinned messages, newest last. */
  pinned: number[];
  /** Oldest first. */
  messages: MessageView[];
  /** Chat actions in force now ("typing", "upload_photo"), with the topic they were sent to. */
  actions: { from: PersonView; action: string; topicId?: number }[];
  /** Streamed previews of a message that the bot is about to send. */
  drafts: { from: PersonView; text: string; topicId?: number }[];
  /** The command menu this person has in this chat. */
  commands: { command: string; description: string }[];
  /** True when this person has blocked the bot of this private chat. */
  blocked: boolean;
  /** A callback answer to show as a toast or an alert, newest last, kept for a few seconds. */
  toasts: { text: string; alert: boolean }[];
}

/** A forum topic. */
export interface TopicView {
  topicId: number;
  name: string;
  iconColor: number;
  closed: boolean;
}

/** What a message carries. `text` also stands for the caption of a media message. */
export interface MessageView {
  messageId: number;
  topicId?: number;
  /** Unix seconds, as in the Bot API. */
  date: number;
  editDate?: number;
  from: PersonView;
  kind:
    | 'text'
    | 'photo'
    | 'video'
    | 'voice'
    | 'video_note'
    | 'audio'
    | 'document'
    | 'sticker'
    | 'animation'
    | 'location'
    | 'venue'
    | 'contact'
    | 'poll'
    | 'dice'
    | 'service';
  text: string;
  entities: MessageEntity[];
  captionAbove?: boolean;
  media?: MediaView;
  location?: { latitude: number; longitude: number; title?: string; address?: string };
  contact?: { phoneNumber: string; firstName: string; lastName?: string };
  poll?: { question: string; options: string[] };
  dice?: { emoji: string; value: number };
  /** Equal for the parts of one album. */
  albumId?: string;
  replyTo?: { messageId: number; name: string; snippet: string };
  forwardedFrom?: string;
  buttons: ButtonView[][];
  /** The phone opens its field as a reply to this message, with these words in it while it is empty. */
  forceReply?: { placeholder?: string };
  reactions: { emoji: string; from: PersonView }[];
}

/** A file on the phone; `url` is a path on the sandbox that serves its bytes. */
export interface MediaView {
  url: string;
  fileId: string;
  fileUniqueId: string;
  fileName?: string;
  mimeType?: string;
  width?: number;
  height?: number;
  duration?: number;
  size: number;
  emoji?: string;
  title?: string;
  performer?: string;
  spoiler?: boolean;
}

/** An inline button. `data` is the callback data, `url` a link. */
export interface ButtonView {
  text: string;
  data?: string;
  url?: string;
}

/** A file that a person sends; `data` is base64. The kind says how the phone would send it. */
export interface FileInput {
  kind: 'photo' | 'video' | 'voice' | 'video_note' | 'audio' | 'document' | 'sticker' | 'animation';
  data?: string;
  fileName?: string;
  mimeType?: string;
  width?: number;
  height?: number;
  duration?: number;
  emoji?: string;
  /** Bytes that Telegram believes it has, for a file too big to keep in a test. */
  size?: number;
}

/** What a person can do on a phone. POSTed as JSON to `/sandbox/act`; the answer is `{ ok: true, messageIds? }` or `{ ok: false, error }`. */
export type Act = { user: number; chat: number } & (
  | {
      do: 'send';
      topic?: number;
      replyTo?: number;
      text?: string;
      entities?: MessageEntity[];
      /** One file, or two to ten for an album. */
      files?: FileInput[];
      location?: { latitude: number; longitude: number };
      contact?: { phoneNumber: string; firstName: string; lastName?: string };
      /** A quiz of somebody else cannot be copied by a bot. */
      poll?: { question: string; options: string[]; quiz?: boolean };
      dice?: { emoji: string };
    }
  | { do: 'edit'; message: number; text: string; entities?: MessageEntity[] }
  | { do: 'delete'; message: number }
  /** An empty list takes the person's reactions away. */
  | { do: 'react'; message: number; emoji: string[] }
  | { do: 'tap'; message: number; data: string }
  | { do: 'block' }
  | { do: 'unblock' }
);

/** `GET /sandbox/people`. */
export interface People {
  bots: PersonView[];
  users: PersonView[];
  groups: { chatId: number; title: string; isForum: boolean; members: number[] }[];
}

/**
 * A fault that the sandbox plays. Matched in order; each is used up after `times` calls (default 1).
 *
 * - `flood`: 429 with `retryAfter` seconds.
 * - `error`: any Bot API error, with its code and text.
 * - `bad_gateway`: HTTP 502 with an HTML body, as a proxy gives it.
 * - `drop_before` / `drop_after`: the connection is cut before / after the call took effect.
 * - `slow`: the call waits `ms` first.
 */
export interface Fault {
  fault: 'flood' | 'error' | 'bad_gateway' | 'drop_before' | 'drop_after' | 'slow';
  method?: string;
  chat?: number;
  bot?: number;
  times?: number;
  retryAfter?: number;
  code?: number;
  description?: string;
  ms?: number;
}
