import type { MessageEntity } from 'grammy/types';
import type { Actor } from '#src/core/actor.ts';
import type { ChatId, ChatMessageId, MessageId, ThreadId } from '#src/core/ids.ts';

/** What a message carries. `unsupported` is content that bots cannot pass on (a story, a gift); it is told, not dropped. */
export type ContentKind =
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
  | 'unsupported';

/**
 * How far a message has come on its way to the other side.
 *
 * `waiting` (no desk yet, or gathered in its digest) -> `queued` (an outbox row exists) -> `delivered` | `merged` (went to
 * the desk as a part of another message's relay) | `failed` | `unknown` (Telegram's answer was lost). A person's Retry
 * brings `failed` and `unknown` back to `queued`. `withdrawn`: taken back by the creator.
 */
export type Delivery =
  | 'waiting'
  | 'queued'
  | 'delivered'
  | 'merged'
  | 'failed'
  | 'unknown'
  | 'withdrawn';

/** What comes with a message beside its text. Files are known by their file_id, which is bound to this bot. */
export interface Attachment {
  readonly fileId?: string;
  readonly fileUniqueId?: string;
  readonly spoiler?: boolean;
  readonly captionAbove?: boolean;
  readonly emoji?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly live?: boolean;
  readonly title?: string;
  readonly address?: string;
  readonly phoneNumber?: string;
  readonly name?: string;
  readonly question?: string;
  readonly options?: readonly string[];
  readonly value?: number;
  /** For `unsupported`: the Bot API's field name of the content. */
  readonly what?: string;
}

/** The content of a message. */
export interface MessageContent {
  readonly kind: ContentKind;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly attachment: Attachment | null;
  readonly albumId: string | null;
}

/** A stored message. */
export interface StoredMessage extends MessageContent {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly direction: 'in' | 'out';
  readonly actor: Actor;
  readonly answersMessageId: MessageId | null;
  readonly delivery: Delivery;
  /** The message with which this one goes, or went, to the desk. */
  readonly mergedInto: MessageId | null;
  readonly fanReaction: string | null;
  readonly creatorReaction: string | null;
  readonly sentAt: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
}

/** Where a message stands in a chat. */
export interface MessageLink {
  readonly messageId: MessageId;
  readonly side: 'fan' | 'desk';
  readonly role: 'origin' | 'copy' | 'notice';
  readonly part: number;
  readonly chatId: ChatId;
  readonly chatMessageId: ChatMessageId;
}
