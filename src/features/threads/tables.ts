import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type {
  ChatId,
  ChatMessageId,
  DeskId,
  FanId,
  MessageId,
  OutboxId,
  ThreadId,
  TopicId,
  UserId,
} from '#src/core/ids.ts';
import type { ContentKind, Delivery } from './message.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    thread: ThreadTable;
    message: MessageTable;
    message_link: MessageLinkTable;
    desk: DeskTable;
    desk_topic: DeskTopicTable;
    desk_pressure: DeskPressureTable;
    focus: FocusTable;
    message_cursor: MessageCursorTable;
  }
}

/** The running conversation with one fan on one line. */
export interface ThreadTable {
  id: Generated<ThreadId>;
  fan_id: FanId;
  /** The bot chat now; business chats and channel direct messages have their own lines. */
  line: 'bot' | 'business' | 'channel';
  /** Tells lines of one kind apart (a business account, a channel); empty for the bot chat. */
  line_key: Generated<string>;
  /** Where the fan is written to on this line. */
  chat_id: ChatId;
  /** Since when the fan waits for an answer; null when nobody waits. */
  waiting_since: number | null;
  /** When the fan wrote last, to half a minute; 0 while the next message is to be noted however soon it comes; null before the first. */
  last_fan_message_at: number | null;
  last_reply_at: number | null;
  /** When the creator last said that nobody waits here (Done). */
  done_at: Generated<number | null>;
  created_at: number;
}

/** One message of a thread, whichever chats it is shown in. */
export interface MessageTable {
  id: Generated<MessageId>;
  thread_id: ThreadId;
  /** `in` from the fan, `out` to the fan. */
  direction: 'in' | 'out';
  actor: Actor;
  author_user_id: UserId | null;
  kind: ContentKind;
  /** Text or caption. */
  text: Generated<string>;
  /** Formatting of `text`, JSON of MessageEntity[]. */
  entities: string | null;
  /** JSON of Attachment. */
  media: string | null;
  /** Telegram's media_group_id, equal for the parts of an album. */
  album_id: string | null;
  answers_message_id: MessageId | null;
  delivery: Delivery;
  /** The message with which this one went to the desk, as one relay. */
  merged_into: MessageId | null;
  /** The reaction that each side gave, as one standard emoji. */
  fan_reaction: string | null;
  creator_reaction: string | null;
  sent_at: number;
  edited_at: number | null;
  deleted_at: number | null;
}

/** Where a message stands in a chat. One chat message belongs to at most one message of ours. */
export interface MessageLinkTable {
  message_id: MessageId;
  side: 'fan' | 'desk';
  /** `origin`: where it was written. `copy`: what we sent of it. `notice`: something said about it. */
  role: 'origin' | 'copy' | 'notice';
  /** Number of the piece, from 0, when one message needed several. */
  part: Generated<number>;
  chat_id: ChatId;
  chat_message_id: ChatMessageId;
  created_at: number;
}

/** A chat in which the creator works or worked; one is active. */
export interface DeskTable {
  id: Generated<DeskId>;
  kind: 'private' | 'forum';
  chat_id: ChatId;
  title: string | null;
  active: 0 | 1;
  created_at: number;
  left_at: number | null;
}

/** A thread's topic in a forum desk. */
export interface DeskTopicTable {
  desk_id: DeskId;
  thread_id: ThreadId;
  topic_id: TopicId;
  name: string;
  card_chat_message_id: ChatMessageId | null;
  /** 1: what the card says has changed, and its edit waits for room at the desk. */
  card_stale: Generated<0 | 1>;
  created_at: number;
}

/** What holds at a desk that Telegram slowed down, and its digest. No row: it never was. */
export interface DeskPressureTable {
  desk_id: DeskId;
  /** Ms between two calls while held. */
  spacing_ms: number;
  /** Epoch ms: no call before this. */
  paused_until: number;
  /** Epoch ms: the pace holds until then. */
  held_until: number;
  /** `live`: messages are gathered in one digest. `ending`: its message is still to say that it is over. */
  digest: Generated<'none' | 'live' | 'ending'>;
  /** The page that is shown, from 0. */
  page: Generated<number>;
  /** Where the digest stands in the desk; null before it was sent. */
  chat_message_id: ChatMessageId | null;
  /** When it was last brought up to date. */
  shown_at: number | null;
  /** The one outbox row that will bring it up to date. */
  row_id: OutboxId | null;
  /** When that row is due; null while it is under way and nothing has changed since. */
  due_at: number | null;
}

/** The fan whose card a person at the desk looked at last. */
export interface FocusTable {
  user_id: UserId;
  fan_id: FanId;
  seen_at: number;
}

/** How far a reader of messages has come (`MessageReader`). No row: it has read nothing yet. */
export interface MessageCursorTable {
  reader: string;
  message_id: MessageId;
}
